// Spec: V3 V7 SC16
// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import ChoiceTile from '../ChoiceTile.svelte';
import Field from '../Field.svelte';
import Footer from '../Footer.svelte';
import Help from '../Help.svelte';
import { sentences } from '../speech';
import StateLine from '../StateLine.svelte';
import UndoBar from '../UndoBar.svelte';
import VerrierePicture from '../Verriere.svelte';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const linkTo = (href: string) => screen.getAllByRole('link').find((link) => link.getAttribute('href') === href);

it('the help screen dials every line by itself, and starts with the adult on call when one is named', () => {
  render(Help, { onCall: { name: 'Bahia', phone: '03 20 00 00 00', until: '20 h' }, onback: () => undefined });
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('tel:0320000000');
  for (const href of ['tel:112', 'sms:114', 'tel:3114', 'tel:119', 'tel:3018', 'tel:0800235236'])
    expect(linkTo(href)).toBeDefined();
});

it('without an adult on call, 112 takes the first place, once', () => {
  render(Help, { onback: () => undefined });
  expect(screen.getAllByRole('link').filter((link) => link.getAttribute('href') === 'tel:112')).toHaveLength(1);
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('tel:112');
});

it('« Je passe » and « J’ai besoin d’aide » act on one tap', async () => {
  const [onpass, onhelp] = [vi.fn(), vi.fn()];
  render(Footer, { onpass, onhelp });
  await fireEvent.click(screen.getByRole('button', { name: 'Je passe' }));
  await fireEvent.click(screen.getByRole('button', { name: 'J’ai besoin d’aide' }));
  expect([onpass, onhelp].map((act) => act.mock.calls.length)).toEqual([1, 1]);
});

it('the undo bar goes by itself after ten seconds, but not while somebody is on it', async () => {
  vi.useFakeTimers();
  const onend = vi.fn();
  render(UndoBar, { words: '+5 min', onundo: () => undefined, onend });
  await fireEvent.focusIn(screen.getByRole('button', { name: 'Annuler' }));
  vi.advanceTimersByTime(30_000);
  expect(onend).not.toHaveBeenCalled();
  await fireEvent.focusOut(screen.getByRole('button', { name: 'Annuler' }));
  vi.advanceTimersByTime(10_000);
  expect(onend).toHaveBeenCalledOnce();
});

it('a choice is a radio button with its words, and tells what was chosen', async () => {
  const onchoose = vi.fn();
  render(ChoiceTile, { name: 'vote', value: 'ask', label: 'Lui demander', group: null, onchoose });
  await fireEvent.click(screen.getByRole('radio', { name: 'Lui demander' }));
  expect(onchoose).toHaveBeenCalledWith('ask');
});

it('a field’s message is read with the field', () => {
  render(Field, { label: 'La réponse', value: 'clé', message: 'Presque. Il manque un mot.', tone: 'near' });
  const field = screen.getByLabelText('La réponse');
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Presque. Il manque un mot.',
  );
  expect(field.getAttribute('aria-invalid')).toBeNull();
});

it('the state of the link is silent when all is well, and said when it is not', async () => {
  const { rerender } = render(StateLine, { link: 'online', kept: 0 });
  expect(screen.getByRole('status').textContent).toBe('');
  await rerender({ link: 'offline', kept: 1 });
  expect(screen.getByRole('status').textContent).toBe('Pas de réseau. Tes réponses sont gardées.');
});

it('a pane lights once when it is won, and a picture that arrives lit does not move', async () => {
  const roof = (state: 'now' | 'won') => ({
    seed: 1,
    days: [
      {
        panes: [
          { mission: 'a', state },
          { mission: 'b', state: 'won' as const },
        ],
      },
    ],
  });
  const { container, rerender } = render(VerrierePicture, { verriere: roof('now') });
  expect(container.querySelectorAll('.lights')).toHaveLength(0);
  await rerender({ verriere: roof('won') });
  expect(container.querySelectorAll('.lights')).toHaveLength(1);
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('2 éclats allumés');
});

it('reading aloud goes sentence by sentence', () => {
  expect(sentences('Un plan ici. Les mots là-bas ! « Je fais quoi ? » Voilà').map(({ text }) => text)).toEqual([
    'Un plan ici.',
    'Les mots là-bas !',
    '« Je fais quoi ? »',
    'Voilà',
  ]);
});
