import { expect, it } from 'vitest';
import { age, clock, counted, dayOf, hourOf, listed } from '../formats';
import { firstDayFor, weekendWords } from '../first_day';
import { MINUTE } from './a_group';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

it.each([
  [0, 'à l’instant'],
  [9 * MINUTE, '9 min'],
  [125 * MINUTE, '2 h 05'],
  [3 * 24 * 60 * MINUTE, '3 j'],
])('an age of %i milliseconds is said « %s »', (milliseconds, said) => {
  expect(spaced(age(milliseconds))).toBe(said);
});

it('names are listed as one says them', () => {
  expect([[], ['Lou'], ['Lou', 'Noé'], ['Lou', 'Noé', 'Ana']].map(listed)).toEqual([
    '',
    'Lou',
    'Lou et Noé',
    'Lou, Noé et Ana',
  ]);
});

it('zero and one are singular', () => {
  expect([0, 1, 2].map((count) => counted(count, 'essai', 'essais'))).toEqual(['0 essai', '1 essai', '2 essais']);
});

it('an hour is said in the group’s own zone, also after the clocks have changed', () => {
  expect(spaced(clock(Date.parse('2027-03-27T13:05:00Z'), 'Europe/Paris'))).toBe('14 h 05');
  expect(spaced(clock(Date.parse('2027-03-28T13:05:00Z'), 'Europe/Paris'))).toBe('15 h 05');
});

it('days and planned hours are said as one says them', () => {
  expect([dayOf('2027-03-01'), dayOf('2027-03-08')]).toEqual(['lundi 1er mars', 'lundi 8 mars']);
  expect(['14:00:00', '09:30:00'].map((time) => spaced(hourOf(time)))).toEqual(['14 h', '9 h 30']);
});

it('a long adventure begins on a Wednesday, so that days 4 and 5 are a weekend', () => {
  expect(firstDayFor(new Date(2027, 2, 1), 10)).toBe('2027-03-03');
  expect(firstDayFor(new Date(2027, 2, 3), 10)).toBe('2027-03-03');
  expect(weekendWords('2027-03-03', 10)).toContain('le week-end, comme prévu');
});

it('another first day says on which days the outings fall', () => {
  expect(weekendWords('2027-03-01', 10)).toContain('jeudi 4 mars et vendredi 5 mars');
});

it('a short adventure begins today, and has no outings', () => {
  expect(firstDayFor(new Date(2027, 2, 1), 3)).toBe('2027-03-01');
  expect(weekendWords('2027-03-01', 3)).toBeNull();
});
