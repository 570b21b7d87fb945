import { expect, it } from 'vitest';
import { age, clock, counted, dateOf, dayOf, hourOf, lasting, listed, minutesIn, moment } from '../formats';
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

it('the date of an instant is that of the group’s own zone', () => {
  expect(dateOf(Date.parse('2027-03-28T22:30:00Z'), 'Europe/Paris')).toBe('2027-03-29');
});

it.each([
  [0, '0 h'],
  [45, '45 min'],
  [120, '2 h'],
  [1205, '20 h 05'],
])('%i minutes are said « %s »', (minutes, said) => {
  expect(spaced(lasting(minutes))).toBe(said);
});

it.each([
  ['2 h 30', 150],
  ['2h', 120],
  [' 45 min ', 45],
  ['150', 150],
  ['2 h et demie', null],
  ['', null],
])('« %s » typed is %s minutes', (typed, minutes) => {
  expect(minutesIn(typed)).toBe(minutes);
});

it('what is said of a duration is read back as the same minutes', () => {
  for (const minutes of [0, 5, 60, 61, 719, 900]) expect(minutesIn(lasting(minutes))).toBe(minutes);
});

it('a moment of another day says its day', () => {
  const at = Date.parse('2027-03-01T13:32:00Z');
  expect(moment(at, at + 60_000, 'Europe/Paris').replaceAll('\u00a0', ' ')).toBe('14 h 32');
  expect(moment(at, at + 24 * 3_600_000, 'Europe/Paris').replaceAll('\u00a0', ' ')).toBe('lun. 1er mars, 14 h 32');
});
