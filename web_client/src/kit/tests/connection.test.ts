// Spec: R10 R11 V7
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { ASK_AFTER, delayBefore, DOUBT_AFTER, POLICY_DELAY } from '../connection';
import { stateWords } from '../link_words';
import { FakeSocket, frame, Page, settle, twoTabs, welcome } from './road';

/** Longer than the first wait before a new try, shorter than our patience with a socket that does not open. */
const RETRY = 1_000;

let phone: IDBFactory;
beforeEach(() => {
  phone = new IDBFactory();
});

const vote = (option: string) => ({ type: 'vote', option });
const submitted = (socket: FakeSocket) => socket.take().filter((message) => message.type === 'submit');

describe('hearing', () => {
  it('replaces each slice whole and keeps those that did not change', async () => {
    const page = await Page.open(phone);
    await page.greet(4);
    page.socket.deliver(frame(4, { group: { day: 1, title: 'L’essai' }, offers: [1] }));
    page.socket.deliver(frame(5, { group: { day: 2 } }));
    expect(page.seen).toEqual({ group: { day: 2 }, offers: [1] });
  });

  it('says hello again with the last version seen when a version is missing, and hears nothing of the old talk meanwhile', async () => {
    const page = await Page.open(phone);
    await page.greet(4);
    page.socket.deliver(frame(4, { group: 4 }));
    page.socket.deliver(frame(6, { group: 6 }));
    expect(page.socket.take()).toEqual([{ type: 'hello', epoch: 'e1', last_seen: 4 }]);
    page.socket.deliver(frame(7, { group: 7 }));
    expect(page.seen).toEqual({ group: 4 });
    page.socket.deliver(welcome(7));
    page.socket.deliver(frame(7, { group: 7, offers: [2] }));
    page.socket.deliver(frame(8, { group: 8 }));
    expect(page.versions).toEqual([4, 7, 8]);
    expect(page.seen).toEqual({ group: 8, offers: [2] });
  });

  it('hears the bell, which is no slice and has no version', async () => {
    const page = await Page.open(phone);
    await page.greet(4);
    page.socket.deliver(frame(4, { group: 4 }));
    page.socket.deliver({ type: 'needs' });
    page.socket.deliver(frame(5, { group: 5 }));
    expect([page.rings, page.seen]).toEqual([1, { group: 5 }]);
  });

  it('ignores a version that it has already', async () => {
    const page = await Page.open(phone);
    await page.greet(4);
    page.socket.deliver(frame(5, { group: 5 }));
    page.socket.deliver(frame(5, { group: 'again' }));
    expect(page.seen).toEqual({ group: 5 });
  });

  it('forgets the slices of another journal once the new ones are there', async () => {
    const page = await Page.open(phone);
    await page.greet(4);
    page.socket.deliver(frame(4, { group: 'old', door: 'old' }));
    page.socket.drop();
    page.clock.advance(RETRY);
    expect(await page.greet(1, 'e2')).toEqual({ type: 'hello', epoch: 'e1', last_seen: 4 });
    expect(page.seen).toEqual({ group: 'old', door: 'old' });
    page.socket.deliver(frame(1, { group: 'new' }, 'e2'));
    expect(page.seen).toEqual({ group: 'new' });
  });

  it('is not stopped by a message it does not know, or that is no message', async () => {
    const page = await Page.open(phone);
    await page.greet(4);
    for (const odd of [
      '',
      '{',
      '[]',
      'null',
      '{"type":"dance"}',
      '{"type":"frame","version":"5"}',
      '{"type":"constructor"}',
    ]) {
      page.socket.deliver(odd);
    }
    page.socket.deliver(frame(5, { group: 5 }));
    expect(page.seen).toEqual({ group: 5 });
  });

  it('knows who is here, and shows a refusal that answers nothing of ours', async () => {
    const page = await Page.open(phone);
    await page.greet();
    page.socket.deliver({ type: 'presence', here: ['s1', 's2'] });
    page.socket.deliver({ type: 'refusal', counter: null, code: 'too_long', sentence: 'C’est trop long. Raccourcis.' });
    expect(page.here).toEqual(['s1', 's2']);
    expect(page.refusals.map((refusal) => refusal.sentence)).toEqual(['C’est trop long. Raccourcis.']);
  });
});

describe('saying', () => {
  it('sends the oldest entry only, and the next when it is answered', async () => {
    const page = await Page.open(phone);
    await page.greet();
    const first = page.outbox.submit(vote('a'));
    const second = page.outbox.submit(vote('b'));
    await settle();
    expect(submitted(page.socket)).toMatchObject([{ counter: 1, command: vote('a') }]);
    page.socket.deliver({ type: 'receipt', counter: 1, version: 9 });
    expect(await first).toEqual({ ok: true, version: 9 });
    await settle();
    expect(submitted(page.socket)).toMatchObject([{ counter: 2, command: vote('b') }]);
    page.socket.deliver({ type: 'refusal', counter: 2, code: 'closed', sentence: 'Le vote est fermé.' });
    expect(await second).toEqual({ ok: false, code: 'closed', sentence: 'Le vote est fermé.' });
    expect(page.kept).toBe(0);
  });

  it('what was said without network goes once the network is back, in order, under the same counter', async () => {
    const page = await Page.open(phone);
    void page.outbox.submit(vote('a'));
    void page.outbox.submit(vote('b'));
    await settle();
    expect(page.kept).toBe(2);
    await page.greet();
    expect(submitted(page.socket)).toMatchObject([{ counter: 1 }]);
  });

  it('an entry sent and not answered before the cut goes again with the same device and counter', async () => {
    const page = await Page.open(phone);
    await page.greet();
    void page.outbox.submit(vote('a'));
    await settle();
    const [sent] = submitted(page.socket);
    page.socket.drop();
    page.clock.advance(RETRY);
    await page.greet();
    expect(submitted(page.socket)).toEqual([sent]);
    expect(page.kept).toBe(1);
  });

  it('what an earlier visit left is sent by the next one', async () => {
    const before = await Page.open(phone);
    void before.outbox.submit(vote('a'));
    await settle();
    const after = await Page.open(phone);
    expect(after.kept).toBe(1);
    await after.greet();
    expect(submitted(after.socket)).toMatchObject([{ counter: 1, command: vote('a') }]);
  });

  it('« settled » counts as answered', async () => {
    const page = await Page.open(phone);
    await page.greet();
    const said = page.outbox.submit(vote('a'));
    await settle();
    page.socket.deliver({ type: 'settled', counter: 1 });
    expect(await said).toEqual({ ok: true, version: null });
    expect(page.kept).toBe(0);
  });

  it('« slow_down » is no answer: the entry stays, and goes again after the seconds asked', async () => {
    const page = await Page.open(phone);
    await page.greet();
    void page.outbox.submit(vote('a'));
    await settle();
    page.socket.take();
    page.socket.deliver({ type: 'slow_down', seconds: 3 });
    page.clock.advance(2_900);
    await settle();
    expect(submitted(page.socket)).toEqual([]);
    page.clock.advance(200);
    await settle();
    expect(submitted(page.socket)).toMatchObject([{ counter: 1 }]);
    expect(page.kept).toBe(1);
  });

  it('an answer that never comes is asked for again through a new socket', async () => {
    const page = await Page.open(phone);
    await page.greet();
    void page.outbox.submit(vote('a'));
    await settle();
    page.clock.advance(DOUBT_AFTER);
    expect(page.sockets[0]!.closed).toBe(true);
    page.clock.advance(RETRY);
    await page.greet();
    expect(submitted(page.socket)).toMatchObject([{ counter: 1 }]);
  });

  it('the tab that said it learns of an answer that came to another tab', async () => {
    const [left, right] = twoTabs();
    const one = await Page.open(phone, left);
    const other = await Page.open(phone, right);
    await other.greet();
    const said = one.outbox.submit(vote('a'));
    await settle();
    expect(submitted(other.socket)).toMatchObject([{ counter: 1 }]);
    other.socket.deliver({ type: 'refusal', counter: 1, code: 'closed', sentence: 'Le vote est fermé.' });
    expect(await said).toMatchObject({ ok: false, code: 'closed' });
    await settle();
    expect([one.kept, other.kept]).toEqual([0, 0]);
  });
});

describe('keeping the socket', () => {
  it('asks after a silence, and leaves a socket that does not answer', async () => {
    const page = await Page.open(phone);
    await page.greet();
    page.clock.advance(ASK_AFTER);
    expect(page.socket.take()).toEqual([{ type: 'ping' }]);
    page.socket.deliver({ type: 'pong' });
    page.clock.advance(ASK_AFTER);
    page.clock.advance(DOUBT_AFTER);
    expect(page.sockets[0]!.closed).toBe(true);
    expect(page.states.at(-1)).toBe('offline');
  });

  it('asks at once when the page is seen again, and tries at once when there is no socket', async () => {
    const page = await Page.open(phone);
    await page.greet();
    page.connection.check();
    expect(page.socket.take()).toEqual([{ type: 'ping' }]);
    page.socket.drop();
    page.connection.check();
    expect(page.sockets).toHaveLength(2);
  });

  it('says at once that there is no network when the phone says so, and keeps what is said', async () => {
    const page = await Page.open(phone);
    await page.greet();
    page.connection.cut();
    void page.outbox.submit(vote('a'));
    await settle();
    expect(page.states.at(-1)).toBe('offline');
    expect(page.kept).toBe(1);
  });

  it('does nothing before it is started, and does not open a second socket while the first is opening', async () => {
    const page = new Page();
    page.connection.check();
    page.connection.cut();
    expect(page.sockets).toHaveLength(0);
    page.connection.start();
    page.connection.check();
    expect(page.sockets).toHaveLength(1);
  });

  it('comes back when the server has gone, but not when the server said so', async () => {
    const page = await Page.open(phone);
    await page.greet();
    page.socket.drop(1012);
    page.clock.advance(RETRY);
    await page.greet();
    page.socket.drop(4401);
    page.clock.advance(600_000);
    page.connection.check();
    expect(page.sockets).toHaveLength(2);
    expect(page.states.at(-1)).toBe('closed');
  });

  it('a page refused by the rules is told why, and tries again only after a long while, even when woken', async () => {
    const page = await Page.open(phone);
    await page.greet();
    page.socket.drop(1008, 'Trop d’actions à la fois.');
    page.clock.advance(POLICY_DELAY - 1);
    page.connection.check();
    expect(page.sockets).toHaveLength(1);
    expect(page.closings).toEqual([[1008, 'Trop d’actions à la fois.']]);
    page.clock.advance(1);
    expect(page.sockets).toHaveLength(2);
  });

  it('a socket that never opens is left for another', async () => {
    const page = await Page.open(phone);
    page.clock.advance(DOUBT_AFTER);
    page.clock.advance(RETRY);
    expect(page.sockets.length).toBeGreaterThan(1);
    expect(page.sockets[0]!.closed).toBe(true);
  });

  it('waits longer each time, up to a bound, and never in step with the others', () => {
    expect([0, 1, 2, 3].map((tries) => delayBefore(tries, 1))).toEqual([500, 1000, 2000, 4000]);
    expect(delayBefore(40, 1)).toBe(15_000);
    expect(delayBefore(3, 0)).toBe(2000);
  });
});

it('says the state in words, to each reader in their own form', () => {
  expect(stateWords('online', 0)).toBe('En ligne, tout est enregistré.');
  expect(stateWords('offline', 2)).toBe('Pas de réseau. Tes réponses sont gardées.');
  expect(stateWords('offline', 0, 'staff')).not.toMatch(/\b[Tt](u|es|on|a)\b/);
});
