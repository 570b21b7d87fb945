import { expect, it } from 'vitest';
import { spoken } from '../view';

it('lines of one person stand together, and what nobody says stands apart', () => {
  const lines = [
    { by: null, text: 'Le pont est vide.' },
    { by: 'noe', text: 'Salut.' },
    { by: 'noe', text: 'Je fais quoi ?' },
    { by: 'mado', text: 'Attends.' },
  ];
  expect(spoken(lines)).toEqual([
    { by: null, texts: ['Le pont est vide.'] },
    { by: 'noe', texts: ['Salut.', 'Je fais quoi ?'] },
    { by: 'mado', texts: ['Attends.'] },
  ]);
});
