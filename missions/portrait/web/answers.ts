/** My answers: kept in my private store and nowhere else. */
import { ask, type Answered } from '@kit/requests';
import type { Family } from './view';

export type Answer = 'talk' | 'know' | 'not_now';
/** By `<family>.<question>`; the first question of a family is `gate`. */
export type Answers = Readonly<Record<string, Answer>>;

export const SCALE: readonly Answer[] = ['talk', 'know', 'not_now'];
const AT_ONCE = 40;

export const gateOf = (family: Family) => `${family.id}.gate`;
export const keyOf = (family: Family, question: string) => `${family.id}.${question}`;

/** How far one would like to go with a family: 0 not now or not answered, 1 know more, 2 talk about it. */
export function levelOf(answers: Answers, family: Family): 0 | 1 | 2 {
  const gate = answers[gateOf(family)];
  if (gate === 'talk') return 2;
  return gate === 'know' ? 1 : 0;
}

/** The answers once a gate was answered: what was more precise is closed again by « pas maintenant ». */
export function withGate(answers: Answers, family: Family, gate: Answer): Answers {
  const after: Record<string, Answer> = { ...answers, [gateOf(family)]: gate };
  for (const { id } of family.details) {
    const key = keyOf(family, id);
    if (gate === 'not_now' || after[key] === undefined) after[key] = 'not_now';
    else if (after[key] !== 'not_now') after[key] = gate;
  }
  return after;
}

/** The answers once a precise thing was ticked or not: it goes as far as the gate does. */
export function withDetail(answers: Answers, family: Family, question: string, ticked: boolean): Answers {
  const gate = answers[gateOf(family)] ?? 'not_now';
  return { ...answers, [keyOf(family, question)]: ticked ? gate : 'not_now' };
}

/** What I answered in an edition; a refusal on a phone that may not read it. */
export async function readAnswers(seat: string, edition: string): Promise<Answered<Answers>> {
  const prefix = `portrait.${edition}.`;
  const answer = await ask<{ values: Record<string, unknown> }>(
    'GET',
    `/api/seats/${seat}/private?prefix=${encodeURIComponent(prefix)}`,
  );
  if (!answer.ok) return answer;
  const kept = Object.entries(answer.value.values).filter(([, value]) => SCALE.includes(value as Answer));
  return {
    ok: true,
    value: Object.fromEntries(kept.map(([key, value]) => [key.slice(prefix.length), value as Answer])),
  };
}

/** Keeps them; the game hears with the last ones that it is done, and nothing else. */
export async function keepAnswers(
  seat: string,
  edition: string,
  mission: string,
  answers: Answers,
): Promise<Answered<unknown>> {
  const entries = Object.entries(answers).map(([key, value]) => [`portrait.${edition}.${key}`, value] as const);
  let answer: Answered<unknown> = { ok: true, value: null };
  for (let first = 0; answer.ok && (first < entries.length || first === 0); first += AT_ONCE) {
    const values = Object.fromEntries(entries.slice(first, first + AT_ONCE));
    const last = first + AT_ONCE >= entries.length;
    answer = await ask('PUT', `/api/seats/${seat}/private`, last ? { values, told: mission } : { values });
  }
  return answer;
}
