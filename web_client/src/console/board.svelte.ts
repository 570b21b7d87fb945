/** The whole console: who I am, my groups live, the calls for help, where I am, and what I have just done. */
import type { Command } from '@kit/wire';
import { ask, RefusedError, sentenceOf } from './api';
import { actWords, canUndo, commandWords } from './acts/history';
import { NeedsFeed } from './needs/feed.svelte';
import { sectionOf, type Need } from './needs/need';
import { settle } from './needs/settle';
import type { Panel } from './panel';
import { addressOf, keyIn, placeOf, type Place, type Section } from './place';
import { Room } from './room.svelte';
import type { Told } from './told';
import type { Act, Colleague, GroupRow, HelpCall, Me } from './shapes';
import { history as words } from './acts/words.fr';
import { words as common } from './words.fr';

/** The server rings when a call comes. Asked all the same, in milliseconds, should a ring be lost. */
const CALLS_EVERY = 15_000;
/** One ring comes by the socket of each group: they are heard as one, in milliseconds. */
const RING = 60;
const GROUPS_EVERY = 60_000;
const TICK = 5_000;
/** How long a sentence that asks for nothing is shown, in milliseconds. */
const SAID_FOR = 10_000;
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
  /** What stands beside the list instead of the group's summary. */
  panel = $state.raw<Panel | null>(null);
  shortcutsOpen = $state(false);
  told = $state.raw<Told | null>(null);
  /** The group whose summary stands beside the list. */
  chosen = $state<string | null>(null);
  now = $state(Date.now());
  loaded = $state(false);
  readonly feed = new NeedsFeed(
    async () => {
      const needs = await ask<Need[]>('GET', '/api/needs');
      this.#tick();
      // Whoever is handed everything is on duty from now on: the page says so, and asks for the calls.
      const known = new Set(this.needs.map(({ key }) => key));
      if (needs.some(({ key, why }) => why === 'handed_over' && !known.has(key))) void this.check();
      return needs;
    },
    (error) => this.#failed(error, true),
  );
  #timers: ReturnType<typeof setInterval>[] = [];
  #rung: ReturnType<typeof setTimeout> | undefined;

  needs = $derived(this.feed.list);
  /** The list is whole: before that, no count is told. */
  ready = $derived(
    this.loaded &&
      this.feed.loaded &&
      this.rooms.every((room) => room.slices.seats !== undefined || room.live.closing !== null),
  );
  selected = $derived.by(() => {
    const wanted =
      this.place.at === 'group' || this.place.at === 'projection'
        ? this.place.group
        : (this.chosen ?? this.needs.find((need) => need.group !== null)?.group);
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
        setInterval(() => this.#tick(), TICK),
        setInterval(() => void this.loadCalls(), CALLS_EVERY),
        setInterval(() => void this.loadGroups(), GROUPS_EVERY),
      ];
      this.feed.start();
      await Promise.all([this.loadGroups(), this.loadColleagues(), this.loadCalls(), this.feed.load()]);
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
    this.feed.stop();
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
      (calls) => this.#heard(calls),
      (error: unknown) => this.#failed(error, true),
    );
  }

  async loadColleagues(): Promise<void> {
    await ask<Colleague[]>('GET', '/api/colleagues').then(
      (colleagues) => (this.colleagues = colleagues),
      (error: unknown) => this.#failed(error, true),
    );
  }

  go(place: Place): void {
    this.place = place;
    this.panel = null;
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

  /** Does the act that a need proposes. */
  async answer({ key, group, action, why }: Need): Promise<void> {
    // A colleague's note: once it is read, it goes.
    if (why === 'handed_over') return void (await settle(this, key, 'release', common.read));
    if (action.do === 'call' && action.call !== null && this.calls.some((one) => one.id === action.call)) {
      this.panel = { show: 'call', call: action.call };
      return;
    }
    const room = group === null ? null : this.room(group);
    if (room === null) return;
    this.chosen = room.id;
    if (action.do === 'photo') this.panel = { show: 'photo', group: room.id, photo: action.photo };
    else if (action.command !== null && (action.do === 'act' || action.text !== null)) {
      await this.act(room, action.command);
      await this.feed.load();
    } else this.goTo(room.id, sectionOf({ action }));
  }

  /** Sends one act, and says what came of it; true when it is done. */
  async act(room: Room, command: Command): Promise<boolean> {
    const done = commandWords(room, command);
    // « Annuler » never takes back the act before the one that is on its way.
    this.told = null;
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
    const [type, told] = this.allPaused ? ['resume', words.resumedAll] : ['pause', words.pausedAll];
    const rooms = this.rooms.filter((room) => room.slices.group?.paused === this.allPaused);
    await this.#actIn(rooms, { type }, () => told);
  }

  /** Sends one act to every group; `told` says in how many it is done. */
  async actEverywhere(command: Command, told: (count: number) => string): Promise<void> {
    await this.#actIn(this.rooms, command, told);
  }

  async #actIn(rooms: readonly Room[], command: Command, told: (count: number) => string): Promise<void> {
    const outcomes = await Promise.all(rooms.map(async (room) => ({ room, outcome: await room.live.act(command) })));
    const done = outcomes.flatMap(({ room, outcome }) =>
      outcome.ok && outcome.version !== null ? [{ room, version: outcome.version }] : [],
    );
    const refused = outcomes.find(({ outcome }) => !outcome.ok)?.outcome;
    if (done.length === 0 && refused && !refused.ok) return this.say(refused.sentence, true);
    const sentence = told(done.length);
    const undo = async () => {
      await Promise.all(done.map(({ room, version }) => room.live.act({ type: 'undo', version })));
      this.say(words.undoing(sentence));
    };
    this.told = { words: sentence, undo: () => void undo() };
  }

  undoLast(): void {
    const undo = this.told?.undo;
    if (undo === undefined) return;
    this.told = null;
    undo();
  }

  say(sentence: string, wrong = false): void {
    const told = { words: sentence, wrong };
    this.told = told;
    // What went wrong stays until it is read; the rest makes room by itself.
    if (!wrong) setTimeout(() => this.told === told && (this.told = null), SAID_FOR);
  }

  async #undo(room: Room, version: number, done: string): Promise<void> {
    const outcome = await room.live.act({ type: 'undo', version });
    if (outcome.ok) this.say(words.undoing(done));
    else this.say(outcome.sentence, true);
  }

  /** By the server's clock, once a group has told it. */
  #tick(): void {
    this.now = this.rooms[0]?.live.now() ?? Date.now();
  }

  /** Groups that stay keep their socket; a new one opens its own. */
  #keepRooms(rows: readonly GroupRow[]): void {
    const staff = this.me?.id ?? '';
    const kept = new Map(this.rooms.map((room) => [room.id, room]));
    this.rooms = rows.map((row) => kept.get(row.id) ?? new Room(row, staff, () => this.#ring()));
    const wanted = new Set(rows.map((row) => row.id));
    kept.forEach((room) => wanted.has(room.id) || room.live.stop());
  }

  /** A call for help, a colleague's hand, somebody on duty: what no slice shows is asked again. */
  #ring(): void {
    this.#rung ??= setTimeout(() => {
      this.#rung = undefined;
      void Promise.all([this.loadCalls(), this.loadColleagues(), this.feed.load()]);
    }, RING);
  }

  /** A call that was not there before is also a need: the list is asked again at once. */
  #heard(calls: readonly HelpCall[]): void {
    const news = calls.some(
      (call) => !this.calls.some((one) => one.id === call.id && one.claimed_by === call.claimed_by),
    );
    if (news || calls.length < this.calls.length) void this.feed.load();
    this.calls = calls;
  }

  #failed(error: unknown, quietly = false): void {
    if (error instanceof RefusedError && error.code === 'signed_out') this.leave();
    else if (!quietly) this.say(sentenceOf(error), true);
  }
}
