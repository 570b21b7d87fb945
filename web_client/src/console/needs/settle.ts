import { ask, sentenceOf } from '../api';
import type { Board } from '../board.svelte';

export type Settling = 'claim' | 'release' | 'snooze' | 'hand_over';

/** Says who looks after a need, or puts it off; `told` is what the page says then. True when it is done. */
export async function settle(board: Board, key: string, what: Settling, told: string, body?: object): Promise<boolean> {
  let done = true;
  try {
    await ask('POST', `/api/needs/${encodeURIComponent(key)}/${what}`, body);
    board.say(told);
  } catch (error) {
    board.say(sentenceOf(error), true);
    done = false;
  }
  await board.feed.load();
  return done;
}
