import { expect, it } from 'vitest';
import { choiceOf, sharedWith, slotWords, spread, type Slot } from '../choosing';

const slot = (start: string): Slot => ({
  offer: start,
  start,
  minutes: 30,
  time_zone: 'Europe/Paris',
  words: '',
  counsellor: 'Karim',
});
const LINES = [
  { text: ' La cuisine ', shown: true },
  { text: 'Ma santé', shown: false },
  { text: '  ', shown: true },
];

it('only what was ticked and written is shown, and nothing goes with « pas maintenant »', () => {
  expect(sharedWith(choiceOf('an-offer'), LINES)).toEqual(['La cuisine']);
  expect(sharedWith(choiceOf('call_back'), LINES)).toEqual(['La cuisine']);
  expect(sharedWith(choiceOf('not_now'), LINES)).toEqual([]);
});

it('a tile that is neither of the two words is a moment', () => {
  expect(choiceOf('signed.offer')).toEqual({ choice: 'slot', offer: 'signed.offer' });
  expect(choiceOf('not_now')).toEqual({ choice: 'not_now', offer: null });
});

it('the first moments are on different days, in order, and filled up when there are few days', () => {
  const [a, b, c, d] = ['08T10:00', '08T11:00', '10T09:30', '11T14:00'].map((at) => slot(`2026-12-${at}:00+01:00`));
  expect(spread([a!, b!, c!, d!], 3)).toEqual([a, c, d]);
  expect(spread([a!, b!], 3)).toEqual([a, b]);
});

it('a moment is said in the hour of its place, on both sides of the clock change', () => {
  const said = (start: string) => slotWords(slot(start)).replaceAll('\u00a0', ' ');
  expect(said('2026-12-08T14:30:00+01:00')).toBe('Mardi 8 déc., 14 h 30');
  expect(said('2027-03-29T09:00:00+02:00')).toBe('Lundi 29 mars, 9 h');
});
