import { expect, it } from 'vitest';
import { addressesIn } from '../addresses';

it('each key goes to its own frame, as a fragment that no server sees', () => {
  expect(addressesIn('#facile.conseil.g1.ABCD2345')).toEqual({
    phone: '/entrer/ABCD2345',
    console: '/console/g1#facile',
    counsellor: '/conseil#conseil',
  });
});

it.each(['', '#a.b.c', '#a.b.c.d.e', '#a.b.../d.e', '#a.b.//elsewhere.d', '#a.b.c?x.d'])(
  'an address such as « %s » shows no frame',
  (fragment) => {
    expect(addressesIn(fragment)).toBeNull();
  },
);
