/** The acts of a group in words, and which of them can still be undone. */
import { nameOf } from './needs';
import type { Act, GroupView } from './shapes';
import { acts } from './words.fr';

/** The acts that the core can undo; whether the moment has passed, it says itself. */
const UNDOABLE: ReadonlySet<string> = new Set([
  'open_mission',
  'skip_mission',
  'give_hint',
  'pause',
  'resume',
  'open_day',
  'end_day',
  'shift_calendar',
  'admit_seat',
  'remove_seat',
]);

export function canUndo(act: Pick<Act, 'act' | 'undone'>): boolean {
  return UNDOABLE.has(act.act) && !act.undone;
}

export function actWords(
  view: GroupView,
  { act, mission, seat, number }: Omit<Act, 'version' | 'at' | 'by' | 'reason' | 'undone'>,
): string {
  const title = view.slices.desk?.missions.find((one) => one.id === mission)?.title ?? '';
  const name = seat === null ? '' : (nameOf(view, seat) ?? '');
  return acts[act]?.({ mission: title, seat: name, number }) ?? act;
}

/** What a command will be called in the history, from its own fields. */
export function commandWords(
  view: GroupView,
  command: { readonly type: string } & Readonly<Record<string, unknown>>,
): string {
  const text = (field: string) => (typeof command[field] === 'string' ? command[field] : null);
  const number = typeof command['day'] === 'number' ? command['day'] : 0;
  const shift =
    command.type === 'shift_calendar' ? Number(command['from_day']) * 1000 + Number(command['days']) : number;
  return actWords(view, { act: command.type, mission: text('mission'), seat: text('seat'), number: shift });
}
