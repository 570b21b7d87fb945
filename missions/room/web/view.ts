/** What the screen receives: see views.py. */
export interface Thing {
  id: string;
  name: string;
  x: number;
  y: number;
  w: number;
  h: number;
  needs: 'code' | 'item' | null;
  seen: boolean;
  open: boolean;
  look: string | null;
  then: string | null;
  code: string | null;
}

export interface Scene {
  start: string;
  objects: readonly Thing[];
  items: readonly { id: string; name: string; text: string; used: boolean }[];
}

export interface RoomShared {
  explorer: string | null;
  turn_ends: number | null;
  held: Readonly<Record<string, number>>;
  locks: readonly { id: string; name: string; open: boolean }[];
  sent: readonly string[];
  half_lit: boolean;
  by_character: boolean;
  done: boolean;
  after: string | null;
}

export interface RoomMine {
  scene: Scene | null;
  manuals: readonly { id: string; title: string; text: string }[];
  missed: number;
  can_confirm: boolean;
}
