import { describe, expect, it } from 'vitest';
import { elsewhere, goodbyeWords, momentWords } from '../place/time_words';

const PARIS = 'Europe/Paris';
const NOW = Date.parse('2026-12-07T09:00:00Z');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('when something is, in the group’s own hour', () => {
  it('today and tomorrow are said so, another day by its name and date', () => {
    expect(plain(momentWords('2026-12-07T13:00:00Z', PARIS, NOW))).toBe('aujourd’hui, à 14 h');
    expect(plain(momentWords('2026-12-08T13:30:00Z', PARIS, NOW))).toBe('demain, à 14 h 30');
    expect(plain(momentWords('2027-01-01T08:00:00Z', PARIS, NOW))).toBe('vendredi 1er janvier, à 9 h');
  });

  it('tomorrow is a day of the group’s place, not of Greenwich', () => {
    const lateEvening = Date.parse('2026-12-07T23:30:00Z');
    expect(plain(momentWords('2026-12-08T13:00:00Z', PARIS, lateEvening))).toBe('aujourd’hui, à 14 h');
    expect(plain(momentWords('2026-12-08T13:00:00Z', 'America/Martinique', lateEvening))).toBe('demain, à 9 h');
  });

  it('the clock change of a weekend moves nothing', () => {
    const friday = Date.parse('2027-03-26T15:00:00Z');
    expect(plain(momentWords('2027-03-29T12:00:00Z', PARIS, friday))).toBe('lundi 29 mars, à 14 h');
  });

  it('the goodbye is the next meeting', () => {
    const goodbye = (at: string) => plain(goodbyeWords(at, PARIS, NOW));
    expect(goodbye('2026-12-08T13:00:00Z')).toBe('À demain, 14 h');
    expect(goodbye('2026-12-10T13:00:00Z')).toBe('À jeudi, 14 h');
    expect(goodbye('2026-12-21T13:00:00Z')).toBe('Au 21 décembre, 14 h');
    expect(goodbye('2026-12-07T16:00:00Z')).toBe('À tout à l’heure, 17 h');
  });

  it('a phone that shows another hour is told that this is the group’s', () => {
    expect(elsewhere('2026-12-08T13:00:00Z', PARIS, 'Europe/Brussels')).toBe(false);
    expect(elsewhere('2026-12-08T13:00:00Z', PARIS, 'America/Martinique')).toBe(true);
  });
});
