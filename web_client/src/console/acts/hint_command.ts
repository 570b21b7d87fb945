import type { Command } from '@kit/wire';
import type { Rung } from '../shapes';

/**
 * What is sent for a hint: the rung itself while nothing was changed, else the words, in the voice chosen.
 * Null when there is nothing to send: no words, or a rung that the group already has.
 */
export function hintCommand(
  mission: string,
  ladder: readonly Rung[],
  rung: number,
  text: string,
  saidBy: string,
): Command | null {
  const planned = ladder[rung];
  const words = text.trim();
  const same = planned !== undefined && words === planned.text && saidBy === planned.said_by;
  if (same) return planned.given ? null : { type: 'give_hint', mission, text: '', rung };
  if (words === '') return null;
  return { type: 'give_hint', mission, text: words, said_by: saidBy === '' ? null : saidBy };
}
