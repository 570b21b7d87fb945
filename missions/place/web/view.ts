/** What the screen receives: see views.py. */
export interface Card {
  id: string;
  title: string;
  holder: string | null;
  read: boolean;
  slot: string | null;
  missed: readonly string[];
  text: string | null;
}

export interface PlaceShared {
  intro: string;
  mode: 'order' | 'sort' | 'assemble';
  question: string;
  slots: readonly { id: string; name: string }[];
  cards: readonly Card[];
  placed: number;
  last: { card: string; slot: string; says: string } | null;
  done: boolean;
  after: string | null;
}

export interface PlaceMine {
  cards: readonly { id: string; text: string; read: boolean }[];
  alone: boolean;
  pause: { seconds: number; until: number } | null;
}
