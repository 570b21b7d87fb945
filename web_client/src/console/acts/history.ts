/** The acts of a group in words, and which of them can still be undone. */
import type { Command } from '@kit/wire';
import { nameOf } from '../group_view';
import type { Act, GroupView } from '../shapes';
import { acts } from './words.fr';

/** The acts that the core cannot undo; whether the moment has passed for another, it says itself. */
const LASTING: ReadonlySet<string> = new Set(['undo', 'accept_answer', 'enter_erratum']);

export function canUndo(act: Pick<Act, 'act' | 'undone'>): boolean {
  return !LASTING.has(act.act) && !act.undone;
}

type Named = Pick<Act, 'act' | 'mission' | 'seat' | 'number' | 'detail'>;

export function actWords(view: GroupView, { act, mission, seat, number, detail }: Named): string {
  const title = view.slices.desk?.missions.find((one) => one.id === mission)?.title ?? '';
  const name = seat === null ? '' : (nameOf(view, seat) ?? '');
  return acts[act]?.({ mission: title, seat: name, number, detail }) ?? act;
}

/** What a command will be called in the history, from its own fields. */
export function commandWords(view: GroupView, command: Command): string {
  const text = (field: string) => (typeof command[field] === 'string' ? command[field] : null);
  return actWords(view, {
    act: command.type,
    mission: text('mission') ?? text('from_mission'),
    seat: text('seat') ?? text('to'),
    number: numberIn(command),
    detail: null,
  });
}

/** The one number that the history keeps of each command, packed as the server packs it. */
function numberIn(command: Command): number {
  if (command.type === 'shift_calendar') return Number(command['from_day']) * 1000 + Number(command['days']);
  if (command.type === 'switch_plan_b') return command['on'] === false ? 0 : 1;
  return Number(command['minutes'] ?? command['day'] ?? 0);
}
