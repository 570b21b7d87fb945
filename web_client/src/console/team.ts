import type { Board } from './board.svelte';
import type { Colleague } from './shapes';

/** Who else may lead a group: those on duty first. */
export function colleaguesOf(board: Board): Colleague[] {
  const leads = (one: Colleague) => one.roles.some((role) => role === 'facilitator' || role === 'manager');
  return board.colleagues
    .filter((one) => one.id !== board.me?.id && !one.disabled && leads(one))
    .sort((a, b) => Number(b.on_duty) - Number(a.on_duty) || a.name.localeCompare(b.name, 'fr'));
}
