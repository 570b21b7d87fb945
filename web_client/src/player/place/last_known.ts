/** The group as it was when this page was last open: a page that Android killed, or that opens without network, begins there. */
import type { Slices } from '@kit/wire';

interface Kept {
  slices: Slices;
  here: readonly string[];
}

const key = (seat: string) => `eclats-last-${seat}`;

export function lastKnown(seat: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key(seat)) ?? 'null') as Kept | null;
    return kept !== null && typeof kept.slices === 'object' && Array.isArray(kept.here) ? kept : null;
  } catch {
    return null;
  }
}

export function keepLastKnown(seat: string, kept: Kept): void {
  try {
    localStorage.setItem(key(seat), JSON.stringify(kept));
  } catch {
    forgetLastKnown(seat);
  }
}

/** When this place is closed on this phone, nothing of it stays. */
export function forgetLastKnown(seat: string): void {
  try {
    localStorage.removeItem(key(seat));
  } catch {
    return;
  }
}
