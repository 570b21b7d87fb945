/** What was just done, for the bar at the foot of the page; `undo` is absent when it cannot be undone. */
export interface Told {
  readonly words: string;
  readonly undo?: (() => void) | undefined;
  readonly wrong?: boolean;
}
