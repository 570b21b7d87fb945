/** What the screen receives: see views.py. */
export interface RelayShared {
  intro: string;
  question: string;
  links: { total: number; held: Readonly<Record<string, { links: number; passed: number }>> };
  chain: readonly { id: string; code: string }[];
  ready: boolean;
  tries: number;
  half_lit: boolean;
  answer: string | null;
  by_character: boolean;
  done: boolean;
  solution: string | null;
  after: string | null;
}

export interface Link {
  id: string;
  prompt: string;
  choices: readonly { id: string; text: string; missed: boolean }[];
  says: string | null;
  code: string | null;
  clue: string | null;
  passed: boolean;
}

export interface RelayMine {
  links: readonly Link[];
  pause: { seconds: number; until: number } | null;
  voice_given: boolean;
  can_confirm: boolean;
}
