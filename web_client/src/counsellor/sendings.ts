/** Where the messages about an appointment are, in words: only the last revision of each way counts. */
import { sinceWords } from './french';
import type { Sending } from './wire';
import { WORDS } from './words.fr';

export interface SendingLine {
  channel: Sending['channel'];
  tone: 'done' | 'pending' | 'failed';
  words: string;
}

export function sendingLines(sendings: readonly Sending[], zone: string, today: string): SendingLine[] {
  const order: Sending['channel'][] = ['caldav', 'imip', 'notice'];
  return order.flatMap((channel) => {
    const last = sendings
      .filter((it) => it.channel === channel && it.state !== 'superseded')
      .reduce<Sending | null>(
        (best, it) => (best === null || (it.sequence ?? 0) >= (best.sequence ?? 0) ? it : best),
        null,
      );
    return last ? [lineOf(last, zone, today)] : [];
  });
}

function lineOf({ channel, method, state, reason, done_at }: Sending, zone: string, today: string): SendingLine {
  const words = WORDS.sendings[channel];
  switch (state) {
    case 'done': {
      const at = done_at == null ? null : sinceWords(done_at, zone, today);
      return { channel, tone: 'done', words: method === 'CANCEL' ? words.removed(at) : words.done(at) };
    }
    case 'dead':
      return { channel, tone: 'failed', words: `${words.dead}\u00a0: ${reasonWords(reason)}.` };
    case 'conflict':
      return { channel, tone: 'failed', words: `${words.conflict}.` };
    default:
      return { channel, tone: 'pending', words: words.pending };
  }
}

function reasonWords(reason: string | null): string {
  return WORDS.sendings.reasons[(reason ?? '').replace(/^too_late_/, '')] ?? WORDS.sendings.otherReason;
}
