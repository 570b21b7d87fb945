/** My appointments with a counsellor, as my own page says them; the game knows none of this. */
import { ask, type Answered } from './requests';

export interface Meeting {
  id: string;
  mission: string | null;
  /** In ISO 8601, with the offset of the place. */
  start: string;
  time_zone: string;
  /** « mardi 8 décembre 2026 à 14 h 30 », in the wall time of the place. */
  words: string;
  counsellor: string;
  place: string;
  status: string;
  /** What I show for it, and since when it is in my counsellor's calendar, in words. */
  shared?: readonly string[];
  proof?: string | null;
  /** Until when I change it alone. */
  alone_until?: string;
  /** My counsellor's calendar has said no. */
  declined?: boolean;
}

/** Something that happened to an appointment since I last looked. */
export interface Change {
  id: string;
  booking: string;
  kind: 'confirmed' | 'moved' | 'cancelled' | 'may_change' | 'declined' | 'replaced' | 'reminder' | 'follow_up';
}

const STANDING: readonly string[] = ['held', 'booked'];

export function meetings(seat: string): Promise<Answered<Meeting[]>> {
  return ask('GET', `/api/seats/${seat}/appointments`);
}

export function changes(seat: string): Promise<Answered<Change[]>> {
  return ask('GET', `/api/seats/${seat}/notices`);
}

/** Whether it still stands, and can be cancelled. */
export function stands({ status }: Meeting): boolean {
  return STANDING.includes(status);
}

const LOOK_EVERY = 30_000;

/** Looks again every thirty seconds, and when somebody comes back to the page; the function given back ends it. */
export function watch(look: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') look();
  };
  const timer = setInterval(seen, LOOK_EVERY);
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}
