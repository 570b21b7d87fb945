/** One page's end of the road: keeps a socket open, hears slices, sees a gap, and sends what the outbox holds. */
import type { LinkState } from './link_words';
import type { Outbox } from './outbox';
import {
  readMessage,
  type Answer,
  type BrowserMessage,
  type Frame,
  type News,
  type Refusal,
  type ServerMessage,
  type Slices,
  type Welcome,
} from './wire';

/** The part of a `WebSocket` that is used. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: ((event: Event) => unknown) | null;
  onmessage: ((event: MessageEvent) => unknown) | null;
  onclose: ((event: CloseEvent) => unknown) | null;
}

export interface Listener {
  slices(slices: Slices, version: number): void;
  news(news: readonly News[]): void;
  presence(here: readonly string[]): void;
  /** The bell of the consoles: something changed that no slice shows. */
  rung?(): void;
  link(state: LinkState): void;
  welcome(welcome: Welcome): void;
  /** A refusal that answers no submission: its sentence is for the page to show. */
  refused(refusal: Refusal): void;
  /** The server closed the socket and said why: a code from 1008 on, and its sentence, which may be empty. */
  closed?(code: number, sentence: string): void;
}

export interface Timers {
  set(act: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

/** Silence after which we ask, then after which we no longer believe in the socket, in milliseconds. */
export const ASK_AFTER = 20_000;
export const DOUBT_AFTER = 8_000;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;
/** Close codes from here to 4499 say: do not come back with this session. */
const NOT_AGAIN = [4400, 4499] as const;
/** A flood, a foreign page or a group that is gone: asking again soon would be the same fault. */
const POLICY = 1008;
export const POLICY_DELAY = 60_000;

/** How long before try number `tries` (from 0), in milliseconds: doubling, and never in step with the other phones. */
export function delayBefore(tries: number, luck: number): number {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** tries);
  return longest / 2 + (longest / 2) * luck;
}

export class Connection {
  #open: () => Socket;
  #listener: Listener;
  #timers: Timers;
  #luck: () => number;
  #outbox: Outbox | null = null;
  #socket: Socket | null = null;
  #spoken = false;
  #tries = 0;
  /** The next thing to do if nothing is heard; then what to do if the submission on its way is not answered. */
  #silence: unknown = null;
  #doubt: unknown = null;
  #slices: Slices = {};
  #epoch: string | null = null;
  #version: number | null = null;
  /** After each hello, frames of the talk before it are not heard, and the first new one may be of any version. */
  #resuming: 'waiting' | 'welcomed' | null = null;
  #renewed = false;
  #running = false;
  #held = false;

  constructor(open: () => Socket, listener: Listener, timers: Timers, luck: () => number = Math.random) {
    this.#open = open;
    this.#listener = listener;
    this.#timers = timers;
    this.#luck = luck;
  }

  /** The outbox needs `send`, and this needs the outbox: it is given once, before `start`. */
  carry(outbox: Outbox): void {
    this.#outbox = outbox;
  }

  start(): void {
    this.#running = true;
    this.#listener.link('waking');
    this.#connect();
  }

  stop(): void {
    this.#running = false;
    this.#forgetSocket();
  }

  /** The page is seen again, or the network is back: an old socket may look open and be dead, so ask at once. */
  check(): void {
    if (!this.#running) return;
    if (this.#spoken) this.#ask();
    else if (this.#socket === null && !this.#held) this.#retryNow();
  }

  /** The phone says that it has no network: do not wait for the silence to tell it. */
  cut(): void {
    if (this.#running && this.#socket !== null) this.#lose();
  }

  /** False while no socket is open and greeted. */
  send(message: BrowserMessage): boolean {
    if (this.#socket === null || !this.#spoken) return false;
    this.#socket.send(JSON.stringify(message));
    if (message.type === 'submit') this.#expectAnswer(DOUBT_AFTER, () => this.#lose());
    return true;
  }

  #connect(): void {
    this.#held = false;
    const socket = this.#open();
    this.#socket = socket;
    socket.onopen = () => this.#hello();
    socket.onmessage = ({ data }) => this.#hear(data);
    socket.onclose = ({ code, reason }) => this.#closed(code, reason);
    this.#watch(DOUBT_AFTER, () => this.#lose());
  }

  #hello(): void {
    this.#resuming = 'waiting';
    this.#socket?.send(
      JSON.stringify({ type: 'hello', epoch: this.#epoch, last_seen: this.#version } satisfies BrowserMessage),
    );
  }

  #hear(data: unknown): void {
    const message = typeof data === 'string' ? readMessage(data) : null;
    if (this.#spoken) this.#watch(ASK_AFTER, () => this.#ask());
    if (message !== null) this.#take(message);
  }

  #take(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        return this.#welcomed(message);
      case 'frame':
        return this.#frame(message);
      case 'receipt':
      case 'settled':
        return this.#answered(message);
      case 'refusal':
        return this.#refused(message);
      case 'slow_down':
        return this.#slowDown(message.seconds);
      case 'presence':
        return this.#listener.presence(message.here);
      case 'needs':
        return this.#listener.rung?.();
      case 'pong':
        return;
    }
  }

  #welcomed(welcome: Welcome): void {
    this.#renewed = welcome.epoch !== this.#epoch;
    this.#epoch = welcome.epoch;
    this.#resuming = 'welcomed';
    this.#spoken = true;
    this.#tries = 0;
    this.#listener.welcome(welcome);
    this.#listener.link('online');
    this.#watch(ASK_AFTER, () => this.#ask());
    void this.#outbox?.pump();
  }

  #frame(frame: Frame): void {
    if (this.#resuming === 'waiting') return;
    const seen = this.#resuming === 'welcomed' ? null : this.#version;
    const lost = seen !== null && frame.version > seen + 1;
    if (lost || frame.epoch !== this.#epoch) return this.#hello();
    if (seen !== null && frame.version <= seen) return;
    this.#slices = this.#renewed ? frame.slices : { ...this.#slices, ...frame.slices };
    this.#renewed = false;
    this.#resuming = null;
    this.#version = frame.version;
    this.#listener.slices(this.#slices, frame.version);
    if (frame.news.length > 0) this.#listener.news(frame.news);
  }

  #refused(refusal: Refusal): void {
    if (refusal.counter === null) this.#listener.refused(refusal);
    else this.#answered({ ...refusal, counter: refusal.counter });
  }

  #answered(answer: Answer & { counter: number }): void {
    this.#timers.clear(this.#doubt);
    void this.#outbox?.answer(answer);
  }

  #slowDown(seconds: number): void {
    this.#expectAnswer(seconds * 1000, () => {
      this.#outbox?.forgetFlight();
      void this.#outbox?.pump();
    });
  }

  #ask(): void {
    this.send({ type: 'ping' });
    this.#watch(DOUBT_AFTER, () => this.#lose());
  }

  #watch(milliseconds: number, act: () => void): void {
    this.#timers.clear(this.#silence);
    this.#silence = this.#timers.set(act, milliseconds);
  }

  #expectAnswer(milliseconds: number, act: () => void): void {
    this.#timers.clear(this.#doubt);
    this.#doubt = this.#timers.set(act, milliseconds);
  }

  #lose(): void {
    const socket = this.#socket;
    this.#forgetSocket();
    socket?.close();
    this.#waitAndRetry();
  }

  #closed(code: number, reason: string): void {
    this.#forgetSocket();
    if (code >= POLICY) this.#listener.closed?.(code, reason);
    if (code >= NOT_AGAIN[0] && code <= NOT_AGAIN[1]) {
      this.#running = false;
      this.#listener.link('closed');
    } else if (code === POLICY) {
      this.#held = true;
      this.#waitAndRetry(POLICY_DELAY);
    } else {
      this.#waitAndRetry();
    }
  }

  #waitAndRetry(least = 0): void {
    if (!this.#running) return;
    this.#listener.link('offline');
    const delay = Math.max(least, delayBefore(this.#tries, this.#luck()));
    this.#tries += 1;
    this.#watch(delay, () => this.#connect());
  }

  #retryNow(): void {
    this.#tries = 0;
    this.#timers.clear(this.#silence);
    this.#connect();
  }

  #forgetSocket(): void {
    this.#timers.clear(this.#silence);
    this.#timers.clear(this.#doubt);
    this.#spoken = false;
    this.#outbox?.forgetFlight();
    if (this.#socket === null) return;
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket = null;
  }
}
