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

/** « Appel à l’aide : confié à Karim ». `who` names a colleague by id. */
export function taskWords({ act, to, by, key }: TaskAct, who: (staff: string) => string): string {
  const about = words.about[key.split('.')[1] ?? ''] ?? words.something;
  const receiver = act === 'hand_over' ? to : (to ?? by);
  return words.line(about, words.did[act](receiver === null ? '' : who(receiver)));
}
