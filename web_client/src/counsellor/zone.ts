/** Clocks of a place: an instant as they show it, and the instant when they show a time. Days are « 2027-03-30 ». */

export interface Wall {
  day: string;
  /** Minutes since midnight as the clocks count them. */
  minutes: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of `zone` show at `instant` (milliseconds since 1970, UTC). */
export function wallAt(instant: number, zone: string): Wall {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${part['year']}-${part['month']}-${part['day']}`,
    minutes: Number(part['hour']) * 60 + Number(part['minute']),
  };
}

/** The first instant when the clocks of `zone` show this time; of a time that they skip, the one just after. */
export function instantAt({ day, minutes }: Wall, zone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;
  const [before, after] = [offset(asUtc - DAY, zone), offset(asUtc + DAY, zone)];
  const shown = [asUtc - before, asUtc - after].sort((a, b) => a - b).find((it) => it + offset(it, zone) === asUtc);
  return shown ?? asUtc - before;
}

export function addDays(day: string, number: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + number * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day));
}

/** « 14:30 » as minutes since midnight. */
export function minutesOf(wall: string): number {
  const [hours = '0', minutes = '0'] = wall.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Minutes since midnight as « 14:30 ». */
export function clockOfMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function offset(instant: number, zone: string): number {
  const { day, minutes } = wallAt(instant, zone);
  return Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE - Math.floor(instant / MINUTE) * MINUTE;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, clock);
  return clock;
}
