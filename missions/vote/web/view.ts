/** What the screen receives: see views.py. */
export interface VoteShared {
  question: string;
  options: readonly { id: string; text: string }[];
  round: 1 | 2 | null;
  voted: number;
  closes_at: number | null;
  talk: string | null;
  rounds: readonly { counts: Readonly<Record<string, number>> | null }[];
  result: { option: string; text: string; outcome: string; tie: string | null } | null;
  done: boolean;
}
