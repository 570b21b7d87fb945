/** What the screen receives: see views.py. */
export interface SplitShared {
  intro: string;
  question: string;
  pieces: { total: number; read: number; held: Readonly<Record<string, { pieces: number; read: number }>> };
  ready: boolean;
  options: readonly { id: string; text: string; missed: boolean }[];
  proposal: string | null;
  last: { option: string; says: string } | null;
  by_character: boolean;
  done: boolean;
  solution: string | null;
  after: string | null;
}

export interface SplitMine {
  pieces: readonly { id: string; text: string; read: boolean }[];
  pause: { seconds: number; until: number } | null;
  proposed: boolean;
  can_confirm: boolean;
}
