// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSeen, keepTold, seenOf, toldOf } from '../place/caught_up';
import { needsIn } from '../place/needs';
import { Own } from '../place/own.svelte';
import { pendingValues } from '../place/pending';

const put: Record<string, unknown>[] = [];
let answer: 'kept' | 'refused' | 'no network';

beforeEach(() => {
  put.length = 0;
  vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
    if (answer === 'no network') return Promise.reject(new TypeError('no network'));
    put.push((JSON.parse(body) as { values: Record<string, unknown> }).values);
    const refusal = { code: 'bad_key', sentence: 'Non.', details: {} };
    const ok = answer === 'kept';
    return Promise.resolve({ ok, status: 200, json: () => Promise.resolve(ok ? { done: true } : refusal) });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it('a choice made without network is shown, waits on this phone, and leaves with the next one', async () => {
  const own = new Own('seat');
  answer = 'no network';
  expect((await own.mark('immersion', 'useful')).ok).toBe(true);
  expect(own.marks).toEqual({ immersion: 'useful' });
  answer = 'kept';
  await own.feel(2, 'good');
  expect(put).toEqual([{ 'offer/immersion': 'useful', 'feeling/2': 'good' }]);
  expect(pendingValues('seat')).toEqual({});
});

it('what the server refuses is taken back', async () => {
  const own = new Own('seat');
  answer = 'refused';
  expect((await own.mark('immersion', 'no')).ok).toBe(false);
  expect(own.marks).toEqual({});
  expect(pendingValues('seat')).toEqual({});
});

it('what I said I need is read family by family, the later time beside the earlier one', () => {
  const values = {
    'portrait.arrivee.logement.gate': 'know',
    'portrait.depart.logement.gate': 'talk',
    'portrait.depart.logement.where': 'talk',
    'portrait.depart.sante.gate': 'not_now',
    'offer/x': 'useful',
  };
  expect(needsIn(values, ['depart', 'arrivee'])).toEqual([
    { family: 'logement', now: 'know', before: 'talk' },
    { family: 'sante', now: 'not_now' },
  ]);
});

it('what was told on this phone is not told twice, and each card opened is remembered', () => {
  keepTold('seat', ['a', 'b']);
  keepTold('seat', ['b', 'c']);
  keepSeen('seat', 'b');
  expect([toldOf('seat'), seenOf('seat'), toldOf('other')]).toEqual([['a', 'b', 'c'], ['b'], []]);
});
