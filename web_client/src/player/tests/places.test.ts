// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { forgetPlace, keepPlace, places } from '../places';

beforeEach(() => localStorage.clear());

it('a place that was opened is remembered, the newest first, and what was known of it stays', () => {
  keepPlace({ seat: 'a', name: 'Inaya', code: 'QW7K2PXM' });
  keepPlace({ seat: 'b', name: 'Lou' });
  keepPlace({ seat: 'a', group: 'Halage' });
  expect(places()).toEqual([
    { seat: 'a', name: 'Inaya', group: 'Halage', code: 'QW7K2PXM' },
    { seat: 'b', name: 'Lou', group: '', code: '' },
  ]);
});

it('a place that was closed on this phone leaves nothing', () => {
  keepPlace({ seat: 'a', name: 'Inaya' });
  forgetPlace('a');
  expect(places()).toEqual([]);
  expect(localStorage.getItem('eclats-places')).not.toContain('Inaya');
});

it('whatever stands in the storage, the page opens', () => {
  for (const kept of ['{', '"text"', '[{"seat":1}]', 'null']) {
    localStorage.setItem('eclats-places', kept);
    expect(places()).toEqual([]);
  }
});
