import { describe, expect, it } from 'vitest';
import { screenOf } from '../place/screen';
import { actWords, endKey, myPart, nowOf, readView, tintOfDay } from '../place/view';

const GROUP = {
  title: 'Le Quai',
  day: 2,
  days: 3,
  day_status: 'open',
  day_title: 'Des passagers',
  paused: false,
  next: null,
};
const MISSION = { id: 'affiche', title: 'L’affiche', step: 1, steps: 2, kind: 'vote', characters: {} };
const MINE = { seat: 'me', status: 'here', here: { mission: 'affiche', step: 1, private: { ballot: null } } };
const all = { group: GROUP, mission: MISSION, mine: MINE };
const TODAY = { screen: 'today' } as const;

describe('what a place shows', () => {
  it('at the door, only the door, whatever was asked for', () => {
    const view = readView({ ...all, mine: { ...MINE, status: 'waiting', here: null } }, []);
    for (const screen of ['today', 'mission', 'offers', 'mine'] as const)
      expect(screenOf(view, { screen }, null, false)).toBe('waiting');
  });

  it('help opens before anything has come, and over everything', () => {
    expect(screenOf(readView({}, []), { screen: 'help' }, null, false)).toBe('help');
    expect(screenOf(readView({}, []), TODAY, null, false)).toBe('loading');
  });

  it('a pause takes the game away, but not the album nor my place', () => {
    const view = readView({ ...all, group: { ...GROUP, paused: true } }, []);
    expect(screenOf(view, { screen: 'mission' }, null, false)).toBe('paused');
    expect(screenOf(view, { screen: 'offers' }, null, false)).toBe('offers');
  });

  it('how a step ended is shown to who plays, and waits for who reads something else or has passed', () => {
    const view = readView(all, []);
    expect(screenOf(view, { screen: 'mission' }, 'ended', true)).toBe('ended');
    expect(screenOf(view, TODAY, 'won', true)).toBe('won');
    expect(screenOf(view, { screen: 'mine' }, 'won', true)).toBe('mine');
    const aside = readView({ ...all, mine: { ...MINE, status: 'aside' } }, []);
    expect(screenOf(aside, TODAY, 'won', false)).toBe('today');
  });

  it('somebody who has passed is at today, not in the mission', () => {
    expect(screenOf(readView(all, []), { screen: 'mission' }, null, false)).toBe('today');
  });
});

describe('where the day stands', () => {
  it('names the one thing to show', () => {
    const now = (group: object, more: object = {}) => nowOf(readView({ group: { ...GROUP, ...group }, ...more }, []));
    expect(now({ day_status: 'before' })).toBe('before');
    expect(now({}, { mission: MISSION })).toBe('mission');
    expect(now({})).toBe('between');
    expect(now({}, { recap: { days: [{ day: 2 }], path: [] } })).toBe('done');
    expect(now({ day_status: 'ended', next: { day: 3, at: '' } })).toBe('ended');
    expect(now({ day_status: 'ended' })).toBe('over');
  });
});

it('only who is at the table and has a page open is here', () => {
  const seats = ['here', 'aside', 'left'].map((status, figure) => ({ id: status, name: status, figure, status }));
  const { people } = readView({ seats: { seats } }, ['here', 'aside', 'left']);
  expect(people.filter(({ here }) => here).map(({ id }) => id)).toEqual(['here']);
});

it('my part of another step is not shown in this one', () => {
  expect(myPart(readView(all, []))).toEqual({ ballot: null });
  expect(myPart(readView({ ...all, mission: { ...MISSION, step: 0 } }, []))).toBeNull();
});

it('an act is told apart from who did not foresee it', () => {
  expect(actWords('Le Tableau n’avait pas prévu ça\u00a0: on a fait une place.')).toEqual({
    lead: 'Le Tableau n’avait pas prévu ça.',
    act: 'On a fait une place.',
  });
  expect(actWords('« Tu peux redire ? »')).toEqual({ lead: '', act: '« Tu peux redire ? »' });
});

it('two steps of one mission end twice', () => {
  const end = (step: number) => endKey({ mission: 'a', step } as Parameters<typeof endKey>[0]);
  expect(end(0)).not.toBe(end(1));
});

it('the days go from dawn to water, however many there are', () => {
  expect([1, 10].map((day) => tintOfDay(day, 10))).toEqual([1, 10]);
  expect([1, 2, 3].map((day) => tintOfDay(day, 3))).toEqual([1, 6, 10]);
  expect(tintOfDay(1, 1)).toBe(5);
});
