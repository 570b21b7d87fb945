/** Sends what the queue holds: the oldest entry only, again until it is answered, and tells who waits for it. */
import type { Queue } from './queue';
import { refusalWords } from './language.svelte';
import type { Answer, Command, Submit } from './wire';

/** What came of a submission, for the screen that made it. `version` is null when it was settled long ago. */
export type Outcome =
  | { readonly ok: true; readonly version: number | null }
  | { readonly ok: false; readonly code: string; readonly sentence: string };

/** The other tabs of the same browser and seat; a `BroadcastChannel`, or nothing. */
export interface Tabs {
  postMessage(message: TabMessage): void;
  onmessage: ((event: { data: TabMessage }) => void) | null;
}

export type TabMessage = { type: 'added' } | { type: 'answered'; answer: Answer };

export class Outbox {
  #queue: Queue;
  #send: (message: Submit) => boolean;
  #tabs: Tabs | null;
  #waiting = new Map<number, (outcome: Outcome) => void>();
  #onkept: (kept: number) => void;
  #inFlight: number | null = null;

  /** `send` returns false while there is no open socket. `onkept` is told how many entries wait, at each change. */
  constructor(
    queue: Queue,
    send: (message: Submit) => boolean,
    onkept: (kept: number) => void,
    tabs: Tabs | null = null,
  ) {
    this.#queue = queue;
    this.#send = send;
    this.#onkept = onkept;
    this.#tabs = tabs;
    if (tabs) tabs.onmessage = ({ data }) => void this.#hear(data);
  }

  /** Keeps the command, then sends it in its turn; resolves when the server has answered it, through any tab. */
  async submit(command: Command): Promise<Outcome> {
    const counter = await this.#queue.add(command);
    const outcome = new Promise<Outcome>((resolve) => this.#waiting.set(counter, resolve));
    this.#tabs?.postMessage({ type: 'added' });
    await this.#count();
    await this.pump();
    return outcome;
  }

  /** Sends the oldest entry if none is on its way. */
  async pump(): Promise<void> {
    if (this.#inFlight !== null) return;
    const entry = await this.#queue.oldest();
    if (entry === null || this.#inFlight !== null) return;
    this.#inFlight = entry.counter;
    const sent = this.#send({ type: 'submit', device: this.#queue.device, ...entry });
    if (!sent) this.#inFlight = null;
  }

  /** The entry on its way may be lost, or was told to slow down: it goes again at the next `pump`. */
  forgetFlight(): void {
    this.#inFlight = null;
  }

  /** Only an answer removes an entry. */
  async answer(answer: Answer & { counter: number }): Promise<void> {
    this.#tabs?.postMessage({ type: 'answered', answer });
    await this.#close(answer);
  }

  async #hear(message: TabMessage): Promise<void> {
    if (message.type === 'answered' && message.answer.counter !== null) {
      await this.#close(message.answer as Answer & { counter: number });
    } else {
      await this.#count();
      await this.pump();
    }
  }

  async #close(answer: Answer & { counter: number }): Promise<void> {
    await this.#queue.remove(answer.counter);
    if (this.#inFlight === answer.counter) this.#inFlight = null;
    await this.#count();
    this.#waiting.get(answer.counter)?.(outcomeOf(answer));
    this.#waiting.delete(answer.counter);
    await this.pump();
  }

  async #count(): Promise<void> {
    this.#onkept((await this.#queue.counters()).length);
  }

  /** Counts what an earlier visit left, before anything is said. */
  async begin(): Promise<void> {
    await this.#count();
  }
}

function outcomeOf(answer: Answer): Outcome {
  if (answer.type === 'refusal') {
    const { code, sentence, details } = answer;
    return { ok: false, code, sentence: refusalWords(code, sentence, details) };
  }
  return { ok: true, version: answer.type === 'receipt' ? answer.version : null };
}
