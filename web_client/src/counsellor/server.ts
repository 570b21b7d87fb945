/** Asking the server as staff: the kit's own sentences say « tu », these say « vous ». */
import { ask, type Answered } from '@kit/requests';
import { WORDS } from './words.fr';

const SENTENCES: Readonly<Record<string, string>> = { unreachable: WORDS.offlineAct, unreadable: WORDS.ourFault };

export async function request<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answered<T>> {
  const answer = await ask<T>(method, path, body);
  return answer.ok ? answer : { ...answer, sentence: SENTENCES[answer.code] ?? answer.sentence };
}
