import { describe, expect, it } from 'vitest';
import { addDays, instantAt, mondayOf, wallAt, weekdayOf } from '../zone';

const PARIS = 'Europe/Paris';
const utc = (text: string) => Date.parse(text);

describe('the clocks of a place', () => {
  it.each([
    ['2026-12-08T13:30:00Z', PARIS, '2026-12-08', 870],
    ['2026-07-08T12:30:00Z', PARIS, '2026-07-08', 870],
    ['2026-12-07T23:30:00Z', PARIS, '2026-12-08', 30],
    ['2026-12-08T13:30:00Z', 'Indian/Reunion', '2026-12-08', 1050],
    ['2026-12-08T02:30:00Z', 'America/Martinique', '2026-12-07', 1350],
  ])('show %s in %s as %s, minute %i', (instant, zone, day, minutes) => {
    expect(wallAt(utc(instant), zone)).toEqual({ day, minutes });
  });

  it.each([
    ['2027-03-27', 9 * 60, '2027-03-27T08:00:00Z'],
    ['2027-03-28', 9 * 60, '2027-03-28T07:00:00Z'],
    ['2026-10-24', 9 * 60, '2026-10-24T07:00:00Z'],
    ['2026-10-25', 9 * 60, '2026-10-25T08:00:00Z'],
  ])('on %s, minute %i is %s: nine o’clock stays nine o’clock over a change', (day, minutes, instant) => {
    expect(instantAt({ day, minutes }, PARIS)).toBe(utc(instant));
  });

  it('a time shown twice is the first one, a time skipped is the one just after', () => {
    expect(instantAt({ day: '2026-10-25', minutes: 150 }, PARIS)).toBe(utc('2026-10-25T00:30:00Z'));
    expect(instantAt({ day: '2027-03-28', minutes: 150 }, PARIS)).toBe(utc('2027-03-28T01:30:00Z'));
  });

  it('the end of a day is the start of the next, whatever its length', () => {
    for (const day of ['2026-10-25', '2027-03-28', '2026-12-31'])
      expect(instantAt({ day, minutes: 1440 }, PARIS)).toBe(instantAt({ day: addDays(day, 1), minutes: 0 }, PARIS));
  });

  it('every hour of a year comes back as it was given, except the one that is skipped', () => {
    const wrong: string[] = [];
    for (let day = '2026-06-01'; day < '2027-06-01'; day = addDays(day, 1))
      for (let minutes = 0; minutes < 1440; minutes += 60) {
        const shown = wallAt(instantAt({ day, minutes }, PARIS), PARIS);
        if (shown.day !== day || shown.minutes !== minutes) wrong.push(`${day} ${minutes}`);
      }
    expect(wrong).toEqual(['2027-03-28 120']);
  });
});

it('weeks begin on Monday, over months and years', () => {
  expect(mondayOf('2026-12-13')).toBe('2026-12-07');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  expect(weekdayOf('2026-12-13')).toBe(6);
  expect(addDays('2027-03-27', 7)).toBe('2027-04-03');
});
