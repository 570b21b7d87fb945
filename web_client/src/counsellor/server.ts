/** Asking the server as staff: a refusal's sentence speaks to « vous ». */
import { ask, type Answered } from '@kit/requests';
import { WORDS } from './words.fr';

type Method = Parameters<typeof ask>[0];

export async function request<T>(method: Method, path: string, body?: unknown): Promise<Answered<T>> {
  const answer = await ask<T>(method, path, body);
  if (answer.ok || !SENTENCES.has(answer.code) || answer.sentence.includes('ez ')) return answer;
  return { ...answer, sentence: SENTENCES.get(answer.code) ?? answer.sentence };
}

const SENTENCES = new Map<string, string>([
  ['unreachable', WORDS.offlineAct],
  ['unreadable', WORDS.ourFault],
]);
