/** When something is, said as one says it, in the group's own zone. */
import { partsOf, type Parts } from '@kit/dates';
import { words } from './time_words.fr';

/** « aujourd’hui, à 14 h », « demain, à 14 h », « mardi 8 décembre, à 14 h 30 » */
export function momentWords(at: string, zone: string, now: number): string {
  const parts = partsOf(new Date(at), zone);
  return words.at(whenWords(parts, zone, now), parts.hour);
}

/** « À demain, 14 h », « À mardi, 14 h », « Au 8 décembre, 14 h »: the goodbye that is also the next meeting. */
export function goodbyeWords(at: string, zone: string, now: number): string {
  const parts = partsOf(new Date(at), zone);
  const ahead = daysAhead(parts.date, zone, now);
  if (ahead === 0) return words.untilLater(parts.hour);
  if (ahead === 1) return words.untilTomorrow(parts.hour);
  return ahead < 7 ? words.untilWeekday(parts.weekday, parts.hour) : words.untilDay(parts.day, parts.hour);
}

/** « mardi 8 décembre, à 14 h » for something that already has a date, wherever we stand. */
export function dateWords(at: string, zone: string): string {
  const { fullDay, hour } = partsOf(new Date(at), zone);
  return words.at(fullDay, hour);
}

/** « mardi 8 décembre », of a date without an hour: `2026-12-08`. */
export function dayWords(on: string): string {
  return partsOf(new Date(`${on}T12:00:00Z`), 'UTC').fullDay;
}

/** Whether the clock of this phone shows another hour than the group's at that moment. */
export function elsewhere(at: string, zone: string, own = Intl.DateTimeFormat().resolvedOptions().timeZone): boolean {
  return partsOf(new Date(at), zone).hour !== partsOf(new Date(at), own).hour;
}

function whenWords({ date, fullDay }: Parts, zone: string, now: number): string {
  const ahead = daysAhead(date, zone, now);
  if (ahead === 0) return words.today;
  return ahead === 1 ? words.tomorrow : fullDay;
}

function daysAhead(date: string, zone: string, now: number): number {
  const today = partsOf(new Date(now), zone).date;
  return Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
}
