/** The list of needs, asked again whenever something may have changed. */
import type { Need } from './need';

/** In milliseconds: after a frame, so that a burst is one question; between two questions; and without any news. */
const AFTER_NEWS = 200;
const APART = 900;
const EVERY = 10_000;

export class NeedsFeed {
  list = $state.raw<readonly Need[]>([]);
  loaded = $state(false);
  #read: () => Promise<readonly Need[]>;
  #failed: (error: unknown) => void;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #often: ReturnType<typeof setInterval> | undefined;
  #asking = false;
  #again = false;
  #asked = 0;

  constructor(read: () => Promise<readonly Need[]>, failed: (error: unknown) => void) {
    this.#read = read;
    this.#failed = failed;
  }

  start(): void {
    this.stop();
    this.#often = setInterval(() => void this.load(), EVERY);
  }

  stop(): void {
    clearInterval(this.#often);
    clearTimeout(this.#soon);
    this.#soon = undefined;
  }

  /** Something was heard: one question for all that comes together. */
  soon(): void {
    this.#soon ??= setTimeout(
      () => {
        this.#soon = undefined;
        void this.load();
      },
      Math.max(AFTER_NEWS, this.#asked + APART - Date.now()),
    );
  }

  /** One question at a time; what happens meanwhile is asked right after. */
  async load(): Promise<void> {
    if (this.#asking) {
      this.#again = true;
      return;
    }
    [this.#asking, this.#asked] = [true, Date.now()];
    try {
      this.list = await this.#read();
      this.loaded = true;
    } catch (error) {
      this.#failed(error);
    }
    this.#asking = false;
    if (this.#again) {
      this.#again = false;
      await this.load();
    }
  }
}
