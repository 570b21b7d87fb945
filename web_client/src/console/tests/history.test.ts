import { expect, it } from 'vitest';
import { actWords, canUndo, commandWords } from '../history';
import { view } from './a_group';

const said = (command: Parameters<typeof commandWords>[1]) => commandWords(view(), command).replaceAll('\u00a0', ' ');

it.each([
  [{ type: 'open_day', day: 2 }, 'Jour 2 ouvert'],
  [{ type: 'give_hint', mission: 'm1', text: '' }, 'Indice donné, « Mission m1 »'],
  [{ type: 'skip_mission', mission: 'm2', reason: '' }, '« Mission m2 » mise de côté'],
  [{ type: 'remove_seat', seat: 'lou' }, 'Lou n’est plus à table'],
  [{ type: 'shift_calendar', from_day: 2, days: 1 }, 'À partir du jour 2 : 1 jour plus tard'],
  [{ type: 'shift_calendar', from_day: 2, days: -3 }, 'À partir du jour 2 : 3 jours plus tôt'],
])('%o reads « %s » in the undo bar', (command, words) => {
  expect(said(command)).toBe(words);
});

it('an act reads the same in the history as in the undo bar', () => {
  const act = { act: 'shift_calendar', mission: null, seat: null, number: 2001 };
  expect(actWords(view(), act)).toBe(commandWords(view(), { type: 'shift_calendar', from_day: 2, days: 1 }));
});

it('an act is undone once, and a forced step never', () => {
  expect(canUndo({ act: 'pause', undone: false })).toBe(true);
  expect(canUndo({ act: 'pause', undone: true })).toBe(false);
  expect(canUndo({ act: 'force_step', undone: false })).toBe(false);
});
