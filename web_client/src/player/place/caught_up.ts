/** Which missions done without me this phone has told me of, and which of their offers I have opened since. */

const TOLD = 'told';
const SEEN = 'seen';
type What = typeof TOLD | typeof SEEN;

const keyOf = (seat: string, what: What) => `eclats-${what}-${seat}`;

export function toldOf(seat: string): readonly string[] {
  return read(seat, TOLD);
}

export function keepTold(seat: string, missions: readonly string[]): void {
  add(seat, TOLD, missions);
}

export function seenOf(seat: string): readonly string[] {
  return read(seat, SEEN);
}

export function keepSeen(seat: string, mission: string): void {
  add(seat, SEEN, [mission]);
}

function read(seat: string, what: What): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(seat, what)) ?? '[]');
    return Array.isArray(kept) ? (kept as string[]) : [];
  } catch {
    return [];
  }
}

function add(seat: string, what: What, missions: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(seat, what), JSON.stringify([...new Set([...read(seat, what), ...missions])]));
  } catch {
    return;
  }
}
