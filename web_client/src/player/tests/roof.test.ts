// Spec: V1 V2
import { expect, it } from 'vitest';
import { roofOf } from '../place/roof';
import { readView } from '../place/view';

const NOTHING = { waiting: false, useful: new Set<string>() };
const panes = (...states: string[]) => states.map((state, index) => ({ mission: `m${index}`, state, title: '' }));

function roof(group: object, states: string[], more: object = {}, own: Partial<typeof NOTHING> = {}) {
  const verriere = { seed: '7', days: [{ panes: panes(...states) }, { panes: [] }, { panes: [] }] };
  const slices = { group: { day: 1, days: 3, day_status: 'open', ...group }, verriere, ...more };
  return roofOf(readView(slices, []), { ...NOTHING, ...own })!;
}
const states = (shown: ReturnType<typeof roof>) =>
  shown.verriere.days.flatMap((day) => day.panes.map(({ state }) => state));

it('one person has answered: one facet is lit, whichever way the kind says it', () => {
  const with_ = (shared: object) => states(roof({}, ['now'], { mission: { id: 'm0', kind: 'x', shared } }));
  expect(with_({ half_lit: true, done: false })).toEqual(['one_voice']);
  expect(with_({ proposal: 'b', done: false })).toEqual(['one_voice']);
  expect(with_({ proposal: null, done: false })).toEqual(['now']);
  expect(with_({ half_lit: true, done: true })).toEqual(['now']);
});

it('what waits for the network on this phone is hatched on today’s pane alone', () => {
  expect(states(roof({}, ['won', 'now', 'missed'], {}, { waiting: true }))).toEqual(['won', 'kept', 'missed']);
});

it('my lozenge stands in my view only where I put it', () => {
  const shown = roof({}, ['won', 'won'], {}, { useful: new Set(['m1']) });
  expect(shown.verriere.days[0]!.panes.map(({ mark }) => mark)).toEqual([undefined, 'useful']);
});

it('after the last day no picture has a gap, and the door stands open whatever each one chose', () => {
  const last = { verriere: { seed: '7', days: [{ panes: panes('won', 'missed') }, { panes: panes('now') }] } };
  const over = roofOf(readView({ group: { day: 2, days: 2, day_status: 'ended' }, ...last }, []), NOTHING)!;
  expect(states(over)).toEqual(['won', 'clear', 'won']);
  expect(over.doorOpen).toBe(true);
  expect(roof({ day: 3 }, ['missed']).doorOpen).toBe(false);
});

it('the frost leaves at the end of the day before the last, and never comes back', () => {
  const thawed = (group: object) => roof(group, ['won']).thawed;
  expect(thawed({ day: 2, day_status: 'open' })).toBe(false);
  expect(thawed({ day: 2, day_status: 'ended' })).toBe(true);
  expect(thawed({ day: 3, day_status: 'before' })).toBe(true);
  expect(thawed({ day: 1, days: 2, day_status: 'ended' })).toBe(false);
});
