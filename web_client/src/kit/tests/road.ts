/** A server's end held by the test: sockets that deliver only when told, and a clock that moves only when told. */
import { Connection, type Listener, type Socket, type Timers } from '../connection';
import type { LinkState } from '../link_words';
import { Outbox, type TabMessage, type Tabs } from '../outbox';
import { openQueue } from '../queue';
import type { BrowserMessage, Refusal, ServerMessage, Slices } from '../wire';

export class FakeSocket implements Socket {
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  closed = false;
  #sent: string[] = [];

  send(text: string): void {
    this.#sent.push(text);
  }

  close(): void {
    this.closed = true;
  }

  /** What the page has said since the last call. */
  take(): BrowserMessage[] {
    return this.#sent.splice(0).map((text) => JSON.parse(text) as BrowserMessage);
  }

  open(): void {
    this.onopen?.(new Event('open'));
  }

  deliver(message: ServerMessage | string): void {
    const data = typeof message === 'string' ? message : JSON.stringify(message);
    this.onmessage?.(new MessageEvent('message', { data }));
  }

  drop(code = 1006, reason = ''): void {
    this.onclose?.(Object.assign(new Event('close'), { code, reason, wasClean: false }) as CloseEvent);
  }
}

export class FakeClock implements Timers {
  #now = 0;
  #waiting = new Map<number, { at: number; act: () => void }>();
  #last = 0;

  set(act: () => void, milliseconds: number): number {
    this.#last += 1;
    this.#waiting.set(this.#last, { at: this.#now + milliseconds, act });
    return this.#last;
  }

  clear(timer: unknown): void {
    this.#waiting.delete(timer as number);
  }

  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#waiting].filter(([, { at }]) => at <= until).sort((a, b) => a[1].at - b[1].at)[0];
      if (due === undefined) break;
      this.#waiting.delete(due[0]);
      this.#now = due[1].at;
      due[1].act();
    }
    this.#now = until;
  }
}

export const welcome = (version: number, epoch = 'e1'): ServerMessage => ({
  type: 'welcome',
  epoch,
  version,
  seat: 's1',
  role: 'player',
  server_time: '2026-12-08T13:00:00Z',
});

export const frame = (version: number, slices: Record<string, unknown>, epoch = 'e1'): ServerMessage => ({
  type: 'frame',
  epoch,
  version,
  slices,
  news: [],
});

/** Lets IndexedDB and promises finish what they have begun. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** A page on a phone: it remembers what its connection told it. */
export class Page implements Listener {
  seen: Slices = {};
  versions: number[] = [];
  states: LinkState[] = [];
  refusals: Refusal[] = [];
  here: readonly string[] = [];
  rings = 0;
  closings: [number, string][] = [];
  kept = 0;
  sockets: FakeSocket[] = [];
  clock = new FakeClock();
  connection = new Connection(
    () => this.#newSocket(),
    this,
    this.clock,
    () => 1,
  );
  outbox!: Outbox;

  static async open(phone: IDBFactory, tabs: Tabs | null = null): Promise<Page> {
    const page = new Page();
    const queue = await openQueue('seat-1', phone);
    page.outbox = new Outbox(
      queue,
      (message) => page.connection.send(message),
      (kept) => (page.kept = kept),
      tabs,
    );
    page.connection.carry(page.outbox);
    await page.outbox.begin();
    page.connection.start();
    return page;
  }

  get socket(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  /** Opens the newest socket, hears the hello and is greeted. */
  async greet(version = 0, epoch = 'e1') {
    this.socket.open();
    const [hello] = this.socket.take();
    this.socket.deliver(welcome(version, epoch));
    await settle();
    return hello;
  }

  slices(slices: Slices, version: number) {
    this.seen = slices;
    this.versions.push(version);
  }
  news() {}
  presence(here: readonly string[]) {
    this.here = here;
  }
  rung() {
    this.rings += 1;
  }
  link(state: LinkState) {
    this.states.push(state);
  }
  welcome() {}
  closed(code: number, sentence: string) {
    this.closings.push([code, sentence]);
  }
  refused(refusal: Refusal) {
    this.refusals.push(refusal);
  }
  #newSocket() {
    this.sockets.push(new FakeSocket());
    return this.socket;
  }
}

/** Two ends of a `BroadcastChannel`, delivering at once. */
export function twoTabs(): [Tabs, Tabs] {
  const ends: Tabs[] = [0, 1].map((index) => ({
    onmessage: null,
    postMessage: (data: TabMessage) => ends[1 - index]?.onmessage?.({ data }),
  }));
  return ends as [Tabs, Tabs];
}
