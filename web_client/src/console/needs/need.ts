/** « Qui a besoin de moi », as the server tells it (`GET /api/needs`), and what the page makes of it. Pure. */
import type { IconName } from '@kit/icons';
import type { Command } from '@kit/wire';
import { clock } from '../formats';
import type { Section } from '../place';
import { words } from './words.fr';

/** 1: a person may be unwell. 2: a group is held up. 3: it can wait. */
export type Rank = 1 | 2 | 3;
export type Where = 'group' | 'door' | 'people' | 'safety' | 'slots' | 'calendar' | 'hours';

/** The one act that is proposed, ready to send. */
export interface Action {
  readonly label: string;
  readonly do: 'act' | 'open' | 'hint' | 'call' | 'photo' | 'plan';
  readonly command: Command | null;
  /** The words of the next rung, to be changed before they are sent. */
  readonly text: string | null;
  /** The id of a character. */
  readonly said_by: string | null;
  readonly phone: string | null;
  readonly call: string | null;
  readonly photo: string | null;
  readonly mission: string | null;
  readonly where: Where | null;
}

export interface Need {
  readonly key: string;
  /** Null: it is about the team, not about a group. */
  readonly group: string | null;
  readonly group_name: string;
  readonly rank: Rank;
  readonly why: string;
  readonly title: string;
  readonly detail: string;
  /** ISO 8601. */
  readonly since: string;
  readonly seat: string | null;
  readonly action: Action;
  readonly status: 'new' | 'claimed' | 'snoozed';
  /** The id of whoever claimed or snoozed it. */
  readonly by: string | null;
  /** Until when it is snoozed, ISO 8601. */
  readonly until: string | null;
  readonly note: string | null;
}

const ICONS: Readonly<Record<string, IconName>> = {
  distress: 'alert',
  help: 'help',
  stuck: 'clock',
  trouble: 'phone',
  role_left: 'people',
  day_to_open: 'calendar',
  safety: 'seen',
  feeling: 'message',
  look: 'seen',
  tries: 'stuck',
  photo: 'photo',
  door: 'people',
  absent: 'people',
  day_to_close: 'check',
  slots: 'calendar',
  paused: 'pause',
  handed_over: 'next',
};

const SECTIONS: Readonly<Record<Where, Section>> = {
  group: 'missions',
  door: 'door',
  people: 'people',
  safety: 'safety',
  slots: 'people',
  calendar: 'days',
  hours: 'hours',
};

/** A reason that this page does not know yet still has a picture. */
export function iconOf(need: Pick<Need, 'why'>): IconName {
  return ICONS[need.why] ?? 'alert';
}

/** The page of the group where the need is settled. */
export function sectionOf({ action }: Pick<Need, 'action'>): Section {
  if (action.do === 'plan') return 'days';
  return action.where === null ? 'missions' : SECTIONS[action.where];
}

/** Those that ask for somebody now, then those put off for a while: each keeps the server's order. */
export function parted(needs: readonly Need[]): { now: Need[]; later: Need[] } {
  return {
    now: needs.filter((one) => one.status !== 'snoozed'),
    later: needs.filter((one) => one.status === 'snoozed'),
  };
}

/** Who looks after it, or until when it waits; empty while nobody does. `who` names a colleague by id. */
export function statusWords(need: Need, who: (staff: string) => string, me: string, zone?: string): string {
  if (need.status === 'claimed') return need.by === me ? words.yours : words.claimed(who(need.by ?? ''));
  if (need.status === 'snoozed' && need.until !== null) return words.until(clock(Date.parse(need.until), zone));
  return '';
}

/** The line under the title: the group, what is known, who looks after it. */
export function detailWords(need: Need, status: string, short: boolean): string {
  const group = short || need.detail.startsWith(need.group_name) ? '' : need.group_name;
  const detail = status ? need.detail.replace(/\.$/, '') : need.detail;
  return [group, detail, status].filter(Boolean).join(' · ');
}

/** What the group's own page does not already propose: people, calls, photos; the open step has its panel beside it. */
export function besideSummary(need: Need, section: Section): boolean {
  if (need.status === 'snoozed') return false;
  if (['call', 'photo'].includes(need.action.do)) return true;
  return need.action.do !== 'hint' && sectionOf(need) !== section && need.why !== 'paused';
}
