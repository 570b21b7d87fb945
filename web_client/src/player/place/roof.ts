/** The group's picture as this phone shows it: what the server tells, and what only this phone knows. */
import type { PaneState, Verriere } from '@kit/verriere';
import type { View } from './view';

export interface Roof {
  verriere: Verriere;
  /** The workshop's door, open since the closing of the last day. */
  doorOpen: boolean;
  /** OPALE's dots have left: the day before the last is over. */
  thawed: boolean;
}

/** What this phone adds: whether something of mine waits for the network, and what I find useful. */
export interface Own {
  waiting: boolean;
  /** Missions whose offer I marked « utile pour moi ». */
  useful: ReadonlySet<string>;
}

export function roofOf(view: View, own: Own): Roof | null {
  const { verriere, group } = view;
  if (verriere === null || group === null) return null;
  const over = isOver(view);
  const last = verriere.days.at(-1)?.panes.at(-1)?.mission;
  const days = verriere.days.map(({ panes }) => ({
    panes: panes.map((pane) => {
      const state = over && pane.mission === last ? 'won' : stateOf(pane.state, view, own.waiting, over);
      return { ...pane, state, ...(own.useful.has(pane.mission) ? { mark: 'useful' as const } : {}) };
    }),
  }));
  return { verriere: { ...verriere, days }, doorOpen: over, thawed: isThawed(view) };
}

/** The last day is closed. */
export function isOver({ group }: View): boolean {
  return group !== null && group.day >= group.days && group.day_status === 'ended';
}

/** The day before the last is over; a scenario of one or two days has no such evening. */
function isThawed({ group }: View): boolean {
  if (group === null || group.days < 3) return false;
  return group.day === group.days || (group.day === group.days - 1 && group.day_status === 'ended');
}

function stateOf(state: PaneState, view: View, waiting: boolean, over: boolean): PaneState {
  if (over && state !== 'won') return 'clear';
  if (state !== 'now') return state;
  if (waiting) return 'kept';
  return hasOneVoice(view) ? 'one_voice' : 'now';
}

/** Somebody has answered and a second person may confirm: kinds say it by `half_lit`, or by a proposal on the table. */
function hasOneVoice({ mission }: View): boolean {
  const shared = (mission?.shared ?? {}) as { half_lit?: unknown; proposal?: unknown; done?: unknown };
  if (shared.done === true) return false;
  return shared.half_lit === true || (shared.proposal !== undefined && shared.proposal !== null);
}
