/** A server's end held by the test: sockets that deliver only when told, and a clock that moves only when told. */
import type { Socket, Timers } from '../connection';
import type { BrowserMessage, ServerMessage } from '../wire';

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

  drop(code = 1006): void {
    this.onclose?.(Object.assign(new Event('close'), { code, reason: '', wasClean: false }) as CloseEvent);
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
