/** « Qui a besoin de moi » : what each group asks of a facilitator, why, and the one act proposed. Pure: time is given. */
import type { IconName } from '@kit/icons';
import type { Command } from '@kit/wire';
import type { Section } from './place';
import type { GroupSlice, GroupView, HelpCall, MissionLine, SeatLine } from './shapes';
import { dayOf, hourOf, listed } from './formats';
import { needs as words } from './words.fr';

/** 1: a person may be unwell. 2: a group is held up. 3: it can wait. */
export type Rank = 1 | 2 | 3;

export type Deed =
  | { readonly do: 'act'; readonly command: Command }
  | { readonly do: 'open'; readonly section: Section }
  | { readonly do: 'hint' }
  | { readonly do: 'call'; readonly call: string };

export interface Need {
  /** The same need keeps its key for as long as it lasts. */
  readonly key: string;
  readonly rank: Rank;
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  /** Since when, in milliseconds since 1970; null when nobody said. */
  readonly since: number | null;
  readonly group: string;
  readonly action: string;
  readonly deed: Deed;
}

const SOON = 60 * 60_000;

/** Everything one group needs now. `who` names a colleague by id. */
export function needsOf(
  view: GroupView,
  calls: readonly HelpCall[],
  now: number,
  who: (staff: string) => string,
): Need[] {
  const mine = calls.filter((call) => call.group === view.id).map((call) => callNeed(view, call, who));
  const { group } = view.slices;
  if (group === undefined) return mine;
  const others = group.paused
    ? [pausedNeed(view), doorNeed(view)]
    : [doorNeed(view), quietNeed(view), missionNeed(view, group), dayNeed(view, group, now)];
  return [...mine, ...others.filter((need) => need !== null)];
}

/** Worst first, then the oldest. `seen` says since when the page has shown a need that has no hour of its own. */
export function ranked(all: readonly Need[], seen: (key: string) => number): Need[] {
  const since = (need: Need) => need.since ?? seen(need.key);
  return [...all].sort((a, b) => a.rank - b.rank || since(a) - since(b) || a.key.localeCompare(b.key));
}

export function nameOf(view: GroupView, seat: string): string | null {
  const seats = [...(view.slices.seats?.seats ?? []), ...(view.slices.door?.seats ?? [])];
  return seats.find((one) => one.id === seat)?.name ?? null;
}

/** What neither the group's summary nor its open section proposes by itself: calls for help, and people at the door. */
export function besideSummary(need: Need, section: Section): boolean {
  return need.deed.do === 'call' || (need.icon === 'people' && section !== 'door');
}

/** Those at the table whose page is open, and who did not step aside. */
export function hereAt(view: GroupView): SeatLine[] {
  return (view.slices.seats?.seats ?? []).filter((seat) => seat.status === 'here' && view.here.includes(seat.id));
}

export function waitingAt(view: GroupView): SeatLine[] {
  return (view.slices.door?.seats ?? []).filter((seat) => seat.status === 'waiting');
}

export function missionsOfToday(view: GroupView): MissionLine[] {
  const desk = view.slices.desk;
  return desk === undefined ? [] : desk.missions.filter((one) => desk.day_missions.includes(one.id));
}

function callNeed(view: GroupView, call: HelpCall, who: (staff: string) => string): Need {
  const state = call.claimed_by === null ? words.unread : words.claimed(who(call.claimed_by));
  return {
    key: `call ${call.id}`,
    rank: call.claimed_by === null ? 1 : 3,
    icon: call.kind === 'distress' ? 'alert' : 'help',
    title: call.kind === 'distress' ? words.distress : words.help,
    detail: [view.name, call.first_name, state].join(' · '),
    since: Date.parse(call.opened_at),
    group: view.id,
    action: words.read,
    deed: { do: 'call', call: call.id },
  };
}

function pausedNeed(view: GroupView): Need {
  const pause = view.slices.desk?.acts.find((act) => act.act === 'pause' && !act.undone);
  return {
    ...about(view, 'paused', 3, 'pause'),
    title: words.paused,
    detail: `${view.name} · ${words.pausedDetail}`,
    since: pause === undefined ? null : Date.parse(pause.at),
    action: words.resume,
    deed: { do: 'act', command: { type: 'resume' } },
  };
}

function doorNeed(view: GroupView): Need | null {
  const waiting = waitingAt(view);
  const [first] = waiting;
  if (first === undefined) return null;
  const names = waiting.map((seat) => seat.name);
  const alone = waiting.length === 1;
  return {
    ...about(view, 'door', 2, 'people'),
    title: words.atDoor(names),
    detail: `${view.name} · ${listed(names)}`,
    action: alone ? words.letIn(first.name) : words.seeDoor,
    deed: alone ? { do: 'act', command: { type: 'admit_seat', seat: first.id } } : { do: 'open', section: 'door' },
  };
}

function quietNeed(view: GroupView): Need | null {
  const mission = view.slices.mission;
  if (!mission?.help_offered) return null;
  const left = mission.hints_left > 0;
  return {
    ...about(view, `quiet ${mission.id} ${mission.step}`, 2, 'clock'),
    title: words.quiet,
    detail: `${view.name} · ${mission.title}`,
    since: view.moved,
    action: left ? words.giveHint : words.writeHint,
    deed: left ? { do: 'act', command: { type: 'give_hint', mission: mission.id, text: '' } } : { do: 'hint' },
  };
}

function missionNeed(view: GroupView, group: GroupSlice): Need | null {
  if (group.day_status !== 'open' || view.slices.desk?.current !== null) return null;
  const today = missionsOfToday(view);
  const next = today.find((one) => one.status === 'closed') ?? today.find((one) => one.status === 'aside');
  if (next !== undefined) {
    return {
      ...about(view, `next ${next.id}`, 2, 'next'),
      title: words.missionOver,
      detail: `${view.name} · ${next.title}`,
      action: words.openNext,
      deed: { do: 'act', command: { type: 'open_mission', mission: next.id } },
    };
  }
  return {
    ...about(view, `over ${group.day}`, 3, 'check'),
    title: words.dayOver(group.day),
    detail: `${view.name} · ${words.dayOverDetail}`,
    action: words.endDay(group.day),
    deed: { do: 'act', command: { type: 'end_day', day: group.day } },
  };
}

/** A day that is not open asks for nobody until its hour comes near, or people are already here. */
function dayNeed(view: GroupView, group: GroupSlice, now: number): Need | null {
  if (group.day_status === 'open' || group.next === null) return null;
  const at = Date.parse(group.next.at);
  const present = hereAt(view).length;
  if (present === 0 && at > now + SOON) return null;
  const why = present > 0 ? words.dayIsHere(present) : words.dayAt(opening(group));
  return {
    ...about(view, `day ${group.next.day}`, present > 0 && group.day_status === 'before' ? 2 : 3, 'calendar'),
    title: words.dayClosed(group.next.day),
    detail: `${view.name} · ${why}`,
    since: at < now ? at : null,
    action: words.openDay(group.next.day),
    deed: { do: 'act', command: { type: 'open_day', day: group.next.day } },
  };
}

/** « lundi 8 mars, 14 h », of the day to come. */
export function opening(group: GroupSlice): string {
  const planned = group.calendar.find((day) => day.number === group.next?.day);
  if (planned === undefined) return '';
  return `${dayOf(planned.on)}, ${hourOf(planned.opens)}`;
}

function about(view: GroupView, key: string, rank: Rank, icon: IconName) {
  return { key: `${view.id} ${key}`, rank, icon, group: view.id, since: null };
}
