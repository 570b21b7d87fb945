/** What has just happened, one sentence after the other, on a line of its own: nothing is covered, nothing moves. */
import type { News } from '@kit/wire';
import { newsWords } from './news_words';

const GATHER = 400;
/** How long a sentence stays, in milliseconds; longer when it is long. */
const SHORTEST = 4_000;
const PER_SIGN = 70;

export class Saying {
  line = $state('');
  #next: string[] = [];
  #heard: News[] = [];
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #fading: ReturnType<typeof setTimeout> | undefined;

  /** Says it now, before what was waiting. */
  say(text: string): void {
    this.#next = [];
    this.#show(text);
  }

  /** Gathers what comes together. `names` by seat, asked for when it is said. */
  hear(news: News, names: () => ReadonlyMap<string, string>, me: string): void {
    this.#heard.push(news);
    clearTimeout(this.#gathering);
    this.#gathering = setTimeout(() => {
      const lines = newsWords(this.#heard, names(), me);
      this.#heard = [];
      if (lines.length === 0) return;
      this.#next.push(...lines);
      if (this.line === '') this.#show(this.#next.shift() ?? '');
    }, GATHER);
  }

  stop(): void {
    clearTimeout(this.#gathering);
    clearTimeout(this.#fading);
  }

  #show(text: string): void {
    this.line = text;
    clearTimeout(this.#fading);
    if (text === '') return;
    const lasts = Math.max(SHORTEST, text.length * PER_SIGN);
    this.#fading = setTimeout(() => this.#show(this.#next.shift() ?? ''), lasts);
  }
}
