/** Walks along the line: one moment at a time, what it showed, and a day that plays by itself. */
import { ask, sentenceOf } from '../api';
import type { ConsoleSlices } from '../shapes';
import { dayAround, paces, type Moment } from './line';

export interface Shown {
  readonly version: number;
  readonly at: string;
  readonly day: number;
  readonly slices: ConsoleSlices;
}

export class Replay {
  moments = $state.raw<readonly Moment[]>([]);
  loaded = $state(false);
  index = $state(0);
  shown = $state.raw<Shown | null>(null);
  playing = $state(false);
  wrong = $state('');
  moment = $derived(this.moments[this.index] ?? null);
  #group: string;
  #kept = new Map<number, Shown>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(group: string) {
    this.#group = group;
  }

  async load(): Promise<void> {
    try {
      const { moments } = await ask<{ moments: Moment[] }>('GET', `/api/groups/${this.#group}/moments`);
      this.moments = moments;
      this.goTo(moments.length - 1);
    } catch (error) {
      this.wrong = sentenceOf(error);
    }
    this.loaded = true;
  }

  goTo(index: number): void {
    this.index = Math.max(0, Math.min(this.moments.length - 1, index));
    void this.#show();
  }

  /** By hand: what plays stops first. */
  step(by: number): void {
    this.stop();
    this.goTo(this.index + by);
  }

  /** The day under the cursor, from its first moment, or from here when it was stopped on the way. */
  play(): void {
    const { from, to } = dayAround(this.moments, this.index);
    if (this.index === to) this.goTo(from);
    const pace = paces(this.moments, from, to);
    this.playing = true;
    const next = () => {
      const wait = pace[this.index - from];
      if (wait === undefined) return this.stop();
      this.#timer = setTimeout(() => {
        this.goTo(this.index + 1);
        next();
      }, wait);
    };
    next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.playing = false;
  }

  /** Only the last moment asked for is shown: a cursor that is dragged leaves many behind. */
  async #show(): Promise<void> {
    const version = this.moment?.version;
    if (version === undefined) return;
    try {
      const shown = this.#kept.get(version) ?? (await ask<Shown>('GET', `/api/groups/${this.#group}/at/${version}`));
      this.#kept.set(version, shown);
      if (this.moment?.version === version) [this.shown, this.wrong] = [shown, ''];
    } catch (error) {
      this.stop();
      this.wrong = sentenceOf(error);
    }
  }
}
