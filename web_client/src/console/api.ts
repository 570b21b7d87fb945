/** What is asked over HTTP: everything that is not the game itself. A refusal is thrown, so that a form has one way out. */
import { ask as request, type RefusedAnswer } from '@kit/requests';
import { words } from './words.fr';

/** The server's refusal, or no answer at all: the message is the sentence to show. */
export class RefusedError extends Error {
  readonly code: string;
  /** The field of the form that it is about. */
  readonly field: string | null;

  constructor({ code, sentence, details }: RefusedAnswer) {
    super(OUR_SENTENCES[code] ?? sentence);
    this.code = code;
    this.field = typeof details['field'] === 'string' ? details['field'] : null;
  }
}

// The kit says « tu »: it was written for the phone.
const OUR_SENTENCES: Readonly<Record<string, string>> = { unreachable: words.noNetwork, unreadable: words.unexpected };

/** Raises RefusedError. */
export async function ask<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await request<Answer>(method, path, body);
  if (answer.ok) return answer.value;
  throw new RefusedError(answer);
}

/** The sentence to show, whatever went wrong. */
export function sentenceOf(error: unknown): string {
  return error instanceof RefusedError ? error.message : words.unexpected;
}
