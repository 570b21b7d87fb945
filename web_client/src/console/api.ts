/** What is asked over HTTP: everything that is not the game itself. */
import { words } from './words.fr';

/** The server's refusal, or no answer at all (`no_network`): the sentence says what to do. */
export class RefusedError extends Error {
  readonly code: string;
  /** The field of the form that it is about. */
  readonly field: string | null;

  constructor(code: string, sentence: string, field: string | null = null) {
    super(sentence);
    this.code = code;
    this.field = field;
  }
}

export async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const request: RequestInit = { method, headers: { Accept: 'application/json' } };
  if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers = { ...request.headers, 'Content-Type': 'application/json' };
  }
  const response = await fetch(path, request).catch(() => {
    throw new RefusedError('no_network', words.noNetwork);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalIn(answer);
  return answer as Answer;
}

function refusalIn(answer: unknown): RefusedError {
  const { code, sentence, details } = (answer ?? {}) as { code?: string; sentence?: string; details?: unknown };
  const field = (details as { field?: string } | null | undefined)?.field ?? null;
  return new RefusedError(code ?? 'unexpected', sentence ?? words.unexpected, field);
}

/** The sentence to show, whatever went wrong. */
export function sentenceOf(error: unknown): string {
  return error instanceof RefusedError ? error.message : words.unexpected;
}
