import { describe, expect, it } from 'vitest';
import { besideSummary, detailWords, iconOf, parted, sectionOf, statusWords } from '../needs/need';
import { GIVE_HINT, need } from './a_group';

const who = (staff: string) => (staff === 'karim' ? 'Karim' : '');
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('who looks after a need', () => {
  it('is nobody at first', () => {
    expect(statusWords(need(), who, 'me')).toBe('');
  });

  it('is a colleague by their name, or I', () => {
    expect(statusWords(need({ status: 'claimed', by: 'karim' }), who, 'me')).toBe('Karim s’en occupe');
    expect(statusWords(need({ status: 'claimed', by: 'me' }), who, 'me')).toBe('vous vous en occupez');
  });

  it('is nobody until an hour of the group’s own zone', () => {
    const later = need({ status: 'snoozed', by: 'me', until: '2027-03-01T12:05:00Z' });
    expect(spaced(statusWords(later, who, 'me', 'Europe/Paris'))).toBe('mis de côté jusqu’à 13 h 05');
  });
});

it('what was put off stands apart, in the same order', () => {
  const [first, off, last] = [need({ key: 'a' }), need({ key: 'b', status: 'snoozed' }), need({ key: 'c' })];
  const { now, later } = parted([first, off, last]);
  expect([now.map((one) => one.key), later.map((one) => one.key)]).toEqual([['a', 'c'], ['b']]);
});

it('the group is named once, and not at all on its own page', () => {
  expect(detailWords(need(), 'Karim s’en occupe', false)).toBe('Halage · La consigne brouillée · Karim s’en occupe');
  expect(detailWords(need({ detail: 'Halage · Lou' }), '', false)).toBe('Halage · Lou');
  expect(detailWords(need(), '', true)).toBe('La consigne brouillée');
});

it('each need leads to the page where it is settled', () => {
  const open = (where: 'door' | 'safety' | 'calendar' | null) =>
    sectionOf(need({ action: { ...GIVE_HINT, do: 'open', where } }));
  expect([open('door'), open('safety'), open('calendar'), open(null)]).toEqual(['door', 'safety', 'days', 'missions']);
  expect(sectionOf(need({ action: { ...GIVE_HINT, do: 'plan' } }))).toBe('days');
});

it('a reason that this page does not know still has a picture', () => {
  expect(iconOf({ why: 'stuck' })).toBe('clock');
  expect(iconOf({ why: 'something_new' })).toBe('alert');
});

describe('on the page of the group', () => {
  it('a hint is not said twice: the panel beside proposes it', () => {
    expect(besideSummary(need(), 'missions')).toBe(false);
  });

  it('a call for help stands above everything', () => {
    const call = need({ rank: 1, why: 'help', action: { ...GIVE_HINT, do: 'call', call: 'c1' } });
    expect(besideSummary(call, 'people')).toBe(true);
  });

  it('somebody at the door is told everywhere but at the door', () => {
    const door = need({ why: 'door', action: { ...GIVE_HINT, do: 'act', where: 'door' } });
    expect([besideSummary(door, 'missions'), besideSummary(door, 'door')]).toEqual([true, false]);
  });

  it('what was put off is not told again', () => {
    expect(besideSummary(need({ status: 'snoozed', action: { ...GIVE_HINT, do: 'call' } }), 'acts')).toBe(false);
  });
});
