import { describe, expect, it } from 'vitest';
import { needsOf, ranked, type Need } from '../needs';
import type { ConsoleSlices, GroupView, HelpCall } from '../shapes';
import { call, DAY_ONE, desk, line, MINUTE, NOON, PLAYED, seat, view } from './a_group';

const needs = (one: GroupView, calls: HelpCall[] = []) => needsOf(one, calls, NOON, () => 'Karim');
const only = (slices: ConsoleSlices, changes: Partial<GroupView> = {}): Need => {
  const [need, ...others] = needs(view(slices, changes));
  expect(others).toEqual([]);
  return need as Need;
};

it('a group that plays needs nobody', () => {
  expect(needs(view())).toEqual([]);
});

describe('a call for help', () => {
  it('comes before everything else, says whose and where, and never the words', () => {
    const quiet = view({ mission: { ...PLAYED, help_offered: true } }, { moved: NOON - 9 * MINUTE });
    const [first] = ranked(needs(quiet, [call()]), () => NOON);
    expect(first).toMatchObject({ rank: 1, deed: { do: 'call', call: 'c1' } });
    expect(first?.detail).toContain('Halage · Lou');
    expect(JSON.stringify(first)).not.toContain('perdu');
  });

  it('of somebody else’s group is not this group’s', () => {
    expect(needs(view(), [call({ group: 'g2' })])).toEqual([]);
  });

  it('steps back once a colleague has taken it, under their name', () => {
    const [need] = needs(view(), [call({ claimed_by: 's2' })]);
    expect(need).toMatchObject({ rank: 3 });
    expect(need?.detail).toContain('Karim s’en occupe');
  });
});

describe('somebody at the door', () => {
  it('alone is let in by name, from the list', () => {
    const need = only({ door: { seats: [seat('ana', 'Ana', 'waiting')] } });
    expect(need).toMatchObject({ rank: 2, action: 'Faire entrer Ana' });
    expect(need.deed).toEqual({ do: 'act', command: { type: 'admit_seat', seat: 'ana' } });
  });

  it('with others is looked at first: each one is let in by name', () => {
    const need = only({ door: { seats: [seat('ana', 'Ana', 'waiting'), seat('bob', 'Bob', 'waiting')] } });
    expect(need.deed).toEqual({ do: 'open', section: 'door' });
    expect(need.detail).toContain('Ana et Bob');
  });

  it('who was removed does not wait', () => {
    expect(needs(view({ door: { seats: [seat('ana', 'Ana', 'removed')] } }))).toEqual([]);
  });
});

describe('a quiet group', () => {
  it('gets the next hint of the ladder, ready to send, with the age of the silence', () => {
    const need = only({ mission: { ...PLAYED, help_offered: true } }, { moved: NOON - 9 * MINUTE });
    expect(need).toMatchObject({ rank: 2, since: NOON - 9 * MINUTE });
    expect(need.deed).toEqual({ do: 'act', command: { type: 'give_hint', mission: 'm1', text: '' } });
  });

  it('that has had every hint gets words of one’s own', () => {
    expect(only({ mission: { ...PLAYED, help_offered: true, hints_left: 0 } }).deed).toEqual({ do: 'hint' });
  });
});

describe('between two missions', () => {
  const between = (status: 'closed' | 'aside' | 'done') =>
    only({ mission: null, desk: desk({ current: null, missions: [line('m1', 'done'), line('m2', status)] }) });

  it('the next one of the day is proposed', () => {
    expect(between('closed').deed).toEqual({ do: 'act', command: { type: 'open_mission', mission: 'm2' } });
  });

  it('one that was set aside is taken up again', () => {
    expect(between('aside').deed).toEqual({ do: 'act', command: { type: 'open_mission', mission: 'm2' } });
  });

  it('a day whose missions are all done is ended', () => {
    expect(between('done')).toMatchObject({ rank: 3, deed: { do: 'act', command: { type: 'end_day', day: 1 } } });
  });
});

describe('a day that is not open', () => {
  const before = { ...DAY_ONE, day: 0, day_status: 'before', next: { day: 1, at: '2027-03-01T16:00:00Z' } } as const;
  const nobody = { seats: { seats: [] }, mission: null, desk: desk({ current: null, day_missions: [] }) };

  it('asks for nobody while it is far and nobody is there', () => {
    expect(needs(view({ ...nobody, group: before }))).toEqual([]);
  });

  it('is proposed within the hour', () => {
    const soon = { ...before, next: { day: 1, at: '2027-03-01T12:30:00Z' } };
    expect(only({ ...nobody, group: soon })).toMatchObject({ rank: 3, action: 'Ouvrir le jour 1' });
  });

  it('holds up those who are already here', () => {
    expect(only({ ...nobody, group: before, seats: { seats: [seat('lou', 'Lou')] } })).toMatchObject({ rank: 2 });
  });
});

it('a pause hides the silence, not the door, and is resumed in one act', () => {
  const paused = view({
    group: { ...DAY_ONE, paused: true },
    mission: { ...PLAYED, help_offered: true },
    door: { seats: [seat('ana', 'Ana', 'waiting')] },
  });
  expect(needs(paused).map((need) => need.deed)).toEqual([
    { do: 'act', command: { type: 'resume' } },
    { do: 'act', command: { type: 'admit_seat', seat: 'ana' } },
  ]);
});

it('worst first, then the oldest; a need without an hour counts from when it was first seen', () => {
  const [base] = needs(view(), [call()]) as [Need];
  const one = (key: string, rank: 1 | 2 | 3, since: number | null): Need => ({ ...base, key, rank, since });
  const all = [
    one('young', 2, 50),
    one('unknown', 2, null),
    one('old', 2, 10),
    one('later', 3, 1),
    one('unwell', 1, 99),
  ];
  expect(ranked(all, () => 30).map((need) => need.key)).toEqual(['unwell', 'old', 'unknown', 'young', 'later']);
});
