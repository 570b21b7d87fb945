/** How somebody reads best: the size of letters, the room around them, their face. Kept on this phone, fetched when chosen. */
import './reading.css';

export const SIZES = [100, 125, 150, 200] as const;

export interface Reading {
  /** Of letters, and of all that is measured in them, in per cent. */
  size: (typeof SIZES)[number];
  /** More room between lines, words and letters. */
  room: boolean;
  /** Letters with heavy feet. */
  face: boolean;
}

const KEY = 'eclats-reading';
const USUAL: Reading = { size: 100, room: false, face: false };

export function reading(): Reading {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Reading>;
    const size = SIZES.find((one) => one === kept.size) ?? USUAL.size;
    return { size, room: kept.room === true, face: kept.face === true };
  } catch {
    return USUAL;
  }
}

export function chooseReading(change: Partial<Reading>): Reading {
  const chosen = { ...reading(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // It lasts as long as the page.
  }
  applyReading(chosen);
  return chosen;
}

export function applyReading({ size, room, face }: Reading): void {
  const { dataset } = document.documentElement;
  dataset['size'] = String(size);
  dataset['room'] = room ? 'wide' : '';
  dataset['face'] = face ? 'spread' : '';
}
