/** French lists, counts, dates and hours. */

/** « Lou, Noé et Samira » */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} et ${last}`;
}

/** « 1 essai », « 3 essais »: none is « aucun essai » only where it is said so. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count > 1 ? many : one}`;
}

/** « 4 min », « 2 h 05 », « 3 j »; under a minute, « à l’instant ». */
export function age(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'à l’instant';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, '0')}`;
  return `${Math.floor(hours / 24)} j`;
}

/** « 14 h 32 », in the zone of the group. */
export function clock(instant: number, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone }).formatToParts(
    instant,
  );
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${Number(part('hour'))} h ${part('minute')}`;
}

/** « 14 h 32 » today, « lun. 8 mars, 14 h 32 » on another day. */
export function moment(instant: number, now: number, timeZone?: string): string {
  if (dateOf(instant, timeZone) === dateOf(now, timeZone)) return clock(instant, timeZone);
  const format = new Intl.DateTimeFormat('fr-FR', { weekday: 'short', day: 'numeric', month: 'short', timeZone });
  return `${format.format(instant).replace(/\b1 (?=[a-zéû])/, '1er ')}, ${clock(instant, timeZone)}`;
}

/** « lundi 8 mars », from a local date such as "2027-03-08". */
export function dayOf(date: string): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const format = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(year, month - 1, day)).replace(/\b1 (?=[a-zéû])/, '1er ');
}

/** « 14 h » or « 14 h 30 », from a local time such as "14:30:00". */
export function hourOf(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':');
  return minutes === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minutes}`;
}

/** The local date of an instant, "2027-03-01", in the zone of the group. */
export function dateOf(instant: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
    instant,
  );
}

/** « 16 h 30 », « 45 min », « 2 h », from minutes. */
export function lasting(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return rest === 0 ? '0 h' : `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** Minutes from « 2 h 30 », « 2h », « 150 », « 45 min »; null when it is none of these. */
export function minutesIn(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const parts = /^(\d{1,2})\s*h\s*(\d{1,2})?$/.exec(typed);
  if (parts) return Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  const plain = /^(\d{1,3})\s*(?:min(?:utes)?)?$/.exec(typed);
  return plain ? Number(plain[1]) : null;
}
