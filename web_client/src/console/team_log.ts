/** What the team did about a group's needs (`GET /api/groups/{g}/tasks`), told beside the acts. Pure. */
import type { Act } from './shapes';
import { log as words } from './words.fr';

export interface TaskAct {
  /** UTC. */
  readonly at: string;
  readonly act: 'claim' | 'snooze' | 'hand_over' | 'release' | 'take_over';
  /** Ids of members of staff. */
  readonly by: string | null;
  readonly to: string | null;
  /** « <group>.<why>.… ». */
  readonly key: string;
  readonly note: string | null;
}

export type Line = { readonly at: number; readonly act: Act } | { readonly at: number; readonly task: TaskAct };

/** The acts in the game and the hands of the team in one story, the newest first. */
export function story(acts: readonly Act[], tasks: readonly TaskAct[]): Line[] {
  const lines: Line[] = [
    ...acts.map((act) => ({ at: Date.parse(act.at), act })),
    ...tasks.map((task) => ({ at: Date.parse(task.at), task })),
  ];
  return lines.sort((a, b) => b.at - a.at);
}

/** Who did it: whoever takes over acts, and the one who is relieved does not. */
export function doer({ act, by, to }: TaskAct): string | null {
  return act === 'take_over' ? to : by;
}

/** « Appel à l’aide : Karim prend la suite ». `who` names a colleague by id, and `me` is the reader. */
export function taskWords(task: TaskAct, who: (staff: string) => string, me: string | undefined): string {
  return words.line(words.about[task.key.split('.')[1] ?? ''] ?? words.something, did(task, who, me));
}

function did(task: TaskAct, who: (staff: string) => string, me: string | undefined): string {
  if (task.act === 'release' || task.act === 'snooze') return words[task.act];
  const name = who(task.to ?? '');
  if (task.act !== 'claim') return task.to === me ? words.myTurn : words.theirTurn(name);
  return task.by === me ? words.mine : words.theirs(who(task.by ?? ''));
}
