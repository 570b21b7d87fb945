import { expect, it } from 'vitest';
import {
  dateAfter,
  daysOf,
  following,
  marksOf,
  movable,
  shortDate,
  timeAfter,
  type PlannedDay,
} from '../calendar/plan';
import { DAY_ONE } from './a_group';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
const planned = (number: number | null, changes: Partial<PlannedDay> = {}): PlannedDay => ({
  number,
  title: '',
  on: '2027-03-06',
  opens: '14:00:00',
  closes: '17:00:00',
  status: 'before',
  catch_up: number === null,
  weekend: false,
  holiday: null,
  slots: [],
  conflicts: [],
  ...changes,
});

it('a weekend, a holiday and each conflict are named', () => {
  const day = planned(4, { weekend: true, holiday: 'Lundi de Pâques', conflicts: ['slots_overlap', 'new_one'] });
  expect(marksOf(day).map(({ text, conflict }) => [spaced(text), conflict])).toEqual([
    ['Week-end', false],
    ['Férié : Lundi de Pâques', true],
    ['Deux missions se chevauchent', true],
    ['Les heures se gênent', true],
  ]);
});

it('a day takes with it every day that follows, and no catch-up day', () => {
  const days = [planned(1), planned(2), planned(null), planned(3)];
  expect(following(days, planned(2)).map((day) => day.number)).toEqual([2, 3]);
  expect(following(days, planned(null))).toEqual([]);
});

it('what is done in a day does not move any more', () => {
  const slot = { title: '', at: '', starts: '14:00:00', minutes: 30 };
  const slots = [
    { ...slot, mission: 'm1', status: 'done' as const },
    { ...slot, mission: 'm2', status: 'open' as const },
  ];
  expect(movable(planned(1, { slots })).map((one) => one.mission)).toEqual(['m2']);
});

it('dates and hours move over a month, a change of clocks and midnight', () => {
  expect([dateAfter('2027-02-28', 1), dateAfter('2027-03-28', 1), dateAfter('2027-03-01', -1)]).toEqual([
    '2027-03-01',
    '2027-03-29',
    '2027-02-28',
  ]);
  expect([timeAfter('14:30:00', 40), timeAfter('00:05:00', -10), timeAfter('23:50:00', 20)]).toEqual([
    '15:10:00',
    '23:55:00',
    '00:10:00',
  ]);
  expect(shortDate('2027-11-24')).toBe('mer. 24 nov.');
});

it('before the team’s own slice has come, the days that everyone sees are told', () => {
  expect(daysOf(undefined, DAY_ONE).map((day) => [day.number, day.status])).toEqual([
    [1, 'open'],
    [2, 'before'],
  ]);
});
