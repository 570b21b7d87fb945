/** Asking the server over HTTP: every answer is the value, or a refusal with a sentence to show. */

export interface RefusedAnswer {
  ok: false;
  code: string;
  sentence: string;
  details: Readonly<Record<string, unknown>>;
}
export type Answered<T> = { ok: true; value: T } | RefusedAnswer;

const UNREACHABLE: RefusedAnswer = {
  ok: false,
  code: 'unreachable',
  sentence: 'Pas de réseau. Réessaie dans un instant : rien n’est perdu.',
  details: {},
};
const UNREADABLE: RefusedAnswer = {
  ok: false,
  code: 'unreadable',
  sentence: 'Quelque chose n’a pas marché de notre côté. Réessaie dans un instant.',
  details: {},
};

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
    return UNREACHABLE;
  }
}

async function read<T>(answer: Response): Promise<Answered<T>> {
  const value: unknown = answer.status === 204 ? null : await answer.json().catch(() => undefined);
  if (answer.ok) return value === undefined ? UNREADABLE : { ok: true, value: value as T };
  const told = value as { code?: unknown; sentence?: unknown; details?: unknown } | null | undefined;
  if (typeof told?.code !== 'string' || typeof told.sentence !== 'string') return UNREADABLE;
  const details = (told.details ?? {}) as Record<string, unknown>;
  return { ok: false, code: told.code, sentence: told.sentence, details };
}
