/** What a mission's screen says to the game: one action at a time, and the sentence that refused the last one. */
import type { Outcome } from './outbox';

export class Saying {
  sending = $state(false);
  refusal = $state('');
  readonly #act: (action: object) => Promise<Outcome>;

  constructor(act: (action: object) => Promise<Outcome>) {
    this.#act = act;
  }

  /** True once the game has taken the action. */
  async say(action: object): Promise<boolean> {
    if (this.sending) return false;
    this.sending = true;
    const outcome = await this.#act(action);
    this.sending = false;
    this.refusal = outcome.ok ? '' : outcome.sentence;
    return outcome.ok;
  }
}
