/** The hours that a form offers: every quarter of an hour of a long working day. */
import { hourWords } from './french';

const [FIRST, LAST, STEP] = [7 * 60, 21 * 60, 15];

export interface TimeOption {
  value: number;
  words: string;
}

export const TIMES: readonly TimeOption[] = Array.from({ length: (LAST - FIRST) / STEP + 1 }, (_, number) => {
  const value = FIRST + number * STEP;
  return { value, words: hourWords(value) };
});
