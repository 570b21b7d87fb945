/** What the screen receives: see views.py. */
export type Verdict = 'keep' | 'strike';

export interface Clause {
  id: string;
  title: string;
  holder: string | null;
  read: boolean;
  missed: Verdict | null;
  verdict: Verdict | null;
  says: string | null;
  text: string | null;
}

export interface ClausesShared {
  intro: string;
  clauses: readonly Clause[];
  judged: number;
  ready: boolean;
  signature: { title: string; lines: readonly string[]; signed: readonly string[] } | null;
  by_character: boolean;
  done: boolean;
  after: string | null;
}

export interface ClausesMine {
  clauses: readonly { id: string; text: string; read: boolean }[];
  alone: boolean;
  signed: boolean;
  pause: { seconds: number; until: number } | null;
}
