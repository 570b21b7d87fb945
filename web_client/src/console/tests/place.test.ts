import { expect, it } from 'vitest';
import { addressOf, keyIn, placeOf, SECTIONS, TABS, tabOf, type Place } from '../place';

const PLACES: Place[] = [
  { at: 'needs' },
  { at: 'groups' },
  { at: 'new' },
  { at: 'group', group: 'a1', section: 'missions' },
  { at: 'group', group: 'a1', section: 'door' },
  { at: 'group', group: 'a1', section: 'people' },
  { at: 'group', group: 'a1', section: 'acts' },
  { at: 'group', group: 'a1', section: 'past' },
  { at: 'group', group: 'a1', section: 'hours' },
  { at: 'projection', group: 'a1' },
  { at: 'calendar' },
  { at: 'relay' },
  { at: 'training' },
];

it.each(PLACES)('%o has an address that leads back to it', (place) => {
  const address = new URL(addressOf(place), 'http://here');
  expect(placeOf(address.pathname, address.hash)).toEqual(place);
});

it('an unknown fragment leads to the list, or to the group’s missions', () => {
  expect(placeOf('/console', '#autre')).toEqual({ at: 'needs' });
  expect(placeOf('/console/a1', '#autre')).toEqual({ at: 'group', group: 'a1', section: 'missions' });
});

it('a key is told from a word of ours', () => {
  expect(keyIn(`#${'k7_-'.repeat(8)}`)).toBe('k7_-'.repeat(8));
  for (const fragment of ['', '#porte', '#nouveau-groupe', '#mes-groupes', `#${'<'.repeat(30)}`])
    expect(keyIn(fragment)).toBeNull();
});

it('every page of a group stands under one tab, which opens on its own first page', () => {
  for (const section of SECTIONS) expect(TABS[tabOf(section)] as readonly string[]).toContain(section);
});
