/** What the screen receives: see views.py. */
export interface RiddleShared {
  question: string;
  code: boolean;
  clues: { total: number; held: Readonly<Record<string, number>> };
  half_lit: boolean;
  answer: string | null;
  by_character: boolean;
  done: boolean;
  solution: string | null;
  after: string | null;
}

export interface RiddleMine {
  clues: readonly string[];
  attempts: readonly { text: string; worth: 'near' | 'wrong'; says: string | null }[];
  tries: number;
  pause: { seconds: number; until: number } | null;
  voice_given: boolean;
  can_confirm: boolean;
}
