import { describe, expect, it } from 'vitest';
import { dayOf, firstToShow, frameOf, isToConfirm, isToMark, metBy, weekOf, within, weekToOpen } from '../week';
import { agendaOf, appointment, every, hoursOf, PARIS } from './examples';

const TUESDAY = '2026-12-08';
const morning = hoursOf({ openings: [every(1, '09:00:00', '12:00:00')] });
const spans = (found: readonly { from: number; to: number }[]) => found.map(({ from, to }) => [from / 60, to / 60]);

/** Nothing of what is drawn is past yet. */
const BEFORE = Date.parse('2026-01-01T00:00:00Z');

describe('a day', () => {
  it('has the appointment where the clocks of the site show it, whatever the zone of the screen', () => {
    const { appointments } = dayOf(
      TUESDAY,
      agendaOf(appointment({ start: '2026-12-08T13:30:00Z' })),
      morning,
      PARIS,
      BEFORE,
    );
    expect(spans(appointments)).toEqual([[14.5, 15]]);
  });

  it('leaves out what was cancelled, and keeps what has taken place', () => {
    const agenda = agendaOf(
      appointment({ start: '2026-12-08T08:00:00Z', status: 'cancelled_by_youth' }),
      appointment({ start: '2026-12-08T09:00:00Z', status: 'attended' }),
    );
    expect(dayOf(TUESDAY, agenda, morning, PARIS, BEFORE).appointments.map((it) => it.appointment.status)).toEqual([
      'attended',
    ]);
  });

  it('is free in its weekly hours, except during an absence', () => {
    const away = { id: 'a', start: '2026-12-08T09:00:00Z', end: '2026-12-08T10:00:00Z' };
    const day = dayOf(TUESDAY, agendaOf(), { ...morning, absences: [away] }, PARIS, BEFORE);
    expect(spans(day.free)).toEqual([
      [9, 10],
      [11, 12],
    ]);
    expect(spans(day.away)).toEqual([[10, 11]]);
  });

  it('follows its own hours instead of the weekly ones, and none when it is closed', () => {
    const open = { id: 'x', day: TUESDAY, start: '14:00:00', end: '15:00:00' };
    const shut = { id: 'y', day: TUESDAY, start: null, end: null };
    expect(spans(dayOf(TUESDAY, agendaOf(), { ...morning, exceptions: [open] }, PARIS, BEFORE).free)).toEqual([
      [14, 15],
    ]);
    const closed = dayOf(TUESDAY, agendaOf(), { ...morning, exceptions: [shut] }, PARIS, BEFORE);
    expect([closed.free, spans(closed.away)]).toEqual([[], [[0, 24]]]);
  });

  it('keeps weekly hours only between their dates', () => {
    const until = hoursOf({ openings: [{ ...every(1, '09:00:00', '12:00:00'), valid_to: '2026-12-07' }] });
    expect(dayOf(TUESDAY, agendaOf(), until, PARIS, BEFORE).free).toEqual([]);
  });

  it('says « occupé » for the other things of the calendar, once where an absence covers them', () => {
    const agenda = { ...agendaOf(), busy: [{ start: '2026-12-08T08:00:00Z', end: '2026-12-08T10:00:00Z' }] };
    const away = { id: 'a', start: '2026-12-08T09:00:00Z', end: '2026-12-08T12:00:00Z' };
    const day = dayOf(TUESDAY, agenda, { ...morning, absences: [away] }, PARIS, BEFORE);
    expect(day.away.map(({ why, from, to }) => [why, from / 60, to / 60])).toEqual([
      ['away', 10, 13],
      ['busy', 9, 10],
    ]);
  });

  it('writes « libre » where no appointment covers the word', () => {
    const agenda = agendaOf(appointment({ start: '2026-12-08T08:00:00Z' }));
    expect(dayOf(TUESDAY, agenda, morning, PARIS, BEFORE).free[0]?.labelAt).toBe(9.5 * 60);
  });

  it('draws an absence of several days on each of them', () => {
    const away = { id: 'a', start: '2026-12-07T13:00:00Z', end: '2026-12-09T09:00:00Z' };
    const hours = hoursOf({ absences: [away] });
    const days = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10'];
    expect(days.map((day) => spans(dayOf(day, agendaOf(), hours, PARIS, BEFORE).away))).toEqual([
      [[14, 24]],
      [[0, 24]],
      [[0, 10]],
      [],
    ]);
  });
});

describe('the weeks when the clocks change', () => {
  const everyDay = hoursOf({ openings: [0, 1, 2, 3, 4, 5, 6].map((it) => every(it, '09:00:00', '12:00:00')) });

  it.each(['2026-10-19', '2026-10-26', '2027-03-22', '2027-03-29'])(
    'from %s, nine o’clock is drawn at nine',
    (monday) => {
      const week = weekOf(monday, agendaOf(), everyDay, PARIS, BEFORE);
      expect(week.map((it) => spans(it.free))).toEqual(Array.from({ length: 7 }, () => [[9, 12]]));
    },
  );

  it.each([
    ['2026-10-23', '2026-10-23T12:30:00Z'],
    ['2026-10-26', '2026-10-26T13:30:00Z'],
    ['2027-03-26', '2027-03-26T13:30:00Z'],
    ['2027-03-29', '2027-03-29T12:30:00Z'],
  ])('on %s, %s is half past two', (day, start) => {
    expect(spans(dayOf(day, agendaOf(appointment({ start })), everyDay, PARIS, BEFORE).appointments)).toEqual([
      [14.5, 15],
    ]);
  });

  it('a whole day away is a whole day, of 23, 24 or 25 hours', () => {
    const shortDay = { id: 'a', start: '2027-03-27T23:00:00Z', end: '2027-03-28T22:00:00Z' };
    const longDay = { id: 'b', start: '2026-10-24T22:00:00Z', end: '2026-10-25T23:00:00Z' };
    const hours = hoursOf({ absences: [shortDay, longDay] });
    for (const day of ['2027-03-28', '2026-10-25'])
      expect(spans(dayOf(day, agendaOf(), hours, PARIS, BEFORE).away)).toEqual([[0, 24]]);
    expect(dayOf('2027-03-29', agendaOf(), hours, PARIS, BEFORE).away).toEqual([]);
  });

  it('what lasts over the hour shown twice keeps its length', () => {
    const night = appointment({ start: '2026-10-25T00:45:00Z', end: '2026-10-25T01:15:00Z' });
    expect(dayOf('2026-10-25', agendaOf(night), hoursOf(), PARIS, BEFORE).appointments[0]).toMatchObject({
      from: 165,
      to: 195,
    });
  });
});

describe('a week', () => {
  it('has five days, and the weekend only when something stands there', () => {
    const saturday = hoursOf({ openings: [every(5, '09:00:00', '12:00:00')] });
    expect(weekOf('2026-12-07', agendaOf(), morning, PARIS, BEFORE)).toHaveLength(5);
    expect(weekOf('2026-12-07', agendaOf(), saturday, PARIS, BEFORE).map((it) => it.day)).toContain('2026-12-12');
  });

  it('shows nine to five, and more when something stands outside', () => {
    const early = hoursOf({ openings: [every(1, '07:30:00', '12:00:00')] });
    const late = agendaOf(appointment({ start: '2026-12-08T17:30:00Z' }));
    expect(spans([frameOf(weekOf('2026-12-07', agendaOf(), morning, PARIS, BEFORE))])).toEqual([[9, 17]]);
    expect(spans([frameOf(weekOf('2026-12-07', late, early, PARIS, BEFORE))])).toEqual([[7, 19]]);
  });

  it('cuts at its edges what is longer, and leaves out what is elsewhere', () => {
    expect(within({ from: 0, to: 1440 }, { from: 540, to: 1020 })).toEqual({ from: 540, to: 1020 });
    expect(within({ from: 0, to: 540 }, { from: 540, to: 1020 })).toBeNull();
  });
});

describe('what waits for the counsellor', () => {
  const now = Date.parse('2026-12-08T10:00:00Z');
  const past = appointment({ start: '2026-12-08T09:00:00Z' });
  const soon = appointment({ start: '2026-12-08T11:00:00Z', confirmed: true });
  const later = appointment({ start: '2026-12-09T11:00:00Z' });

  it('is to confirm before it begins, and to mark once it has begun', () => {
    expect([past, soon, later].map((it) => isToConfirm(it, now))).toEqual([false, false, true]);
    expect([past, soon, later].map((it) => isToMark(it, now))).toEqual([true, false, false]);
    expect(isToMark({ ...past, status: 'excused' }, now)).toBe(false);
  });

  it('comes first: a conflict, then what is to confirm, then what is next', () => {
    const conflict = { ...soon, conflicts: [{ kind: 'deleted' as const, start: null, end: null }] };
    expect(firstToShow([past, conflict, later], now)).toBe(conflict);
    expect(firstToShow([past, soon, later], now)).toBe(later);
    expect(firstToShow([past, soon], now)).toBe(soon);
    expect(firstToShow([past], now)).toBeUndefined();
  });

  it('an absence meets what touches it and is still to come, not what ends as it begins', () => {
    const [from, to] = ['2026-12-08T08:00:00Z', '2026-12-09T11:00:00Z'].map((it) => Date.parse(it));
    expect(metBy([past, soon, later], from!, to!, now)).toEqual([soon]);
    expect(metBy([later], from!, to! + 1, now)).toEqual([later]);
  });
});

describe('what nobody can take any more', () => {
  const [noon, wednesday] = [Date.parse('2026-12-08T11:00:00Z'), '2026-12-09'];
  const days = [0, 1, 2, 3, 4].map((day) => every(day, '09:00:00', '17:00:00'));
  const hours = hoursOf({ openings: days });

  it('is not drawn free before now', () => {
    expect(spans(dayOf('2026-12-07', agendaOf(), hours, PARIS, noon).free)).toEqual([]);
    expect(spans(dayOf(TUESDAY, agendaOf(), hours, PARIS, noon).free)).toEqual([[12, 17]]);
  });

  it('is not drawn free on a public holiday, but on one that was opened by hand', () => {
    const agenda = { ...agendaOf(), holidays: [wednesday] };
    const day = dayOf(wednesday, agenda, hours, PARIS, noon);
    expect([day.free, day.away.map((it) => it.why)]).toEqual([[], ['holiday']]);
    const open = { id: 'x', day: wednesday, start: '14:00:00', end: '15:00:00' };
    const opened = dayOf(wednesday, agenda, { ...hours, exceptions: [open] }, PARIS, noon);
    expect([spans(opened.free), opened.away]).toEqual([[[14, 15]], []]);
  });

  it('sends who opens the page at the end of a week to the next one', () => {
    const at = (instant: string) => weekToOpen(agendaOf(), hours, PARIS, Date.parse(instant));
    expect(at('2026-12-08T11:00:00Z')).toBe('2026-12-07');
    expect(at('2026-12-11T15:00:00Z')).toBe('2026-12-07');
    expect(at('2026-12-11T16:30:00Z')).toBe('2026-12-14');
    expect(at('2026-12-13T11:00:00Z')).toBe('2026-12-14');
  });
});
