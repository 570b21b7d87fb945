// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { keepScanned, readAddress, spelled } from '../address';

const at = (pathname: string, hash = '') => readAddress({ pathname, hash });
const SEAT = '6f9a1c52-4a7e-4a53-9a53-0d6c6b0f7f11';

describe('the address', () => {
  it('the QR of a door gives its code, whatever was typed around it', () => {
    expect(at('/entrer/QW7K2PXM')).toEqual({ asks: 'join', code: 'QW7K2PXM' });
    expect(at('/entrer/QW7K%202PXM')).toEqual({ asks: 'join', code: 'QW7K 2PXM' });
  });

  it('a place of this browser is opened by its seat, and nothing else is taken for a seat', () => {
    expect(at(`/place/${SEAT}`)).toEqual({ asks: 'place', seat: SEAT });
    expect(at('/place/../console')).toEqual({ asks: 'door' });
    expect(at('/place/%E0%A4%A')).toEqual({ asks: 'door' });
  });

  it('a card and a one-use QR stand after the #, in the words that the server prints', () => {
    expect(at('/', '#carte=abcdef0123456789')).toEqual({ asks: 'card', secret: 'abcdef0123456789' });
    expect(at('/', '#appareil=abcdef0123456789')).toEqual({ asks: 'device', secret: 'abcdef0123456789' });
    expect(at('/', '#carte=<script>')).toEqual({ asks: 'door' });
  });

  it('without anything, one types the code of the door', () => {
    expect(at('/')).toEqual({ asks: 'door' });
    expect(at('/entrer/')).toEqual({ asks: 'door' });
  });
});

it('a code of eight signs is read in two halves', () => {
  expect(spelled('qw7k2pxm')).toBe('QW7K\u00a02PXM');
  expect(spelled('ABC')).toBe('ABC');
});

it('a poster leaves its code for the step, and an ordinary address leaves none', () => {
  expect(keepScanned({ hash: '#borne=FANTOME5' })).toBe(true);
  expect(sessionStorage.getItem('eclats.borne')).toBe('FANTOME5');
  expect(keepScanned({ hash: '#carte=abcdefgh12' })).toBe(false);
});
