/** The places that were opened in this browser, so that coming back is one tap. The cookie opens them, not this list. */

export interface Place {
  seat: string;
  name: string;
  group: string;
  /** The group's code, for the day the cookie has gone. */
  code: string;
}

const KEY = 'eclats-places';
const MOST = 6;

export function places(): Place[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPlace) : [];
  } catch {
    return [];
  }
}

/** The newest first; what is not known yet keeps its former words. */
export function keepPlace(place: { seat: string } & Partial<Place>): void {
  const before = places();
  const known = before.find(({ seat }) => seat === place.seat) ?? { seat: place.seat, name: '', group: '', code: '' };
  const others = before.filter(({ seat }) => seat !== place.seat);
  store([{ ...known, ...place }, ...others].slice(0, MOST));
}

export function forgetPlace(seat: string): void {
  store(places().filter((place) => place.seat !== seat));
}

function store(kept: readonly Place[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    return;
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  return ['seat', 'name', 'group', 'code'].every(
    (field) => typeof (value as Record<string, unknown>)[field] === 'string',
  );
}
