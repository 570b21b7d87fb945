/** The line of a group's moments: where one stands on it, and how a day is replayed in a minute. Pure. */

/** One thing that happened, as `GET /api/groups/{group}/moments` tells it. */
export interface Moment {
  readonly version: number;
  /** UTC. */
  readonly at: string;
  /** 0 before the first day. */
  readonly day: number;
  readonly kind: string;
  readonly words: string;
  readonly by: string | null;
  readonly by_name: string | null;
  readonly reason: string | null;
  readonly mission: string | null;
}

/** A day is replayed in this time, in milliseconds. */
export const A_MINUTE = 60_000;
/** The eye needs this long for each moment, and nothing is waited for longer than that. */
const SHORTEST = 350;
const LONGEST = 4_000;

/** The index of the first moment of each day, in order. */
export function dayStarts(moments: readonly Moment[]): { day: number; index: number }[] {
  return moments.flatMap(({ day }, index) => (index === 0 || moments[index - 1]?.day !== day ? [{ day, index }] : []));
}

/** The first and the last moment of the day to which this one belongs. */
export function dayAround(moments: readonly Moment[], index: number): { from: number; to: number } {
  const day = moments[index]?.day;
  let [from, to] = [index, index];
  while (from > 0 && moments[from - 1]?.day === day) from -= 1;
  while (to < moments.length - 1 && moments[to + 1]?.day === day) to += 1;
  return { from, to };
}

/**
 * How long each moment of a day is shown, in milliseconds: as long as it lasted beside the others, within what the eye
 * can follow. Together they make about a minute, or less when little happened.
 */
export function paces(moments: readonly Moment[], from: number, to: number, whole = A_MINUTE): number[] {
  const times = moments.slice(from, to + 1).map((moment) => Date.parse(moment.at));
  const lasted = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const span = lasted.reduce((sum, one) => sum + one, 0) || 1;
  const shortest = Math.min(SHORTEST, whole / Math.max(1, lasted.length));
  return lasted.map((one) => Math.min(LONGEST, Math.max(shortest, (one / span) * whole)));
}
