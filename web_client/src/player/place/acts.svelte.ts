/** What a person does in a place, beside playing: passing, coming back, asking for help, a bravo. */
import type { Live } from '@kit/live.svelte';
import type { Outcome } from '@kit/outbox';
import { ask, HEARD } from '@kit/requests';
import { alertAdult, distressIn, HEARD_CODE } from '../distress';
import type { Own } from './own.svelte';
import type { Saying } from './saying.svelte';
import type { View } from './view';
import { words } from './words.fr';

type Command = { type: string } & Record<string, unknown>;

/** Kinds in which somebody holds a part that goes to somebody else. */
const HOLDING: readonly string[] = ['split', 'riddle', 'relay', 'clauses', 'place', 'room'];

export class Acts {
  /** What was just done and can be undone. */
  passed = $state<string | null>(null);
  /** « Je passe » was said here, and the game has not heard of it yet. */
  passing = $state(false);
  readonly #live: Live;
  readonly #own: Own;
  readonly #saying: Saying;
  readonly #view: () => View;

  constructor(live: Live, own: Own, saying: Saying, view: () => View) {
    [this.#live, this.#own, this.#saying, this.#view] = [live, own, saying, view];
  }

  async tell(command: Command): Promise<Outcome> {
    const outcome = await this.#live.act(command);
    if (!outcome.ok) this.#saying.say(outcome.sentence);
    return outcome;
  }

  async pass(): Promise<void> {
    this.passed = HOLDING.includes(this.#view().mission?.kind ?? '') ? words.passed : words.passedQuiet;
    this.passing = true;
    const outcome = await this.tell({ type: 'step_aside' });
    if (!outcome.ok) [this.passed, this.passing] = [null, false];
  }

  /** Resolves once the game knows; what is seen does not wait for it. */
  async comeBack(): Promise<Outcome> {
    [this.passed, this.passing] = [null, false];
    return this.tell({ type: 'come_back' });
  }

  /** One action of the step under way. Words of distress go to an adult on duty instead, and to nobody else. */
  async play(action: object): Promise<Outcome> {
    const distress = distressIn(action);
    if (distress !== null) void alertAdult(this.#own.seat, distress);
    const { id, step } = this.#view().mission ?? { id: '', step: 0 };
    const outcome: Outcome =
      distress === null
        ? await this.#live.act({ type: 'play', mission: id, step, action })
        : { ok: false, code: HEARD_CODE, sentence: '' };
    if (outcome.ok || outcome.code !== HEARD_CODE) return outcome;
    dispatchEvent(new Event(HEARD));
    return { ...outcome, sentence: '' };
  }

  askHint(): Promise<Outcome> {
    return this.#live.act({ type: 'ask_hint', mission: this.#view().mission?.id ?? '' });
  }

  /** « Je bloque dans le jeu »: a hint where there is one, or else somebody comes. */
  async stuck(playing: boolean): Promise<void> {
    const { mission } = this.#view();
    if (mission && playing && mission.hints_left > 0) {
      const outcome = await this.tell({ type: 'ask_hint', mission: mission.id });
      if (outcome.ok) return this.#saying.say(words.help.hintAsked);
    }
    const answer = await ask('POST', this.#own.path('help'), { kind: 'help', note: null });
    if (answer.ok) this.#saying.say(words.help.called);
    else this.#saying.say(answer.code === 'unreachable' ? words.help.kept : answer.sentence);
  }

  async bravo(to: string, bravo: string): Promise<boolean> {
    const action = { type: 'reward.bravos/give', to, bravo };
    const outcome = await this.tell({ type: 'use_reward', rule: 'bravos', action });
    if (outcome.ok) this.#saying.say(words.bravo.said);
    return outcome.ok;
  }
}
