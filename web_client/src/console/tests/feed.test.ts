import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NeedsFeed } from '../needs/feed.svelte';
import type { Need } from '../needs/need';
import { need } from './a_group';

let asked = 0;
let answer: () => Promise<readonly Need[]>;
const failures: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  failures.length = 0;
  answer = () => Promise.resolve([need()]);
});
afterEach(() => void vi.useRealTimers());

function feed(): NeedsFeed {
  return new NeedsFeed(
    () => {
      asked += 1;
      return answer();
    },
    (error) => failures.push(error),
  );
}

it('what is heard together is one question, asked soon', async () => {
  const one = feed();
  for (let frame = 0; frame < 20; frame += 1) one.soon();
  await vi.advanceTimersByTimeAsync(300);
  expect(asked).toBe(1);
  expect(one.list).toHaveLength(1);
});

it('groups that never rest are asked about once a second, not at each frame', async () => {
  const one = feed();
  for (let frame = 0; frame < 100; frame += 1) {
    one.soon();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(asked).toBeGreaterThanOrEqual(5);
  expect(asked).toBeLessThanOrEqual(6);
});

it('without any news the list is asked again every ten seconds, until it is stopped', async () => {
  const one = feed();
  one.start();
  await vi.advanceTimersByTimeAsync(30_500);
  expect(asked).toBe(3);
  one.stop();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toBe(3);
});

it('what changes while the answer is on its way is asked right after', async () => {
  const one = feed();
  let arrive = (_: readonly Need[]): void => undefined;
  answer = () => new Promise((resolve) => (arrive = resolve));
  const first = one.load();
  void one.load();
  expect(asked).toBe(1);
  answer = () => Promise.resolve([]);
  arrive([need()]);
  await first;
  expect(asked).toBe(2);
  expect(one.list).toEqual([]);
});

it('without an answer the list stays as it was, and the page is told why', async () => {
  const one = feed();
  await one.load();
  answer = () => Promise.reject(new Error('no network'));
  await one.load();
  expect(one.list).toHaveLength(1);
  expect(failures).toHaveLength(1);
});
