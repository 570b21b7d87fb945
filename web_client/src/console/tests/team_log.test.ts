import { expect, it } from 'vitest';
import { doer, story, taskWords, type TaskAct } from '../team_log';
import type { Act } from '../shapes';

const NAMES: Readonly<Record<string, string>> = { lea: 'vous', karim: 'Karim', nour: 'Nour' };
const who = (staff: string) => NAMES[staff] ?? '';
const act = (fields: Pick<Act, 'version' | 'at'>): Act => ({
  act: 'pause',
  by: 'lea',
  mission: null,
  seat: null,
  number: 0,
  detail: null,
  reason: null,
  undone: false,
  ...fields,
});
const task = (fields: Partial<TaskAct>): TaskAct => ({
  at: '2027-03-01T14:00:00Z',
  act: 'claim',
  by: 'lea',
  to: null,
  key: 'g1.call.c1',
  note: null,
  ...fields,
});

it.each([
  [task({}), 'Appel à l’aide : vous vous en occupez'],
  [task({ by: 'karim', key: 'g1.silence.m1.0' }), 'Groupe arrêté : Karim s’en occupe'],
  [task({ act: 'hand_over', to: 'karim' }), 'Appel à l’aide : Karim prend la suite'],
  [task({ act: 'take_over', by: 'karim', to: 'lea' }), 'Appel à l’aide : vous prenez la suite'],
  [task({ act: 'release', key: 'g1.absent.s1.4' }), 'Une personne absente : de nouveau pour toute l’équipe'],
  [task({ act: 'snooze', key: 'g1.door' }), 'Arrivée à la porte : remis à un peu plus tard'],
  [task({ key: 'g1.something_new' }), 'Une demande : vous vous en occupez'],
])('%o is told « %s »', (one, words) => {
  expect(taskWords(one, who, 'lea').replaceAll('\u00a0', ' ')).toBe(words);
});

it('whoever takes over is the one who acts', () => {
  expect(doer(task({ act: 'take_over', by: 'karim', to: 'lea' }))).toBe('lea');
  expect(doer(task({ act: 'hand_over', by: 'lea', to: 'karim' }))).toBe('lea');
});

it('acts and hands are one story, the newest first', () => {
  const early = act({ version: 3, at: '2027-03-01T13:00:00Z' });
  const late = act({ version: 9, at: '2027-03-01T15:00:00Z' });
  const lines = story([late, early], [task({})]);
  expect(lines.map((line) => ('act' in line ? line.act.version : line.task.key))).toEqual([9, 'g1.call.c1', 3]);
});
