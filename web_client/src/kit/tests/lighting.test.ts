// @vitest-environment jsdom
// Spec: V2
import { cleanup, fireEvent, render } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { PaneState } from '../verriere';
import Verriere from '../Verriere.svelte';

afterEach(cleanup);

const roof = (...states: PaneState[]) => ({
  seed: 7,
  days: [{ panes: states.map((state, index) => ({ mission: `m${index}`, state })) }],
});
const moving = (container: HTMLElement) =>
  [...container.querySelectorAll('g.lights, g.joins')].map((pane) => pane.classList.contains('lights'));

it('a pane won on another screen lights here, once, and the old bars fade under the new ones', () => {
  const { container } = render(Verriere, { verriere: roof('won', 'to_come'), lighting: 'm0' });
  expect(moving(container)).toEqual([true]);
  expect(container.querySelectorAll('.old').length).toBeGreaterThan(0);
});

it('a tap anywhere shows the end at once', async () => {
  const { container } = render(Verriere, { verriere: roof('won', 'to_come'), lighting: 'm0' });
  await fireEvent.pointerDown(window);
  expect(moving(container)).toEqual([]);
  expect(container.querySelectorAll('.old')).toHaveLength(0);
});

it('a second person who confirms lights the other facet alone', async () => {
  const { container, rerender } = render(Verriere, { verriere: roof('one_voice', 'to_come') });
  await rerender({ verriere: roof('won', 'to_come') });
  expect(moving(container)).toEqual([false]);
});

it('the last pane is the door, closed until the last day is over', async () => {
  const { container, rerender } = render(Verriere, { verriere: roof('won', 'won') });
  expect([container.querySelectorAll('.handle').length, container.querySelectorAll('.sky').length]).toEqual([1, 0]);
  await rerender({ verriere: roof('won', 'won'), doorOpen: true });
  expect([container.querySelectorAll('.handle').length, container.querySelectorAll('.sky').length]).toEqual([0, 1]);
});

it('the frost that loses its order shows three disorders, and none once it is gone', async () => {
  const { container, rerender } = render(Verriere, { verriere: roof('missed', 'to_come'), frost: 'leaving' });
  expect(container.querySelectorAll('.stray')).toHaveLength(3);
  await rerender({ verriere: roof('missed', 'to_come'), frost: 'gone' });
  expect(container.querySelectorAll('.stray, [fill$="-frost)"]')).toHaveLength(0);
});
