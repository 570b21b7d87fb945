/** Which first day to propose, and what it does to days 4 and 5, the outings of a long adventure. Dates are local. */
import { dayOf } from './formats';
import { newGroup as words } from './words.fr';

const [SUNDAY, WEDNESDAY, SATURDAY] = [0, 3, 6];
/** From this many days on, days 4 and 5 are outings. */
const LONG = 5;

/** Today for a short adventure; for a long one the next Wednesday, whose days 4 and 5 are a weekend. */
export function firstDayFor(today: Date, days: number): string {
  const first = new Date(today);
  if (days >= LONG) first.setDate(first.getDate() + ((WEDNESDAY - first.getDay() + 7) % 7));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${first.getFullYear()}-${two(first.getMonth() + 1)}-${two(first.getDate())}`;
}

/** What to say of days 4 and 5 when they follow each other from `firstDay`; null for a short adventure. */
export function weekendWords(firstDay: string, days: number): string | null {
  if (days < LONG || firstDay === '') return null;
  const [four, five] = [dayAfter(firstDay, 3), dayAfter(firstDay, 4)];
  const onWeekend = weekday(four) === SATURDAY && weekday(five) === SUNDAY;
  return words.weekend(onWeekend ? words.onWeekend : words.notWeekend(dayOf(four), dayOf(five)));
}

function dayAfter(date: string, days: number): string {
  const moved = new Date(`${date}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

function weekday(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay();
}
