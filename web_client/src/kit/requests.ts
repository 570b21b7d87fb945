/** Asking the server over HTTP: every answer is the value, or a refusal with a sentence to show. */

import { refusalWords } from './language.svelte';
import { words } from './words.fr';

export interface RefusedAnswer {
  ok: false;
  code: string;
  sentence: string;
  details: Readonly<Record<string, unknown>>;
}
export type Answered<T> = { ok: true; value: T } | RefusedAnswer;

const unreachable = (): RefusedAnswer => ({ ok: false, code: 'unreachable', sentence: words.unreachable, details: {} });
const unreadable = (): RefusedAnswer => ({ ok: false, code: 'unreadable', sentence: words.broken, details: {} });

/** Said on the window when words of distress stood in what was sent: the author is answered before anything else. */
export const HEARD = 'eclats-heard';

let page: Readonly<Record<string, string>> = {};

/** Says which staff page asks: each has its own session, so that two colleagues may share one browser. */
export function askAs(name: 'counsellor'): void {
  page = { 'X-Eclats-Page': name };
}

/** Asks, with the cookies of this browser. Never throws: no network is a refusal like another (`unreachable`). */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answered<T>> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? page : { ...page, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return await read<T>(answer);
  } catch {
    return unreachable();
  }
}

async function read<T>(answer: Response): Promise<Answered<T>> {
  const value: unknown = answer.status === 204 ? null : await answer.json().catch(() => undefined);
  if ((value as { heard?: unknown } | null | undefined)?.heard === true) dispatchEvent(new Event(HEARD));
  if (answer.ok) return value === undefined ? unreadable() : { ok: true, value: value as T };
  const told = value as { code?: unknown; sentence?: unknown; details?: unknown } | null | undefined;
  if (typeof told?.code !== 'string' || typeof told.sentence !== 'string') return unreadable();
  const details = (told.details ?? {}) as Record<string, unknown>;
  return { ok: false, code: told.code, sentence: refusalWords(told.code, told.sentence, details), details };
}
