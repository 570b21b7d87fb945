/** One group, live: its socket, and what it shows. */
import { Live } from '@kit/live.svelte';
import { hereAt } from './group_view';
import { consoleSlices, type GroupRow, type GroupView } from './shapes';

export class Room implements GroupView {
  readonly id: string;
  readonly row: GroupRow;
  readonly live: Live;

  /** `rung` is called when the server rings on this group's socket. */
  constructor(row: GroupRow, staff: string, rung: () => void) {
    this.id = row.id;
    this.row = row;
    this.live = new Live({ owner: `${staff}/${row.id}`, path: `/ws/console/${row.id}` });
    this.live.onRing(rung);
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

  /** When somebody last moved in the open step, in milliseconds; null when nothing is open. */
  get moved(): number | null {
    const at = this.slices.desk?.moved_at;
    return at ? Date.parse(at) : null;
  }

  get hereCount(): number {
    return hereAt(this).length;
  }
}
