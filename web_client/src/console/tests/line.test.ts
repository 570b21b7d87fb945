import { describe, expect, it } from 'vitest';
import { A_MINUTE, dayAround, dayStarts, paces, type Moment } from '../past/line';
import { MINUTE, NOON } from './a_group';

const moment = (version: number, day: number, minutes: number): Moment => ({
  version,
  day,
  at: new Date(NOON + minutes * MINUTE).toISOString(),
  kind: 'act',
  words: '',
  by: null,
  by_name: null,
  reason: null,
  mission: null,
});
const LINE = [moment(1, 0, 0), moment(4, 1, 10), moment(7, 1, 40), moment(9, 1, 100), moment(12, 2, 1500)];

it('each day begins at its first moment', () => {
  expect(dayStarts(LINE)).toEqual([
    { day: 0, index: 0 },
    { day: 1, index: 1 },
    { day: 2, index: 4 },
  ]);
});

it('the day around a moment goes from its first moment to its last', () => {
  expect(dayAround(LINE, 2)).toEqual({ from: 1, to: 3 });
  expect(dayAround(LINE, 4)).toEqual({ from: 4, to: 4 });
});

describe('a day that is replayed', () => {
  it('shows longer what lasted longer', () => {
    const [first = 0, second = 0] = paces(LINE, 1, 3, 3_000);
    expect(second).toBe(2 * first);
  });

  it('never takes more than a minute, however much happened', () => {
    const busy = Array.from({ length: 600 }, (_, index) => moment(index, 1, index));
    const whole = paces(busy, 0, 599).reduce((sum, one) => sum + one, 0);
    expect(whole).toBeLessThanOrEqual(A_MINUTE * 1.01);
  });

  it('leaves time to see what happened in one instant', () => {
    const together = [moment(1, 1, 0), moment(2, 1, 0), moment(3, 1, 0)];
    for (const pace of paces(together, 0, 2)) expect(pace).toBeGreaterThanOrEqual(350);
  });
});
