// Spec: R10
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openQueue, passingQueue, randomId } from '../queue';

const say = (text: string) => ({ type: 'answer', text });

it('keeps what was said through a reload, oldest first, under the same device', async () => {
  const phone = new IDBFactory();
  const before = await openQueue('seat-1', phone);
  await before.add(say('un'));
  await before.add(say('deux'));
  const after = await openQueue('seat-1', phone);
  expect(after.device).toBe(before.device);
  expect(await after.oldest()).toEqual({ counter: 1, command: say('un') });
  expect(await after.counters()).toEqual([1, 2]);
});

it('never uses a counter twice, even when everything was removed and the page reloaded', async () => {
  const phone = new IDBFactory();
  const before = await openQueue('seat-1', phone);
  await before.remove(await before.add(say('un')));
  const after = await openQueue('seat-1', phone);
  expect(await after.add(say('deux'))).toBe(2);
});

it('two tabs that open at the same moment are one device with one row of counters', async () => {
  const phone = new IDBFactory();
  const [left, right] = await Promise.all([openQueue('seat-1', phone), openQueue('seat-1', phone)]);
  expect(left.device).toBe(right.device);
  const counters = await Promise.all([left.add(say('un')), right.add(say('deux')), left.add(say('trois'))]);
  expect(new Set(counters).size).toBe(3);
});

it('two seats played on one phone do not share a queue', async () => {
  const phone = new IDBFactory();
  const [mine, hers] = [await openQueue('seat-1', phone), await openQueue('seat-2', phone)];
  await mine.add(say('à moi'));
  expect(await hers.counters()).toEqual([]);
  expect(hers.device).not.toBe(mine.device);
});

it('a browser that refuses to keep anything still plays, and says so', async () => {
  const refusing = {
    open: () => {
      throw new DOMException('no', 'SecurityError');
    },
  } as unknown as IDBFactory;
  const queue = await openQueue('seat-1', refusing);
  expect(queue.lasting).toBe(false);
  expect(await queue.add(say('un'))).toBe(1);
  expect(await queue.oldest()).toEqual({ counter: 1, command: say('un') });
  expect((await openQueue('seat-1', undefined)).lasting).toBe(false);
});

it('a passing queue is a new device each time, so its counters may begin again', () => {
  expect(passingQueue().device).not.toBe(passingQueue().device);
});

it('an id is 128 bits in hexadecimal', () => {
  expect(randomId()).toMatch(/^[0-9a-f]{32}$/);
});
