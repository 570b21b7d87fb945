/** What the screen receives: see views.py. */
export interface Position {
  lat: number;
  lon: number;
  radius_m: number;
}

export interface StationShared {
  place: string;
  clue: string;
  position: Position | null;
  plan_b: { question: string; options: readonly { id: string; text: string; missed: boolean }[] };
  last: { option: string; says: string } | null;
  half_lit: boolean;
  by_character: boolean;
  done: boolean;
  pieces: readonly string[];
  after: string | null;
}

export interface StationMine {
  arrived: boolean;
  can_confirm: boolean;
}

export type Way = 'code' | 'word' | 'position' | 'plan_b';
