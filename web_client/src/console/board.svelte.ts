/** The whole console: who I am, my groups live, the calls for help, where I am, and what I have just done. */
import type { Command } from '@kit/wire';
import { ask, RefusedError, sentenceOf } from './api';
import { actWords, canUndo, commandWords } from './history';
import { needsOf, ranked, type Need } from './needs';
import { addressOf, keyIn, placeOf, type Place, type Section } from './place';
import { Room } from './room.svelte';
import type { Act, Colleague, GroupRow, HelpCall, Me } from './shapes';
import { history as words, words as common } from './words.fr';

/** What was just done, for the bar at the foot of the page; `undo` is absent when it cannot be undone. */
export interface Told {
  readonly words: string;
  readonly undo?: (() => void) | undefined;
  readonly wrong?: boolean;
}

const CALLS_EVERY = 10_000;
const GROUPS_EVERY = 60_000;
const TICK = 5_000;
/** Without network at the very start, in milliseconds. */
const AGAIN = 5_000;

export class Board {
  me = $state.raw<Me | null>(null);
  /** `looking` until the server has said who this is. */
  session = $state<'looking' | 'out' | 'in'>('looking');
  place = $state.raw<Place>(placeOf(location.pathname, location.hash));
  rooms = $state.raw<readonly Room[]>([]);
  ended = $state.raw<readonly GroupRow[]>([]);
  colleagues = $state.raw<readonly Colleague[]>([]);
  calls = $state.raw<readonly HelpCall[]>([]);
  /** The call for help that is open on the page. */
  callOpen = $state<string | null>(null);
  told = $state.raw<Told | null>(null);
  /** The group whose summary stands beside the list. */
  chosen = $state<string | null>(null);
  now = $state(Date.now());
  loaded = $state(false);
  #seen = new Map<string, number>();
  #timers: ReturnType<typeof setInterval>[] = [];

  needs = $derived.by(() => {
    const all = this.rooms.flatMap((room) => needsOf(room, this.calls, this.now, (staff) => this.who(staff)));
    return ranked(all, (key) => this.#firstSeen(key));
  });
  selected = $derived.by(() => {
    const wanted = this.place.at === 'group' ? this.place.group : (this.chosen ?? this.needs[0]?.group);
    return this.rooms.find((room) => room.id === wanted) ?? (this.place.at === 'group' ? null : this.rooms[0]) ?? null;
  });
  hereCount = $derived(this.rooms.reduce((sum, room) => sum + room.hereCount, 0));
  allPaused = $derived(this.rooms.length > 0 && this.rooms.every((room) => room.slices.group?.paused === true));

  /** Uses the key of a demonstration address, if there is one, and asks who this is. */
  async begin(): Promise<void> {
    addEventListener('popstate', () => (this.place = placeOf(location.pathname, location.hash)));
    const key = keyIn(location.hash);
    if (key !== null) {
      history.replaceState(null, '', location.pathname);
      await ask('POST', '/api/staff/key', { key }).catch((error: unknown) => this.say(sentenceOf(error), true));
    }
    await this.enter();
  }

  /** After any way of signing in: the same place as before, with its groups. */
  async enter(): Promise<void> {
    try {
      this.me = await ask<Me>('GET', '/api/staff/me');
      this.session = 'in';
      this.#timers = [
        setInterval(() => (this.now = this.rooms[0]?.live.now() ?? Date.now()), TICK),
        setInterval(() => void this.loadCalls(), CALLS_EVERY),
        setInterval(() => void this.loadGroups(), GROUPS_EVERY),
      ];
      await Promise.all([this.loadGroups(), this.loadColleagues(), this.loadCalls()]);
    } catch (error) {
      this.#failed(error);
      if (this.session === 'looking') setTimeout(() => void this.enter(), AGAIN);
    }
  }

  /** Asks again who this is, when a socket was told to close. */
  async check(): Promise<void> {
    await ask<Me>('GET', '/api/staff/me').then(
      (me) => (this.me = me),
      (error: unknown) => this.#failed(error),
    );
  }

  async signOut(): Promise<void> {
    await ask('POST', '/api/staff/sign-out').catch(() => undefined);
    this.leave();
  }

  /** The session is over: everything live stops, and the address stays, to come back to. */
  leave(): void {
    this.#timers.forEach(clearInterval);
    this.rooms.forEach((room) => room.live.stop());
    [this.#timers, this.rooms, this.calls, this.me, this.session] = [[], [], [], null, 'out'];
  }

  async loadGroups(): Promise<void> {
    try {
      const rows = await ask<GroupRow[]>('GET', '/api/groups');
      const byName = [...rows].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
      this.ended = byName.filter((row) => row.ended);
      this.#keepRooms(byName.filter((row) => !row.ended));
      this.loaded = true;
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Calls are for those on duty; the others are not asked to refuse. */
  async loadCalls(): Promise<void> {
    if (!this.me?.on_duty) {
      this.calls = [];
      return;
    }
    await ask<HelpCall[]>('GET', '/api/help-calls').then(
      (calls) => (this.calls = calls),
      (error: unknown) => this.#failed(error, true),
    );
  }

  async loadColleagues(): Promise<void> {
    this.colleagues = await ask<Colleague[]>('GET', '/api/colleagues');
  }

  go(place: Place): void {
    this.place = place;
    this.callOpen = null;
    if (place.at === 'group') this.chosen = place.group;
    history.pushState(null, '', addressOf(place));
  }

  goTo(group: string, section: Section = 'missions'): void {
    this.go({ at: 'group', group, section });
  }

  room(id: string): Room | null {
    return this.rooms.find((room) => room.id === id) ?? null;
  }

  who(staff: string): string {
    if (staff === this.me?.id) return common.you;
    return this.colleagues.find((one) => one.id === staff)?.name ?? common.someone;
  }

  /** Does the act a need proposes. */
  async answer(need: Need): Promise<void> {
    const room = this.room(need.group);
    if (room === null) return;
    this.chosen = need.group;
    switch (need.deed.do) {
      case 'act':
        return void (await this.act(room, need.deed.command));
      case 'call':
        this.callOpen = need.deed.call;
        return;
      case 'hint':
        return this.goTo(need.group);
      case 'open':
        return this.goTo(need.group, need.deed.section);
    }
  }

  /** Sends one act, and says what came of it; true when it is done. */
  async act(room: Room, command: Command): Promise<boolean> {
    const done = commandWords(room, command);
    const outcome = await room.live.act(command);
    if (!outcome.ok) {
      this.say(outcome.sentence, true);
      return false;
    }
    const { version } = outcome;
    const undoable = version !== null && canUndo({ act: command.type, undone: false });
    this.told = {
      words: words.done(done, room.name),
      undo: undoable ? () => void this.#undo(room, version, done) : undefined,
    };
    return true;
  }

  async undoAct(room: Room, act: Act): Promise<void> {
    await this.#undo(room, act.version, actWords(room, act));
  }

  /** Pauses every group that runs, or starts again every group that is paused; one gesture undoes it. */
  async pauseAll(): Promise<void> {
    const type = this.allPaused ? 'resume' : 'pause';
    const rooms = this.rooms.filter((room) => room.slices.group?.paused === this.allPaused);
    const outcomes = await Promise.all(rooms.map((room) => room.live.act({ type })));
    const done = outcomes.flatMap((outcome, index) =>
      outcome.ok && outcome.version !== null ? [{ room: rooms[index] as Room, version: outcome.version }] : [],
    );
    const undo = () =>
      void Promise.all(done.map(({ room, version }) => room.live.act({ type: 'undo', version }))).then(
        () => (this.told = null),
      );
    this.told = { words: type === 'pause' ? words.pausedAll : words.resumedAll, undo };
  }

  say(sentence: string, wrong = false): void {
    this.told = { words: sentence, wrong };
  }

  async #undo(room: Room, version: number, done: string): Promise<void> {
    const outcome = await room.live.act({ type: 'undo', version });
    if (outcome.ok) this.say(words.undoing(done));
    else this.say(outcome.sentence, true);
  }

  /** Groups that stay keep their socket; a new one opens its own. */
  #keepRooms(rows: readonly GroupRow[]): void {
    const staff = this.me?.id ?? '';
    const kept = new Map(this.rooms.map((room) => [room.id, room]));
    this.rooms = rows.map((row) => kept.get(row.id) ?? new Room(row, staff));
    const wanted = new Set(rows.map((row) => row.id));
    kept.forEach((room) => wanted.has(room.id) || room.live.stop());
  }

  #firstSeen(key: string): number {
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    this.#seen.set(key, Date.now());
    return Date.now();
  }

  #failed(error: unknown, quietly = false): void {
    if (error instanceof RefusedError && error.code === 'signed_out') this.leave();
    else if (!quietly) this.say(sentenceOf(error), true);
  }
}
