/** What the screen receives: see views.py. */
export interface Place {
  id: string;
  name: string;
  seats: readonly string[];
  ready: boolean;
  lit: boolean;
}

export interface TogetherShared {
  intro: string;
  call: number;
  calls: number;
  holder: string | null;
  places: readonly Place[];
  gestures: readonly { id: string; text: string; missed: boolean }[];
  go: boolean;
  window: number | null;
  closes_at: number | null;
  tries: number;
  last: readonly string[] | null;
  by_character: boolean;
  done: boolean;
  after: string | null;
}

export interface TogetherMine {
  place: string | null;
  calls: readonly { id: string; text: string; number: number; now: boolean }[];
  pause: { seconds: number; until: number } | null;
  alone: boolean;
}
