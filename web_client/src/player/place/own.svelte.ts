/** What the server keeps of me outside the game: who I am, my appointments, what I find useful. Private: nobody else's page. */
import { ask, type Answered } from '@kit/requests';
import type { OnCall, PublicNumber } from '@kit/help_lines';
import { keepHelp } from '../kept_help';
import { keepPlace } from '../places';

export interface Me {
  first_name: string;
  /** False on a phone opened by PIN alone: what is private stays closed there. */
  known: boolean;
  group: { id: string; name: string; code: string; time_zone: string; ended: boolean };
  notices: readonly { id: string; at: string }[];
  on_call: OnCall | null;
  numbers: readonly PublicNumber[];
  referent: { name: string } | null;
}

export type Mark = 'useful' | 'later';

const OFFER = 'offer/';

export class Own {
  readonly seat: string;
  me = $state.raw<Me | null>(null);
  marks = $state.raw<Readonly<Record<string, Mark>>>({});

  constructor(seat: string) {
    this.seat = seat;
  }

  path(rest: string): string {
    return `/api/seats/${this.seat}/${rest}`;
  }

  /** Asks who I am, and keeps on this phone what must be there without network. */
  async load(): Promise<void> {
    const answer = await ask<Me>('GET', this.path('me'));
    if (!answer.ok) return;
    const { first_name, group, on_call, numbers, known } = answer.value;
    this.me = answer.value;
    keepPlace({ seat: this.seat, name: first_name, group: group.name, code: group.code });
    keepHelp({ onCall: on_call ?? undefined, numbers });
    if (known) await this.#loadMarks();
  }

  /** Shown at once; taken back if the server refuses. */
  async mark(offer: string, mark: Mark | null): Promise<Answered<unknown>> {
    const before = this.marks;
    const { [offer]: _, ...others } = before;
    this.marks = mark === null ? others : { ...others, [offer]: mark };
    const answer = await ask('PUT', this.path('private'), { values: { [OFFER + offer]: mark } });
    if (!answer.ok) this.marks = before;
    return answer;
  }

  async #loadMarks(): Promise<void> {
    const answer = await ask<{ values: Record<string, unknown> }>('GET', this.path(`private?prefix=${OFFER}`));
    if (!answer.ok) return;
    const marked = Object.entries(answer.value.values).filter(([, mark]) => mark === 'useful' || mark === 'later');
    this.marks = Object.fromEntries(marked.map(([key, mark]) => [key.slice(OFFER.length), mark as Mark]));
  }
}
