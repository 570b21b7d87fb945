/** The evening before the last day: OPALE's frost loses its order, once on each phone, and is gone for good. */
import { isCalm } from '@kit/motion';

const LASTS = 3_200;
const keyOf = (seat: string) => `eclats-thaw-${seat}`;

export class Thaw {
  /** What the picture shows; undefined when it is as the roof says. */
  frost = $state<'ordered' | 'leaving' | 'gone' | undefined>(undefined);
  readonly #seat: string;

  constructor(seat: string) {
    this.#seat = seat;
  }

  /** Begins when the frost has left and this phone has not shown it yet. With less motion: two still pictures and a button. */
  begin(thawed: boolean): void {
    if (!thawed || this.frost !== undefined || this.#seen()) return;
    if (isCalm()) this.frost = 'ordered';
    else this.#leave();
  }

  end(): void {
    this.frost = 'gone';
    this.#keep();
  }

  #leave(): void {
    this.frost = 'leaving';
    this.#keep();
    setTimeout(() => (this.frost = 'gone'), LASTS);
  }

  #seen(): boolean {
    try {
      return localStorage.getItem(keyOf(this.#seat)) !== null;
    } catch {
      return true;
    }
  }

  #keep(): void {
    try {
      localStorage.setItem(keyOf(this.#seat), '1');
    } catch {
      return;
    }
  }
}
