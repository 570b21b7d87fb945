/** Days and hours in French words. Every hour is the one that the clocks of the site show. */
import { addDays, wallAt } from './zone';

const NBSP = '\u00a0';
const MIDNIGHT = 24 * 60;

/** « 14 h 30 », « 9 h ». */
export function hourWords(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${NBSP}h${rest ? `${NBSP}${String(rest).padStart(2, '0')}` : ''}`;
}

/** « 14 h 30 », from an instant. */
export function hourAt(instant: string, zone: string): string {
  return hourWords(wallAt(Date.parse(instant), zone).minutes);
}

/** « mardi 8 ». */
export function shortDay(day: string): string {
  return spell(day, { weekday: 'long', day: 'numeric' });
}

/** « mardi 8 décembre ». */
export function longDay(day: string): string {
  return spell(day, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** « mar. 8 ». */
export function columnDay(day: string): string {
  return spell(day, { weekday: 'short', day: 'numeric' });
}

/** « 7 au 11 décembre », « 30 novembre au 4 décembre »; with the year unless it is `thisYear`. */
export function weekWords(first: string, last: string, thisYear: string): string {
  const year = last.startsWith(thisYear) ? {} : ({ year: 'numeric' } as const);
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const start = spell(first, sameMonth ? { day: 'numeric' } : { day: 'numeric', month: 'long' });
  return `${start} au ${spell(last, { day: 'numeric', month: 'long', ...year })}`;
}

/** « mardi 8, 14 h 30 »; the month is said when it is not the one of `today`. */
export function momentWords(instant: string, zone: string, today: string): string {
  const { day, minutes } = wallAt(Date.parse(instant), zone);
  const name = day.slice(0, 7) === today.slice(0, 7) ? shortDay(day) : longDay(day);
  return `${name}, ${hourWords(minutes)}`;
}

/** « 10 h 02 » for today, « hier, 10 h 02 », « mardi 8, 10 h 02 » for another day. */
export function sinceWords(instant: string, zone: string, today: string): string {
  const { day, minutes } = wallAt(Date.parse(instant), zone);
  if (day === today) return hourWords(minutes);
  if (day === addDays(today, -1)) return `hier, ${hourWords(minutes)}`;
  return momentWords(instant, zone, today);
}

/** « à 10 h 02 » for today, « hier à 10 h 02 », « mardi 8 à 10 h 02 » for another day: what ends a sentence. */
export function atWords(instant: string, zone: string, today: string): string {
  const { day, minutes } = wallAt(Date.parse(instant), zone);
  const hour = `à ${hourWords(minutes)}`;
  if (day === today) return hour;
  if (day === addDays(today, -1)) return `hier ${hour}`;
  return `${day.slice(0, 7) === today.slice(0, 7) ? shortDay(day) : longDay(day)} ${hour}`;
}

/** « mercredi 9, toute la journée », « jeudi 10, de 14 h à 16 h », « du jeudi 10 au vendredi 11, 12 h ». */
export function duringWords(start: string, end: string, zone: string, today: string): string {
  const [first, last] = [wallAt(Date.parse(start), zone), wallAt(Date.parse(end), zone)];
  // An absence that ends at midnight ends with the day before.
  const until = last.minutes === 0 ? { day: addDays(last.day, -1), minutes: MIDNIGHT } : last;
  const name = (day: string) => (day.slice(0, 7) === today.slice(0, 7) ? shortDay(day) : longDay(day));
  const whole = first.minutes === 0 && until.minutes === MIDNIGHT;
  if (first.day === until.day)
    return `${name(first.day)}, ${whole ? 'toute la journée' : `de ${hourWords(first.minutes)} à ${hourWords(until.minutes)}`}`;
  const from = first.minutes === 0 ? name(first.day) : `${name(first.day)}, ${hourWords(first.minutes)}`;
  const to = until.minutes === MIDNIGHT ? name(until.day) : `${name(until.day)}, ${hourWords(until.minutes)}`;
  return `du ${from} au ${to}`;
}

/** « Aujourd’hui, mardi 8 », « Demain, mercredi 9 », « Hier, lundi 7 », « Jeudi 10 ». */
export function nearDay(day: string, today: string): string {
  const near = new Map([
    [addDays(today, -1), 'Hier'],
    [today, 'Aujourd’hui'],
    [addDays(today, 1), 'Demain'],
  ]).get(day);
  const name = day.slice(0, 7) === today.slice(0, 7) ? shortDay(day) : longDay(day);
  return near ? `${near}, ${name}` : name.charAt(0).toUpperCase() + name.slice(1);
}

/** « Ce qu’Inaya », « Ce que Tiago ». */
export function thatWord(firstName: string): string {
  return /^[aeiouyàâäéèêëîïôöùûüœæ]/i.test(firstName) && !/^y[aeiou]/i.test(firstName)
    ? `qu’${firstName}`
    : `que ${firstName}`;
}

function spell(day: string, shape: Intl.DateTimeFormatOptions): string {
  const words = new Intl.DateTimeFormat('fr-FR', { ...shape, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return day.endsWith('-01') ? words.replace(/\b1\b(?!er)/, '1er') : words;
}
