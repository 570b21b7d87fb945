/** What I answered in the portrait, read from my private values: by family, the later time beside the earlier one. */
import type { Values } from './pending';

export type Wish = 'talk' | 'know' | 'not_now';

export interface Need {
  family: string;
  now: Wish;
  /** What I had said the first time; absent when there was only one. */
  before?: Wish;
}

const GATE = /^portrait\.([^.]+)\.([^.]+)\.gate$/;
const WISHES: readonly unknown[] = ['talk', 'know', 'not_now'];

/** `editions`: the times I could answer, the first one first; one that is not named comes before. */
export function needsIn(values: Values, editions: readonly string[]): readonly Need[] {
  const byFamily = new Map<string, Map<string, Wish>>();
  for (const [key, value] of Object.entries(values)) {
    const [, edition, family] = GATE.exec(key) ?? [];
    if (edition === undefined || family === undefined || !WISHES.includes(value)) continue;
    byFamily.set(family, (byFamily.get(family) ?? new Map<string, Wish>()).set(edition, value as Wish));
  }
  return [...byFamily].map(([family, said]) => {
    const [now, before] = [...said.keys()].sort((one, other) => editions.indexOf(other) - editions.indexOf(one));
    const need = { family, now: said.get(now ?? '') ?? 'not_now' };
    return before === undefined ? need : { ...need, before: said.get(before) ?? 'not_now' };
  });
}
