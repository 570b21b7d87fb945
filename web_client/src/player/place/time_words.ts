/** When something is, said as one says it, in the group's own zone. */

const HOUR_SPACE = '\u00a0';

interface Parts {
  date: string;
  weekday: string;
  day: string;
  hour: string;
}

/** « aujourd’hui, à 14 h », « demain, à 14 h », « mardi 8 décembre, à 14 h 30 » */
export function momentWords(at: string, zone: string, now: number): string {
  const parts = partsOf(new Date(at), zone);
  return `${dayWords(parts, zone, now)}, à ${parts.hour}`;
}

/** « À demain, 14 h », « À mardi, 14 h », « Au 8 décembre, 14 h »: the goodbye that is also the next meeting. */
export function goodbyeWords(at: string, zone: string, now: number): string {
  const parts = partsOf(new Date(at), zone);
  const ahead = daysAhead(parts.date, zone, now);
  if (ahead === 0) return `À tout à l’heure, ${parts.hour}`;
  if (ahead === 1) return `À demain, ${parts.hour}`;
  return ahead < 7 ? `À ${parts.weekday}, ${parts.hour}` : `Au ${parts.day}, ${parts.hour}`;
}

/** « mardi 8 décembre, à 14 h » for something that already has a date, wherever we stand. */
export function dateWords(at: string, zone: string): string {
  const { weekday, day, hour } = partsOf(new Date(at), zone);
  return `${weekday} ${day}, à ${hour}`;
}

/** Whether the clock of this phone shows another hour than the group's at that moment. */
export function elsewhere(at: string, zone: string, own = Intl.DateTimeFormat().resolvedOptions().timeZone): boolean {
  return partsOf(new Date(at), zone).hour !== partsOf(new Date(at), own).hour;
}

function dayWords({ date, weekday, day }: Parts, zone: string, now: number): string {
  const ahead = daysAhead(date, zone, now);
  if (ahead === 0) return 'aujourd’hui';
  return ahead === 1 ? 'demain' : `${weekday} ${day}`;
}

function daysAhead(date: string, zone: string, now: number): number {
  const today = partsOf(new Date(now), zone).date;
  return Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
}

function partsOf(at: Date, zone: string): Parts {
  const say = (options: Intl.DateTimeFormatOptions, language = 'fr-FR') =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(at);
  const [hour, minute] = say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB').split(':');
  const minutes = minute === '00' ? '' : `${HOUR_SPACE}${minute}`;
  const number = say({ day: 'numeric' });
  return {
    date: say({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA'),
    weekday: say({ weekday: 'long' }),
    day: `${number === '1' ? '1er' : number} ${say({ month: 'long' })}`,
    hour: `${Number(hour)}${HOUR_SPACE}h${minutes}`,
  };
}
