/** What the server keeps of me outside the game: who I am, what I find useful, how a day was. Private: nobody else's page. */
import type { OnCall, PublicNumber } from '@kit/help_lines';
import { ask, type Answered } from '@kit/requests';
import { openStory } from '@kit/story.svelte';
import { keepHelp } from '../kept_help';
import { keepPlace } from '../places';
import { forgetPending, keepPending, pendingValues, type Values } from './pending';

export interface Me {
  first_name: string;
  /** False on a phone opened by PIN alone: what is private stays closed there. */
  known: boolean;
  group: { id: string; name: string; code: string; time_zone: string; ended: boolean; pack: string; edition: number };
  notices: readonly { id: string; at: string }[];
  on_call: OnCall | null;
  numbers: readonly PublicNumber[];
  referent: { name: string } | null;
}

/** One of my photos: `sentence` says kindly why another one is asked for; null while it waits. */
export interface MyPhoto {
  id: string;
  mission: string;
  sentence: string | null;
}

/** What the step of the portrait shows of itself to everyone. */
export interface PortraitShown {
  families: readonly { id: string; name: string }[];
  edition: string;
  compared_with: string | null;
}

interface PortraitWords {
  families: Readonly<Record<string, string>>;
  editions: readonly string[];
}

export const MARKS = ['useful', 'later', 'no'] as const;
export type Mark = (typeof MARKS)[number];
export const FEELINGS = ['good', 'mixed', 'hard', 'unsure'] as const;
export type Feeling = (typeof FEELINGS)[number];

const OFFER = 'offer/';
const FEELING = 'feeling/';
/** The portrait's own words, which the group's page shows only while it is being drawn. */
const PORTRAIT = 'portrait-words';
/** Who is on call is asked again when the page is seen after this long, in milliseconds. */
const STALE = 60_000;

export class Own {
  readonly seat: string;
  me = $state.raw<Me | null>(null);
  values = $state.raw<Values>({});
  photos = $state.raw<readonly MyPhoto[]>([]);
  marks = $derived(valuesOf(this.values, OFFER, MARKS));
  feelings = $derived(valuesOf(this.values, FEELING, FEELINGS));
  #loadedAt = 0;

  constructor(seat: string) {
    this.seat = seat;
  }

  path(rest: string): string {
    return `/api/seats/${this.seat}/${rest}`;
  }

  /** « Bahia »: the adult who is there, as one says it. */
  get adult(): string {
    return this.me?.on_call?.name.split(' ')[0] ?? '';
  }

  /** Asks who I am, and keeps on this phone what must be there without network. */
  async load(): Promise<void> {
    this.#loadedAt = Date.now();
    const answer = await ask<Me>('GET', this.path('me'));
    void openStory(this.seat, answer.ok ? answer.value.group : null);
    if (!answer.ok) return;
    const { first_name, group, on_call, numbers, known } = answer.value;
    this.me = answer.value;
    keepPlace({ seat: this.seat, name: first_name, group: group.name, code: group.code });
    keepHelp({ onCall: on_call ?? undefined, numbers });
    await this.#loadPhotos();
    if (known) await this.#loadValues();
  }

  /** The page is seen again: who is there may have changed. */
  async refresh(): Promise<void> {
    if (Date.now() - this.#loadedAt > STALE) await this.load();
  }

  mark(offer: string, mark: Mark | null): Promise<Answered<unknown>> {
    return this.keep({ [OFFER + offer]: mark });
  }

  feel(day: number, feeling: Feeling | null): Promise<Answered<unknown>> {
    return this.keep({ [`${FEELING}${day}`]: feeling });
  }

  /** Keeps the names of its families and the order of its times, so that my answers can be read on any later day. */
  async keepPortrait({ families, edition, compared_with }: PortraitShown): Promise<void> {
    const words: PortraitWords = {
      families: Object.fromEntries(families.map(({ id, name }) => [id, name])),
      editions: compared_with === null ? [edition] : [compared_with, edition],
    };
    if (!this.me?.known || JSON.stringify(this.values[PORTRAIT]) === JSON.stringify(words)) return;
    await this.keep({ [PORTRAIT]: words });
  }

  get portrait(): PortraitWords {
    return (this.values[PORTRAIT] ?? { families: {}, editions: [] }) as PortraitWords;
  }

  /** Shown at once; waits on this phone without network, and is taken back if the server refuses. */
  async keep(values: Values): Promise<Answered<unknown>> {
    const before = this.values;
    this.values = { ...before, ...values };
    keepPending(this.seat, values);
    const answer = await this.#send();
    if (answer.ok || answer.code === 'unreachable') return { ok: true, value: null };
    this.values = before;
    return answer;
  }

  /** A screen of this kind broke: the facilitator's page shows it, and nothing of what was on it leaves the phone. */
  async tellBroken(kind: string): Promise<void> {
    await ask('POST', this.path('trouble'), { code: `screen-${kind}` });
  }

  /** Sends what waited for the network. */
  async flush(): Promise<void> {
    if (Object.keys(pendingValues(this.seat)).length > 0) await this.#send();
  }

  async #send(): Promise<Answered<unknown>> {
    const values = pendingValues(this.seat);
    const answer = await ask('PUT', this.path('private'), { values });
    if (answer.ok || answer.code !== 'unreachable') forgetPending(this.seat, values);
    return answer;
  }

  async #loadValues(): Promise<void> {
    await this.flush();
    const answer = await ask<{ values: Values }>('GET', this.path('private'));
    if (answer.ok) this.values = { ...answer.value.values, ...pendingValues(this.seat) };
  }

  async #loadPhotos(): Promise<void> {
    const answer = await ask<MyPhoto[]>('GET', this.path('photos'));
    if (answer.ok) this.photos = answer.value;
  }
}

function valuesOf<V extends string>(values: Values, prefix: string, known: readonly V[]): Readonly<Record<string, V>> {
  const found = Object.entries(values).filter(([key, value]) => key.startsWith(prefix) && known.includes(value as V));
  return Object.fromEntries(found.map(([key, value]) => [key.slice(prefix.length), value as V]));
}
