/** The public help lines, in this order, in the order they are shown: all are free to call. */
import type { IconName } from './icons';
import { inLanguage } from './language.svelte';

export interface HelpLine {
  number: string;
  title: string;
  detail: string;
  href: string;
  icon: IconName;
}

/** The words of the help screen and of its lines; a number alone is the same everywhere. */
export const words = inLanguage('kit/help', {
  title: 'J’ai besoin d’aide',
  here: 'On est là.',
  offline: 'Ça marche aussi sans réseau internet.',
  call: (name: string) => `Appeler ${name}`,
  onCall: 'Adulte de garde',
  onCallUntil: (hour: string) => `Adulte de garde, jusqu’à ${hour}`,
  stuck: 'Je bloque dans le jeu',
  stuckDetail: 'Un indice, ou quelqu’un vient',
  lines: {
    '112': { title: '112', detail: 'Danger, tout de suite' },
    '114': { title: '114, par texto', detail: 'Si tu ne peux pas parler' },
    '3114': { title: '3114', detail: 'Idées noires, jour et nuit' },
    '119': { title: '119', detail: 'Enfance en danger, jour et nuit' },
    '3018': { title: '3018', detail: 'Harcèlement, chantage en ligne' },
    '0800235236': { title: 'Fil Santé Jeunes', detail: '0 800 235 236, anonyme' },
  },
});

const WAYS: Readonly<Record<keyof typeof words.lines, { href: string; icon: IconName }>> = {
  '112': { href: 'tel:112', icon: 'alert' },
  '114': { href: 'sms:114', icon: 'message' },
  '3114': { href: 'tel:3114', icon: 'listen' },
  '119': { href: 'tel:119', icon: 'phone' },
  '3018': { href: 'tel:3018', icon: 'lock' },
  '0800235236': { href: 'tel:0800235236', icon: 'people' },
};

/** The number for danger has its own place. */
export const danger = (): HelpLine => known('112');

const KNOWN = ['114', '3114', '119', '3018', '0800235236'] as const;

function known(number: keyof typeof WAYS): HelpLine {
  return { number, ...words.lines[number], ...WAYS[number] };
}

/** The adult on call for this outing, named by the facilitator. */
export interface OnCall {
  name: string;
  phone: string;
  /** « 20 h »; absent when nothing was said of an hour. */
  until?: string | undefined;
}

/** A public number as the structure's settings give it. */
export interface PublicNumber {
  number: string;
  title: string;
  text: string;
}

/** A national number has so few digits that it is its own name. */
const SHORT = 5;

/** The lines that every page knows, then those the structure added; 112 has its own place. */
export function helpLines(numbers: readonly PublicNumber[] = []): readonly HelpLine[] {
  return [...KNOWN.map(known), ...numbers.map(lineOf).filter(({ number }) => !(number in WAYS))];
}

function lineOf({ number, title, text }: PublicNumber): HelpLine {
  const digits = number.replace(/[^+\d]/g, '');
  const short = digits.length <= SHORT;
  return {
    number: digits,
    title: short ? digits : title,
    detail: short ? title : text || number,
    href: `tel:${digits}`,
    icon: 'phone',
  };
}
