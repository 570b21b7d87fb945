/** The public help lines, in this order, in the order they are shown: all are free to call. */
import type { IconName } from './icons';

export interface HelpLine {
  number: string;
  title: string;
  detail: string;
  href: string;
  icon: IconName;
}

export const DANGER: HelpLine = {
  number: '112',
  title: '112',
  detail: 'Danger, tout de suite',
  href: 'tel:112',
  icon: 'alert',
};

export const HELP_LINES: readonly HelpLine[] = [
  { number: '114', title: '114, par texto', detail: 'Si tu ne peux pas parler', href: 'sms:114', icon: 'message' },
  { number: '3114', title: '3114', detail: 'Idées noires, jour et nuit', href: 'tel:3114', icon: 'listen' },
  { number: '119', title: '119', detail: 'Enfance en danger, jour et nuit', href: 'tel:119', icon: 'phone' },
  { number: '3018', title: '3018', detail: 'Harcèlement, chantage en ligne', href: 'tel:3018', icon: 'lock' },
  {
    number: '0800235236',
    title: 'Fil Santé Jeunes',
    detail: '0 800 235 236, anonyme',
    href: 'tel:0800235236',
    icon: 'people',
  },
];

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
  const known = [DANGER, ...HELP_LINES].map(({ number }) => number);
  return [...HELP_LINES, ...numbers.map(lineOf).filter(({ number }) => !known.includes(number))];
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
