// Spec: SC15
// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import examples from '../../../../tests/private/distress_examples.json';
import { alertAdult, distressIn, folded, isDistress, sendAlerts } from '../distress';

describe('the phone hears what the server hears', () => {
  it.each(examples.heard)('« %s » is answered at once', (text) => {
    expect(isDistress(text)).toBe(true);
    expect(isDistress(` ${text.toUpperCase()} !!! `)).toBe(true);
  });
  it.each(examples.not_heard)('« %s » alarms nobody', (text) => expect(isDistress(text)).toBe(false));
  it('accents, case and punctuation do not matter', () =>
    expect(folded('J’veux  MOURIR, œuf ! é')).toBe('j veux mourir oeuf e'));
  it('words are looked for in values, and not in the name of an action', () => {
    expect(distressIn({ type: 'suicide', step: 0, lines: [{ text: 'je veux mourir' }] })).toBe('je veux mourir');
    expect(distressIn({ type: 'suicide', step: 0, more: [null, true, 1.5] })).toBeNull();
  });
});

describe('an alert written without network', () => {
  const sent: Record<string, unknown>[] = [];
  let network = true;
  beforeEach(() => {
    sent.length = 0;
    vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
      if (!network) return Promise.reject(new TypeError('no network'));
      sent.push(JSON.parse(body) as Record<string, unknown>);
      return Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({ id: 'x' }) });
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it('leaves as soon as there is one, as the same alert, and is then forgotten', async () => {
    network = false;
    await alertAdult('seat', 'je veux mourir');
    await sendAlerts();
    expect(sent).toEqual([]);
    network = true;
    await sendAlerts();
    await sendAlerts();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ kind: 'distress', note: 'je veux mourir' });
    expect(localStorage.length).toBe(0);
  });
});
