import { expect, it } from 'vitest';
import { actWords, canUndo, commandWords } from '../acts/history';
import { view } from './a_group';

const said = (command: Parameters<typeof commandWords>[1]) => commandWords(view(), command).replaceAll('\u00a0', ' ');

it.each([
  [{ type: 'open_day', day: 2 }, 'Jour 2 ouvert'],
  [{ type: 'give_hint', mission: 'm1', text: '' }, 'Indice donné, « Mission m1 »'],
  [{ type: 'skip_mission', mission: 'm2', reason: '' }, '« Mission m2 » mise de côté'],
  [{ type: 'remove_seat', seat: 'lou' }, 'Lou n’est plus à table'],
  [{ type: 'shift_calendar', from_day: 2, days: 1 }, 'À partir du jour 2 : 1 jour plus tard'],
  [{ type: 'shift_calendar', from_day: 2, days: -3 }, 'À partir du jour 2 : 3 jours plus tôt'],
  [
    { type: 'shift_slots', day: 1, from_mission: 'm2', minutes: 40 },
    '« Mission m2 » et la suite : 40 minutes plus tard',
  ],
  [{ type: 'give_time', mission: 'm1', minutes: 5 }, '+ 5 minutes'],
  [{ type: 'switch_plan_b', mission: 'm1', seat: 'lou', on: true }, 'Plan B, « Mission m1 » pour Lou'],
  [{ type: 'switch_plan_b', mission: 'm1', seat: null, on: false }, 'Retour au plan prévu, « Mission m1 »'],
  [{ type: 'say', to: 'lou', text: 'Bravo.' }, 'Message à Lou'],
  [{ type: 'say', to: null, text: 'Bravo.' }, 'Message au groupe'],
  [{ type: 'excuse_seat', seat: 'lou' }, 'Lou : absence excusée'],
])('%o reads « %s » in the undo bar', (command, words) => {
  expect(said(command)).toBe(words);
});

it('an act reads the same in the history as in the undo bar', () => {
  const act = { act: 'shift_calendar', mission: null, seat: null, number: 2001, detail: null };
  expect(actWords(view(), act)).toBe(commandWords(view(), { type: 'shift_calendar', from_day: 2, days: 1 }));
});

it('an act is undone once, and an accepted answer never', () => {
  expect(canUndo({ act: 'force_step', undone: false })).toBe(true);
  expect(canUndo({ act: 'pause', undone: true })).toBe(false);
  expect(canUndo({ act: 'accept_answer', undone: false })).toBe(false);
});

it('words that somebody typed never stand in the name of an act', () => {
  expect(said({ type: 'say', to: 'lou', text: 'Viens me voir.', reason: 'triste' })).not.toMatch(/Viens|triste/);
});
