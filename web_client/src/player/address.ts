/** What the address asks for: a door, a place of this browser, or a way in that a QR code carries. */

export type Address =
  | { readonly asks: 'door' }
  | { readonly asks: 'join'; readonly code: string }
  | { readonly asks: 'place'; readonly seat: string }
  /** `card` and `device` stand after the #, which never reaches a server or its log. */
  | { readonly asks: 'card' | 'device'; readonly secret: string };

const SECRET = /^#(card|carte|device|appareil)[=.:]([\w-]{8,200})$/;
const STATION = /^#borne=([\w-]{2,60})$/;
const SCANNED = 'eclats.borne';
const SEAT = /^[0-9a-f-]{8,40}$/i;

export function readAddress({ pathname, hash }: { pathname: string; hash: string }): Address {
  const secret = SECRET.exec(hash);
  if (secret) {
    const asks = secret[1]?.startsWith('c') ? 'card' : 'device';
    return { asks, secret: secret[2] as string };
  }
  const [, first = '', second = ''] = pathname.split('/');
  const word = decoded(second);
  if (first === 'entrer' && word !== '') return { asks: 'join', code: word };
  if (first === 'place' && SEAT.test(word)) return { asks: 'place', seat: word };
  return { asks: 'door' };
}

/** Keeps the code of a station whose poster was scanned, for the screen of its step; false when the address has none. */
export function keepScanned({ hash }: { hash: string }): boolean {
  const code = STATION.exec(hash)?.[1];
  if (code === undefined) return false;
  sessionStorage.setItem(SCANNED, code);
  return true;
}

/** « QW7K 2PXM »: eight signs are read aloud in two halves. */
export function spelled(code: string): string {
  const signs = code.replace(/[\s-]/g, '').toUpperCase();
  return signs.length === 8 ? `${signs.slice(0, 4)}\u00a0${signs.slice(4)}` : signs;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return '';
  }
}
