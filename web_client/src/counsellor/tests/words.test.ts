import { describe, expect, it } from 'vitest';
import { columnDay, duringWords, hourWords, momentWords, nearDay, sinceWords, thatWord, weekWords } from '../french';
import { sendingLines } from '../sendings';
import type { Sending } from '../wire';
import { WORDS } from '../words.fr';
import { PARIS } from './examples';

const TODAY = '2026-12-08';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('French words', () => {
  it('write hours with their no-break spaces', () => {
    expect([hourWords(870), hourWords(545), hourWords(540)]).toEqual([
      '14\u00a0h\u00a030',
      '9\u00a0h\u00a005',
      '9\u00a0h',
    ]);
  });

  it.each([
    ['2026-12-08T13:30:00Z', 'mardi 8, 14 h 30'],
    ['2027-01-01T13:30:00Z', 'vendredi 1er janvier, 14 h 30'],
    ['2026-12-07T23:30:00Z', 'mardi 8, 0 h 30'],
  ])('say %s as « %s »', (instant, words) => {
    expect(plain(momentWords(instant, PARIS, TODAY))).toBe(words);
  });

  it('name weeks in one month, over two, and in another year', () => {
    expect(weekWords('2026-12-07', '2026-12-11', '2026')).toBe('7 au 11 décembre');
    expect(weekWords('2026-11-30', '2026-12-04', '2026')).toBe('30 novembre au 4 décembre');
    expect(weekWords('2027-02-01', '2027-02-05', '2026')).toBe('1er au 5 février 2027');
  });

  it('say near days by their relation to today', () => {
    expect(nearDay('2026-12-08', TODAY)).toBe('Aujourd’hui, mardi 8');
    expect(nearDay('2026-12-09', TODAY)).toBe('Demain, mercredi 9');
    expect(nearDay('2026-12-07', TODAY)).toBe('Hier, lundi 7');
    expect(nearDay('2026-12-10', TODAY)).toBe('Jeudi 10');
    expect(columnDay('2026-12-08')).toBe('mar. 8');
  });

  it('say since when in as few words as it takes', () => {
    expect(plain(sinceWords('2026-12-08T09:02:00Z', PARIS, TODAY))).toBe('10 h 02');
    expect(plain(sinceWords('2026-12-07T09:02:00Z', PARIS, TODAY))).toBe('hier, 10 h 02');
    expect(plain(sinceWords('2026-12-04T09:02:00Z', PARIS, TODAY))).toBe('vendredi 4, 10 h 02');
  });

  it.each([
    ['2026-12-08T23:00:00Z', '2026-12-09T23:00:00Z', 'mercredi 9, toute la journée'],
    ['2026-12-10T13:00:00Z', '2026-12-10T15:00:00Z', 'jeudi 10, de 14 h à 16 h'],
    ['2026-12-09T23:00:00Z', '2026-12-11T23:00:00Z', 'du jeudi 10 au vendredi 11'],
    ['2026-12-10T13:00:00Z', '2026-12-11T11:00:00Z', 'du jeudi 10, 14 h au vendredi 11, 12 h'],
  ])('say the absence from %s to %s as « %s »', (start, end, words) => {
    expect(plain(duringWords(start, end, PARIS, TODAY))).toBe(words);
  });

  it('elide before a vowel, and not before the y of Yanis', () => {
    expect(['Inaya', 'Élodie', 'Tiago', 'Yanis', 'Yves', 'Hamza'].map(thatWord)).toEqual([
      'qu’Inaya',
      'qu’Élodie',
      'que Tiago',
      'que Yanis',
      'qu’Yves',
      'que Hamza',
    ]);
  });
});

describe('where the messages are', () => {
  const sending = (given: Partial<Sending>): Sending => ({
    channel: 'caldav',
    method: 'REQUEST',
    sequence: 0,
    state: 'done',
    reason: null,
    done_at: '2026-12-08T09:02:00Z',
    ...given,
  });
  const words = (...sendings: Sending[]) => sendingLines(sendings, PARIS, TODAY).map((it) => plain(it.words));

  it('says since when, or that it is on its way', () => {
    expect(words(sending({}), sending({ channel: 'notice', state: 'pending', done_at: null }))).toEqual([
      'Dans votre agenda depuis 10 h 02',
      'E-mail en route',
    ]);
  });

  it('says it without an hour when none is given', () => {
    expect(words(sending({ done_at: null }))).toEqual(['Dans votre agenda']);
  });

  it('counts only the last revision of each way', () => {
    const moved = sending({ sequence: 1, state: 'pending' });
    const older = sending({ sequence: 0, state: 'superseded' });
    expect(words(moved, sending({}), older)).toEqual(['En route vers votre agenda']);
  });

  it('says plainly what failed, and why', () => {
    expect(words(sending({ state: 'dead', reason: 'refused' }))).toEqual([
      'N’est pas arrivé dans votre agenda : l’agenda refuse votre mot de passe.',
    ]);
    expect(words(sending({ channel: 'notice', state: 'dead', reason: 'too_late_mail_server_silent' }))).toEqual([
      'L’e-mail n’est pas parti : le serveur d’e-mail ne répond pas.',
    ]);
    expect(words(sending({ state: 'dead', reason: 'status_418' }))[0]).toContain('le serveur l’a refusé');
  });

  it('says that a cancelled one has left the calendar', () => {
    expect(words(sending({ method: 'CANCEL', sequence: 1 }), sending({}))).toEqual(['Retiré de votre agenda, 10 h 02']);
  });
});

describe('the sentences of the page', () => {
  const sentences = everySentence(WORDS);

  it('are all read by these tests', () => {
    expect(sentences.length).toBeGreaterThan(100);
  });

  it.each(sentences)(
    '« %s » keeps its signs on the line of their word, says « vous », and cuts no word in two',
    (text) => {
      expect(text).not.toMatch(/ [?!:;»]|« /u);
      expect(text).not.toMatch(/(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})/iu);
      expect(text).not.toMatch(/\p{L}·\p{L}/u);
      expect(text).not.toContain("'");
    },
  );
});

/** Every sentence of a tree of words; those made of parts, with two different parts. */
function everySentence(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return [String(words(2, 'X', 'X')), String(words('X', 'X', 'X'))];
  return Object.values(words as object).flatMap(everySentence);
}
