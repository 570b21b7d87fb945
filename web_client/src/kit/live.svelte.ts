/** The road as a page sees it: reactive, read-only, and one way to act. */
import { Connection, type Socket } from './connection';
import type { LinkState } from './link_words';
import { Outbox, type Outcome, type Tabs } from './outbox';
import { openQueue } from './queue';
import { refusalWords } from './language.svelte';
import type { Command, News, Refusal, Role, Slices, Welcome } from './wire';

export interface LiveOptions {
  /** Whose queue this is: a seat's id, or a staff member's. */
  owner: string;
  /** Path and query of the socket on this origin. */
  path?: string;
}

/** A close code (1008, 1013, 4401) and the sentence that came with it. */
export interface Closing {
  code: number;
  sentence: string;
}

/** The close code of a session that has ended. */
const SIGNED_OUT = 4401;
/** « C’est envoyé. » stays as long as it takes to read, in milliseconds. */
const SENT_FOR = 4_000;

export class Live {
  slices = $state.raw<Slices>({});
  version = $state<number | null>(null);
  here = $state.raw<readonly string[]>([]);
  link = $state<LinkState>('waking');
  kept = $state(0);
  seat = $state<string | null>(null);
  role = $state<Role | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** Why the server closed the socket, until it is open again. */
  closing = $state.raw<Closing | null>(null);
  #clock = 0;
  #listeners = new Set<(news: News) => void>();
  #bells = new Set<() => void>();
  #connection: Connection;
  #outbox: Promise<Outbox>;
  #wasOffline = false;

  constructor({ owner, path = '/ws' }: LiveOptions) {
    const timers = {
      set: (act: () => void, ms: number) => setTimeout(act, ms),
      clear: (timer: unknown) => clearTimeout(timer as number),
    };
    this.#connection = new Connection(() => openSocket(path), this.#listener(), timers);
    this.#outbox = this.#begin(owner);
    this.#watchPhone();
  }

  /** Keeps the command on this phone, sends it in its turn, and resolves with the server's answer, however late. */
  async act(command: Command): Promise<Outcome> {
    return (await this.#outbox).submit(command);
  }

  /** Calls back for each piece of news; the function returned ends it. */
  onNews(hear: (news: News) => void): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  /** Calls back when the server rings: something changed that no slice shows. The function returned ends it. */
  onRing(hear: () => void): () => void {
    this.#bells.add(hear);
    return () => this.#bells.delete(hear);
  }

  /** The server's clock, in milliseconds since 1970: a phone's own may be wrong by minutes. */
  now(): number {
    return Date.now() + this.#clock;
  }

  stop(): void {
    this.#connection.stop();
  }

  #watchPhone(): void {
    const check = () => {
      if (document.visibilityState === 'visible') this.#connection.check();
    };
    document.addEventListener('visibilitychange', check);
    document.addEventListener('resume', check);
    addEventListener('pageshow', check);
    addEventListener('online', check);
    addEventListener('offline', () => this.#connection.cut());
  }

  async #begin(owner: string): Promise<Outbox> {
    const queue = await openQueue(owner);
    const outbox = new Outbox(
      queue,
      (message) => this.#connection.send(message),
      (kept) => this.#count(kept),
      tabsOf(owner),
    );
    this.#connection.carry(outbox);
    await outbox.begin();
    this.#connection.start();
    return outbox;
  }

  #count(kept: number): void {
    if (kept === 0 && this.kept > 0 && this.#wasOffline && this.link === 'online') {
      this.#wasOffline = false;
      this.link = 'sent';
      setTimeout(() => {
        if (this.link === 'sent') this.link = 'online';
      }, SENT_FOR);
    }
    this.kept = kept;
  }

  #listener() {
    return {
      slices: (slices: Slices, version: number) => {
        this.slices = slices;
        this.version = version;
      },
      news: (news: readonly News[]) => {
        for (const hear of this.#listeners) news.forEach(hear);
      },
      presence: (here: readonly string[]) => (this.here = here),
      rung: () => this.#bells.forEach((hear) => hear()),
      link: (state: LinkState) => {
        this.link = state;
        if (state === 'offline') this.#wasOffline = true;
      },
      welcome: ({ seat, role, server_time }: Welcome) => {
        this.closing = null;
        this.seat = seat;
        this.role = role;
        this.#clock = Date.parse(server_time) - Date.now();
      },
      refused: (refusal: Refusal) => {
        const { code, sentence, details } = refusal;
        this.refusal = { ...refusal, sentence: refusalWords(code, sentence, details) };
      },
      closed: (code: number, sentence: string) => {
        this.closing = { code, sentence: code === SIGNED_OUT ? refusalWords('signed_out', sentence) : sentence };
      },
    };
  }
}

function openSocket(path: string): Socket {
  const { protocol, host } = location;
  return new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}${path}`);
}

function tabsOf(owner: string): Tabs | null {
  return 'BroadcastChannel' in globalThis ? (new BroadcastChannel(`eclats/${owner}`) as Tabs) : null;
}
