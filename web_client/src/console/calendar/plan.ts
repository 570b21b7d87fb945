/** The days of a group as the staff slice « calendar » tells them, and what is said of each. Pure. */
import { hourOf } from '../formats';
import type { GroupSlice } from '../shapes';
import { words } from './words.fr';

export interface Slot {
  readonly mission: string;
  readonly title: string;
  /** UTC. */
  readonly at: string;
  /** Wall time, "14:00:00". */
  readonly starts: string;
  readonly minutes: number;
  readonly status: 'closed' | 'open' | 'aside' | 'done';
}

export interface PlannedDay {
  /** Null for a catch-up day. */
  readonly number: number | null;
  readonly title: string;
  /** A local date, "2027-03-01". */
  readonly on: string;
  readonly opens: string;
  readonly closes: string;
  readonly status: 'before' | 'open' | 'ended';
  readonly catch_up: boolean;
  readonly weekend: boolean;
  /** The name of the public holiday. */
  readonly holiday: string | null;
  readonly slots: readonly Slot[];
  /** Codes. */
  readonly conflicts: readonly string[];
}

export interface CalendarSlice {
  readonly time_zone: string;
  readonly days: readonly PlannedDay[];
}

/** The days as far as they are known: before the team's own slice has come, those that everyone sees. */
export function daysOf(calendar: CalendarSlice | undefined, group: GroupSlice | undefined): readonly PlannedDay[] {
  if (calendar !== undefined) return calendar.days;
  return (group?.calendar ?? []).map((day) => ({
    ...day,
    title: '',
    status: day.number < (group?.day ?? 0) ? 'ended' : day.number === group?.day ? statusOf(group) : 'before',
    catch_up: false,
    weekend: isWeekend(day.on),
    holiday: null,
    slots: [],
    conflicts: [],
  }));
}

/** « Week-end », « Férié : 14 juillet », and each conflict by its name. */
export function marksOf(day: PlannedDay): { text: string; conflict: boolean }[] {
  return [
    ...(day.catch_up ? [{ text: words.catchUp, conflict: false }] : []),
    ...(day.weekend ? [{ text: words.weekend, conflict: false }] : []),
    ...(day.holiday === null ? [] : [{ text: words.holiday(day.holiday), conflict: true }]),
    ...day.conflicts.map((code) => ({ text: words.conflicts[code] ?? words.someConflict, conflict: true })),
  ];
}

/** « mer. 25 nov. » */
export function shortDate(date: string): string {
  const format = new Intl.DateTimeFormat('fr-FR', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T12:00:00Z`)).replace(/\b1 (?=[a-zéû])/, '1er ');
}

/** « 14 h à 17 h » */
export function hoursOf({ opens, closes }: Pick<PlannedDay, 'opens' | 'closes'>): string {
  return words.hours(hourOf(opens), hourOf(closes));
}

/** The missions that can still be moved: the first one moves the whole of what is left of the day. */
export function movable(day: PlannedDay): readonly Slot[] {
  return day.slots.filter((slot) => slot.status !== 'done');
}

/** What moves with that day: itself and every numbered day after it. */
export function following(days: readonly PlannedDay[], from: PlannedDay): PlannedDay[] {
  const first = from.number;
  return first === null ? [] : days.filter((day) => day.number !== null && day.number >= first);
}

export function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The date some days later (or earlier), local. */
export function dateAfter(date: string, days: number): string {
  const moved = new Date(`${date}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** "14:40:00" forty minutes after "14:00:00"; past midnight it starts again at zero. */
export function timeAfter(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number);
  const total = (((hours * 60 + past + minutes) % 1440) + 1440) % 1440;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(total / 60))}:${two(total % 60)}:00`;
}

function statusOf(group: GroupSlice): PlannedDay['status'] {
  return group.day_status === 'before' ? 'before' : group.day_status;
}
