/** What the counsellor's page knows, kept fresh, and one way to act on it. */
import type { Answered } from '@kit/requests';
import { request } from './server';
import type { Agenda, CalendarSettings, Hours, Me, Site } from './wire';
import { WORDS } from './words.fr';
import { wallAt } from './zone';

const ROOT = '/api/counsellor';
const NOTHING: Agenda = { appointments: [], call_backs: [], free: [] };
const NO_HOURS: Hours = { openings: [], exceptions: [], absences: [] };
const FRESH_EVERY = 10_000;

export class Desk {
  agenda = $state.raw<Agenda>(NOTHING);
  hours = $state.raw<Hours>(NO_HOURS);
  /** The hours are known, and not only empty. */
  hoursRead = $state(false);
  calendar = $state.raw<CalendarSettings | null>(null);
  sites = $state.raw<readonly Site[]>([]);
  loaded = $state(false);
  /** The sentence of the last refusal while looking; empty when all is well. */
  trouble = $state('');
  signedOut = $state(false);
  now = $state(Date.now());

  /** Where appointments take place; undefined until the counsellor has said it. */
  readonly site = $derived(this.sites.find((it) => it.id === this.calendar?.site));
  readonly zone = $derived(this.#zone());
  readonly today = $derived(wallAt(this.now, this.zone).day);

  readonly me: Me;

  constructor(me: Me) {
    this.me = me;
  }

  /** Reads everything once. */
  async open(): Promise<void> {
    const [sites] = await Promise.all([
      request<readonly Site[]>('GET', '/api/sites'),
      this.readHours(),
      this.readCalendar(),
    ]);
    if (sites.ok) this.sites = sites.value;
    await this.readAgenda();
    this.loaded = true;
  }

  async look(): Promise<void> {
    await Promise.all([this.readAgenda(), this.hoursRead ? null : this.open()]);
  }

  /** Looks again every ten seconds while somebody is looking; the function returned ends it. */
  watch(): () => void {
    const look = () => {
      this.now = Date.now();
      if (document.visibilityState === 'visible') void this.look();
    };
    const timer = setInterval(look, FRESH_EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }

  /** Asks for a change, then reads what came of it. */
  async act<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Answered<T>> {
    const answer = await request<T>(method, `${ROOT}${path}`, body);
    this.#note(answer);
    await Promise.all([this.readAgenda(), path.startsWith('/appointments') ? null : this.readHours()]);
    return answer;
  }

  async readAgenda(): Promise<void> {
    const answer = await request<Agenda>('GET', `${ROOT}/appointments`);
    this.#note(answer);
    if (answer.ok) this.agenda = answer.value;
    this.trouble = answer.ok ? '' : answer.code === 'unreachable' ? WORDS.offline : answer.sentence;
  }

  async readHours(): Promise<void> {
    const answer = await request<Hours>('GET', `${ROOT}/openings`);
    this.#note(answer);
    if (!answer.ok) return;
    this.hours = answer.value;
    this.hoursRead = true;
  }

  async readCalendar(): Promise<void> {
    const answer = await request<CalendarSettings | null>('GET', `${ROOT}/calendar`);
    this.#note(answer);
    if (answer.ok) this.calendar = answer.value;
  }

  #note(answer: Answered<unknown>): void {
    if (!answer.ok && answer.code === 'signed_out') this.signedOut = true;
  }

  #zone(): string {
    return this.site?.time_zone ?? this.agenda.appointments[0]?.time_zone ?? this.me.structure.time_zone;
  }
}
