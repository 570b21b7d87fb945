import { expect, it } from 'vitest';
import { attemptsIn, stepFacts } from '../step_facts';

const NAMES: Record<string, string> = { s1: 'Lou', s2: 'Noé' };
const told = (shared: unknown, staff: unknown, here = 5) =>
  stepFacts({ shared, staff, here, nameOf: (id) => NAMES[id] ?? null }).map((fact) => fact.replaceAll('\u00a0', ' '));

it('pieces: how many are read, where the others wait, what was tried and what is right', () => {
  const options = [
    { id: 'a', text: 'Partir.' },
    { id: 'b', text: 'Rester.' },
  ];
  const shared = { pieces: { total: 6, read: 4, held: {} }, options };
  expect(told(shared, { answer: 'b', reading: ['s1', 's2'], missed: ['a'], proposal: 'b' })).toEqual([
    '4 pièces lues sur 6.',
    'Des pièces attendent chez Lou et Noé.',
    'Proposé : « Rester ». Il manque une deuxième voix.',
    'Déjà essayé : « Partir ».',
    'La réponse : « Rester ».',
  ]);
});

it('when everybody still reads, nobody is named', () => {
  expect(told({}, { reading: ['s1', 's2'] }, 2)).toEqual([]);
});

it('a vote: how many, never whose', () => {
  expect(told({ voted: 4 }, { round: 1, voted: 4, closes_at: 900 }, 7)).toEqual(['Tour 1 : 4 votes sur 7.']);
});

it('a dialogue and an appointment: how many, never whose', () => {
  expect(told({}, { turn: 2, voices: 3, done: false })).toEqual(['3 voix données pour le choix ouvert.']);
  expect(told({}, { decided: 2, done: false }, 7)).toEqual(['2 sur 7 ont fait leur choix. Personne ne voit lequel.']);
});

it('a riddle: the tries, the voice that is missing, and the answers that count', () => {
  expect(told({}, { answers: ['le pont', 'pont'], tries: 3, half_lit: true, near: [] })).toEqual([
    'La bonne réponse est là. Il manque une deuxième voix.',
    '3 essais.',
    'Réponses acceptées : « le pont » et « pont ».',
  ]);
});

it('the attempts to look at are those that were not right, the last one first', () => {
  const attempts = [
    { id: 'w1', text: 'a', worth: 'wrong' },
    { id: 'w2', text: 'b', worth: 'right' },
    { id: 'w3', text: 'c', worth: 'near' },
  ];
  expect(attemptsIn({ attempts }).map((one) => one.id)).toEqual(['w3', 'w1']);
  expect(attemptsIn(null)).toEqual([]);
});

it('a kind that says nothing known is told with nothing', () => {
  expect(told(null, null)).toEqual([]);
});
