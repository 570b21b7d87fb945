/** How the step that ended last is told on this phone: its last words, then the éclat, once each. */
import { keepRead, lastRead } from './read_ends';
import { endKey, type EndedSlice } from './view';

export class Endings {
  readonly #seat: string;
  #read = $state<string | null>(null);
  /** The last words were read: what is shown is the éclat. */
  celebrating = $state(false);

  constructor(seat: string) {
    this.#seat = seat;
    this.#read = lastRead(seat);
  }

  /** The ending that this phone has not been through yet; none on a phone that has just come to this place. */
  unread(ended: EndedSlice | null): EndedSlice | null {
    return ended !== null && this.#read !== null && endKey(ended) !== this.#read ? ended : null;
  }

  /** What ended before this phone came is not told. */
  begin(ended: EndedSlice | null): void {
    if (this.#read === null) this.close(ended);
  }

  close(ended: EndedSlice | null): void {
    this.#read = ended ? endKey(ended) : '';
    keepRead(this.#seat, this.#read);
    this.celebrating = false;
  }
}
