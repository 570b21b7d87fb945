// @vitest-environment jsdom
import type { MissionSlice } from '@kit/mission_screens';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import Mission from '../place/Mission.svelte';

// jsdom lays nothing out, so it has nothing that observes sizes.
class NoSizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', NoSizes);

afterEach(cleanup);

const RIDDLE: MissionSlice = {
  id: 'cle',
  title: 'La clé',
  brief: '',
  step: 0,
  steps: 1,
  step_title: 'Le coffre',
  kind: 'riddle',
  plan_b: null,
  hints: [],
  hints_left: 3,
  help_offered: false,
  characters: {},
  shared: {
    question: 'Quel mot ?',
    code: false,
    clues: { total: 2, held: { me: 1, lou: 1 } },
    half_lit: false,
    answer: null,
    by_character: false,
    done: false,
    solution: null,
    after: null,
  },
};
const MINE = {
  clues: ['Il a six lettres.'],
  attempts: [],
  tries: 0,
  pause: null,
  voice_given: false,
  can_confirm: false,
};
const LOU = { id: 'lou', name: 'Lou', figure: 1, here: true };

function shown(over: Partial<MissionSlice> = {}, mine: object = MINE) {
  const act = vi.fn(() => Promise.resolve({ ok: true as const, version: 1 }));
  const onhint = vi.fn(() => Promise.resolve({ ok: true as const, version: 1 }));
  return {
    slice: { ...RIDDLE, ...over },
    mine,
    people: [LOU],
    me: 'me',
    act,
    onhint,
    onbroken: vi.fn(),
    played: () => 0,
  };
}

it('what is being typed stays when somebody else does something', async () => {
  const { rerender } = render(Mission, shown());
  const field = await screen.findByLabelText<HTMLInputElement>('La réponse du groupe');
  await fireEvent.input(field, { target: { value: 'amarre' } });
  await rerender(shown({ hints: [{ said_by: 'Mado', text: 'C’est une corde.' }] }));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(screen.getByLabelText<HTMLInputElement>('La réponse du groupe').value).toBe('amarre');
  expect(screen.getByText('C’est une corde.')).toBeDefined();
});

it('a wrong answer says what to do next, under the field', async () => {
  const props = shown();
  const { rerender } = render(Mission, props);
  await fireEvent.input(await screen.findByLabelText('La réponse du groupe'), { target: { value: 'canal' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
  expect(props.act).toHaveBeenCalledWith({ type: 'riddle/answer', text: 'canal' });
  await rerender({ ...props, mine: { ...MINE, attempts: [{ text: 'canal', worth: 'near', says: 'Presque.' }] } });
  expect(await screen.findByText('Presque.')).toBeDefined();
});

it('help that is offered can be taken with one tap, or put off for this step', async () => {
  const props = shown({ help_offered: true });
  render(Mission, props);
  await fireEvent.click(await screen.findByRole('button', { name: 'Oui, montre-le' }));
  expect(props.onhint).toHaveBeenCalledOnce();
  await fireEvent.click(screen.getByRole('button', { name: 'Pas tout de suite' }));
  expect(screen.queryByRole('button', { name: 'Oui, montre-le' })).toBeNull();
});

it('who holds a clue is said, and only mine is shown', async () => {
  render(Mission, shown());
  expect(await screen.findByText('Il a six lettres.')).toBeDefined();
  expect(screen.getByRole('list', { name: 'Qui tient les autres indices' }).textContent).toContain('Lou');
});

it('a kind without a screen says how to play all the same', async () => {
  render(Mission, shown({ kind: 'no_such_kind' }));
  expect(await screen.findByText(/sans téléphone/)).toBeDefined();
});

it('a screen that breaks says so, tells the facilitator once, and opens again', async () => {
  const props = shown({ shared: null });
  const { rerender } = render(Mission, props);
  expect(await screen.findByText(/Rien n’est perdu/)).toBeDefined();
  expect(props.onbroken).toHaveBeenCalledTimes(1);
  await rerender({ ...props, slice: RIDDLE });
  await fireEvent.click(screen.getByText('Ouvrir encore une fois'));
  expect(await screen.findByLabelText('La réponse du groupe')).toBeDefined();
});
