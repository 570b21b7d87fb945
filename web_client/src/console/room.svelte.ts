/** One group, live: its socket, what it shows, and what was seen of it since this page opened. */
import { Live } from '@kit/live.svelte';
import { hereAt } from './needs';
import { consoleSlices, type GroupRow, type GroupView } from './shapes';

export class Room implements GroupView {
  readonly id: string;
  readonly row: GroupRow;
  readonly live: Live;
  #moved = $state<number | null>(null);
  #lastMove: number | null = null;

  constructor(row: GroupRow, staff: string) {
    this.id = row.id;
    this.row = row;
    this.live = new Live({ owner: `${staff}/${row.id}`, path: `/ws/console/${row.id}` });
  }

  get name(): string {
    return this.row.name;
  }

  get slices() {
    return consoleSlices(this.live.slices);
  }

  get here(): readonly string[] {
    return this.live.here;
  }

  get moved(): number | null {
    return this.#moved;
  }

  get hereCount(): number {
    return hereAt(this).length;
  }

  /** Notes a movement: the first one read tells nothing, because nobody knows how old it is. */
  watchMovement(): void {
    const at = this.slices.desk?.moved_at;
    if (at === undefined || at === this.#lastMove) return;
    if (this.#lastMove !== null) this.#moved = this.live.now();
    this.#lastMove = at;
  }
}
