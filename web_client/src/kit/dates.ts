/** Days and hours as one says them in the language of the page. */
import { langNow } from './language.svelte';

export interface Parts {
  /** `2026-12-08`, where it happens. */
  date: string;
  weekday: string;
  /** « 8 décembre » */
  day: string;
  /** « mardi 8 décembre » */
  fullDay: string;
  /** « 14 h 30 » */
  hour: string;
}

const SPACE = '\u00a0';

/** What a moment is called in a time zone. */
export function partsOf(at: Date, zone: string): Parts {
  const lang = langNow();
  const say = (options: Intl.DateTimeFormatOptions, language = lang) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(at);
  const date = say({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
  const weekday = say({ weekday: 'long' });
  if (lang === 'fr') {
    const day = `${frenchNumber(say({ day: 'numeric' }))} ${say({ month: 'long' })}`;
    const clock = say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB');
    return { date, weekday, day, fullDay: `${weekday} ${day}`, hour: frenchHour(clock) };
  }
  return {
    date,
    weekday,
    day: say({ day: 'numeric', month: 'long' }),
    fullDay: say({ weekday: 'long', day: 'numeric', month: 'long' }),
    hour: say({ hour: 'numeric', minute: '2-digit' }),
  };
}

/** A meeting, that the server says in French: « mardi 8 décembre 2026 à 14 h 30 ». */
export function meetingWords(start: string, zone: string, french: string): string {
  if (langNow() === 'fr') return french;
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'short', timeZone: zone };
  return new Intl.DateTimeFormat(langNow(), options).format(new Date(start));
}

/** « Yanis, Lou et Samira » */
export function listWords(names: readonly string[]): string {
  return new Intl.ListFormat(langNow(), { type: 'conjunction' }).format(names);
}

const frenchNumber = (number: string) => (number === '1' ? '1er' : number);

function frenchHour(clock: string): string {
  const [hour, minute] = clock.split(':');
  return `${Number(hour)}${SPACE}h${minute === '00' ? '' : `${SPACE}${minute}`}`;
}
