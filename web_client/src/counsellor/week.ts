/** The week as it is drawn: what stands where, in the wall time of the site, so that a clock change moves nothing. */
import type { Agenda, Appointment, During, Hours, Opening, Outcome } from './wire';
import { addDays, minutesOf, mondayOf, wallAt, weekdayOf } from './zone';

export const OUTCOMES: readonly Outcome[] = ['attended', 'excused', 'no_show'];
export const MIDNIGHT = 24 * 60;
const LABEL = 20;
const USUAL: Span = { from: 9 * 60, to: 17 * 60 };
const WORKING_DAYS = 5;

/** Minutes since midnight, as the clocks of the site count them. */
export interface Span {
  from: number;
  to: number;
}

export interface FreeSpan extends Span {
  /** Where its word can be read, or null when appointments cover it. */
  labelAt: number | null;
}

export interface AwaySpan extends Span {
  /** `away`: the counsellor said so. `busy`: their own calendar does. `holiday`: the law does. */
  why: 'away' | 'busy' | 'holiday';
}

export interface Placed extends Span {
  appointment: Appointment;
}

export interface WeekDay {
  day: string;
  free: FreeSpan[];
  away: AwaySpan[];
  appointments: Placed[];
}

/** The seven days from that Monday, without a Saturday or a Sunday on which nothing stands. */
export function weekOf(monday: string, agenda: Agenda, hours: Hours, zone: string, now: number): WeekDay[] {
  return Array.from({ length: 7 }, (_, number) => dayOf(addDays(monday, number), agenda, hours, zone, now)).filter(
    (it, number) => number < WORKING_DAYS || it.free.length + it.appointments.length > 0,
  );
}

/** The week to open: this one, or the next when nothing can happen any more in this one. */
export function weekToOpen(agenda: Agenda, hours: Hours, zone: string, now: number): string {
  const monday = mondayOf(wallAt(now, zone).day);
  const isFuture = (it: WeekDay) =>
    it.free.length > 0 || it.appointments.some((one) => !hasBegun(one.appointment, now));
  const left = weekOf(monday, agenda, hours, zone, now).some(isFuture);
  return left || weekdayOf(wallAt(now, zone).day) < WORKING_DAYS - 1 ? monday : addDays(monday, 7);
}

/** One day: nobody is free any more in what is past, nor on a public holiday that was not opened by hand. */
export function dayOf(day: string, agenda: Agenda, hours: Hours, zone: string, now: number): WeekDay {
  const appointments = agenda.appointments
    .filter(isKept)
    .flatMap((appointment) => spansOn(day, appointment, zone).map((span) => ({ ...span, appointment })))
    .sort((a, b) => a.from - b.from);
  const absences = hours.absences.flatMap((it) => spansOn(day, it, zone));
  if (hours.exceptions.some((it) => it.day === day && it.start === null)) absences.push({ from: 0, to: MIDNIGHT });
  const busy = (agenda.busy ?? []).flatMap((it) => spansOn(day, it, zone));
  const isShut = (agenda.holidays ?? []).includes(day) && !hours.exceptions.some((it) => it.day === day);
  const holiday = isShut ? [{ from: 0, to: MIDNIGHT }] : [];
  const open = without(opened(day, hours), [...absences, ...busy, ...holiday, ...past(day, zone, now)]);
  return {
    day,
    appointments,
    free: open.map((span) => ({ ...span, labelAt: readable(span, appointments) })),
    away: [
      ...absences.map((span) => ({ ...span, why: 'away' as const })),
      ...without(holiday, absences).map((span) => ({ ...span, why: 'holiday' as const })),
      ...without(joined(busy), [...absences, ...holiday]).map((span) => ({ ...span, why: 'busy' as const })),
    ],
  };
}

/** The whole hours to draw: the usual ones, and whatever stands outside them. */
export function frameOf(days: readonly WeekDay[]): Span {
  const spans = days.flatMap((it): Span[] => [...it.free, ...it.appointments]);
  const from = Math.min(USUAL.from, ...spans.map((it) => it.from));
  const to = Math.max(USUAL.to, ...spans.map((it) => it.to));
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

/** The part of a span that is drawn, or null when it is outside. */
export function within<T extends Span>(span: T, frame: Span): T | null {
  const [from, to] = [Math.max(span.from, frame.from), Math.min(span.to, frame.to)];
  return from < to ? { ...span, from, to } : null;
}

/** It takes place, or has taken place: neither cancelled nor expired. */
export function isKept({ status }: Appointment): boolean {
  return status === 'booked' || status === 'held' || OUTCOMES.includes(status as Outcome);
}

export function hasBegun(appointment: Appointment, now: number): boolean {
  return Date.parse(appointment.start) <= now;
}

export function isToConfirm(appointment: Appointment, now: number): boolean {
  return appointment.status === 'booked' && !appointment.confirmed && !hasBegun(appointment, now);
}

/** Its answer can be given at once: nothing else has to be settled first. */
export function waits(appointment: Appointment, now: number): boolean {
  return isToConfirm(appointment, now) && appointment.conflicts.length === 0;
}

/** Begun, and nobody has said how it went. */
export function isToMark(appointment: Appointment, now: number): boolean {
  return appointment.status === 'booked' && hasBegun(appointment, now);
}

/** What to show first: what has to be confirmed, else what comes next. */
export function firstToShow(appointments: readonly Appointment[], now: number): Appointment | undefined {
  const coming = appointments.filter((it) => it.status === 'booked' && !hasBegun(it, now));
  return coming.find((it) => it.conflicts.length > 0) ?? coming.find((it) => !it.confirmed) ?? coming[0];
}

/** Those that an absence would displace. */
export function metBy(appointments: readonly Appointment[], from: number, to: number, now: number): Appointment[] {
  return appointments.filter(
    (it) => it.status === 'booked' && !hasBegun(it, now) && Date.parse(it.start) < to && Date.parse(it.end) > from,
  );
}

function opened(day: string, hours: Hours): Span[] {
  const special = hours.exceptions.filter((it) => it.day === day);
  const rules = special.length > 0 ? special : hours.openings.filter((it) => holdsOn(it, day));
  const spans = rules.flatMap(({ start, end }) =>
    start === null || end === null ? [] : [{ from: minutesOf(start), to: minutesOf(end) }],
  );
  return joined(spans);
}

function past(day: string, zone: string, now: number): Span[] {
  const today = wallAt(now, zone);
  if (day > today.day) return [];
  return [{ from: 0, to: day < today.day ? MIDNIGHT : today.minutes }];
}

function holdsOn({ weekday, valid_from, valid_to }: Opening, day: string): boolean {
  return weekday === weekdayOf(day) && (valid_from ?? day) <= day && day <= (valid_to ?? day);
}

function spansOn(day: string, { start, end }: During, zone: string): Span[] {
  const [first, last] = [wallAt(Date.parse(start), zone), wallAt(Date.parse(end), zone)];
  if (first.day > day || last.day < day) return [];
  const span = { from: first.day === day ? first.minutes : 0, to: last.day === day ? last.minutes : MIDNIGHT };
  // An hour that the clocks show twice may end, on the wall, before it began: its length still counts.
  if (first.day === last.day && span.to <= span.from)
    span.to = Math.min(MIDNIGHT, span.from + Math.round((Date.parse(end) - Date.parse(start)) / 60_000));
  return span.from < span.to ? [span] : [];
}

function joined(spans: Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else found.push({ ...span });
  }
  return found;
}

function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>(
    (left, hole) =>
      left.flatMap((span) =>
        [
          { from: span.from, to: Math.min(span.to, hole.from) },
          { from: Math.max(span.from, hole.to), to: span.to },
        ].filter((it) => it.from < it.to),
      ),
    [...spans],
  );
}

function readable(span: Span, appointments: readonly Span[]): number | null {
  return without([span], appointments).find((gap) => gap.to - gap.from >= LABEL)?.from ?? null;
}
