/** Words of distress in what is about to be sent: the server's own list, so that the answer comes at once and without network. */
import list from '../../../game_server/application/distress/words.json';
import { randomId } from '@kit/queue';
import { ask } from '@kit/requests';

/** The code of the server's own answer, when it heard what this phone had not. */
export const HEARD_CODE = 'distress';

const KEPT = 'eclats-alerts';
const LONGEST_NOTE = 500;

interface Alert {
  seat: string;
  key: string;
  note: string;
}

/** Lower case, accents aside, anything but letters and digits as one space; as `folded` of the server. */
export function folded(text: string): string {
  const plain = text.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const PHRASES = list.phrases.map(folded);
const NOT_THESE = list.not_these.map(folded);

export function isDistress(text: string): boolean {
  let words = ` ${folded(text)} `;
  for (const other of NOT_THESE) words = words.replaceAll(` ${other} `, ' ');
  return PHRASES.some((phrase) => words.includes(` ${phrase} `));
}

/** The first text of an action that holds such a phrase, or null. */
export function distressIn(value: unknown): string | null {
  if (typeof value === 'string') return isDistress(value) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, one] of Object.entries(value)) {
    const found = key === 'type' ? null : distressIn(one);
    if (found !== null) return found;
  }
  return null;
}

/** Tells an adult on duty: kept on this phone until the server has it, and one alert however often it is sent. */
export async function alertAdult(seat: string, words: string): Promise<void> {
  keep([...kept(), { seat, key: randomId(), note: words.slice(0, LONGEST_NOTE) }]);
  await sendAlerts();
}

/** Sends what still waits; called again whenever the page is seen or the network is back. */
export async function sendAlerts(): Promise<void> {
  for (const { seat, key, note } of kept()) {
    const answer = await ask('POST', `/api/seats/${seat}/help`, { kind: 'distress', note, key });
    const lost = !answer.ok && answer.code !== 'unreachable' && answer.code !== 'store_unreachable';
    if (answer.ok || lost) keep(kept().filter((one) => one.key !== key));
  }
}

function kept(): Alert[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(found) ? (found as Alert[]) : [];
  } catch {
    return [];
  }
}

function keep(alerts: readonly Alert[]): void {
  try {
    if (alerts.length === 0) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, JSON.stringify(alerts));
  } catch {
    return;
  }
}
