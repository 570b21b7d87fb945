/** What the screen receives: see views.py. */
export interface WitnessShared {
  intro: string;
  facts: readonly { id: string; text: string }[];
  own_words: boolean;
  tutor: { character: string; says: string };
  chosen: number;
  given: number;
  closes_at: number | null;
  done: boolean;
  after: string | null;
}

export interface WitnessMine {
  own: string | null;
  about: string | null;
  given: string | null;
  told: boolean;
  received: readonly { by: string | null; fact: string }[];
}
