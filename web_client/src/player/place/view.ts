/** What the slices hold, as the server builds them (game_server/core/view.py and the reward rules). */
import type { MissionSlice, Person } from '@kit/mission_screens';
import type { Verriere } from '@kit/verriere';
import type { Slices } from '@kit/wire';

export interface GroupSlice {
  title: string;
  pitch: string;
  days: number;
  /** The latest day that opened; 0 before the first. */
  day: number;
  day_status: 'before' | 'open' | 'ended';
  day_title: string;
  opening: string;
  closing: string;
  paused: boolean;
  /** The instant (UTC) at which game time would have begun without any pause. */
  clock_start: string;
  time_zone: string;
  calendar: readonly { number: number; on: string; opens: string; closes: string }[];
  /** When the next day opens, in UTC; null when there is none. */
  next: { day: number; at: string } | null;
}

export type SeatStatus = 'waiting' | 'here' | 'aside' | 'left' | 'removed';

interface SeatsSlice {
  seats: readonly { id: string; name: string; figure: number; status: SeatStatus }[];
}

export interface MineSlice {
  seat: string;
  status: SeatStatus;
  here: { mission: string; step: number; private: unknown } | null;
}

export interface OfferCard {
  id: string;
  title: string;
  family: string;
  text: string;
  facts: readonly string[];
  /** For whom it is; empty when the card does not say. */
  who: string;
  path_step: number;
  day: number;
  mission: string;
}

export interface OffersSlice {
  total: number;
  unlocked: readonly OfferCard[];
}

export interface EclatsSlice {
  count: number;
  won: readonly { mission: string; title: string; act: string }[];
}

export interface RecapDay {
  day: number;
  title: string;
  closing: string;
  acts: readonly { mission: string; act: string }[];
  offers: readonly { id: string; title: string; path_step: number }[];
  to_take_up: readonly { mission: string; title: string }[];
  asked_for_help: number;
}

export interface RecapSlice {
  days: readonly RecapDay[];
  path: readonly { step: number; touched: boolean }[];
}

/** How a step ended: each phone shows it until its person goes on. */
export interface EndedSlice {
  mission: string;
  title: string;
  step: number;
  /** Whether the mission is done with it. */
  last: boolean;
  act: string;
  offer: string;
  kind: string;
  shared: unknown;
  characters?: MissionSlice['characters'];
}

/** Everything a screen may need; what has not come yet is null. */
export interface View {
  group: GroupSlice | null;
  verriere: Verriere | null;
  mission: MissionSlice | null;
  /** The last words of the step that ended last. */
  ended: EndedSlice | null;
  offers: OffersSlice;
  eclats: EclatsSlice;
  recap: RecapSlice;
  mine: MineSlice | null;
  people: Person[];
  /** The names of who speaks in the story; those of the open step, or of the one that ended. */
  characters: MissionSlice['characters'];
}

export function readView(slices: Slices, here: readonly string[]): View {
  const seats = (slices['seats'] ?? { seats: [] }) as SeatsSlice;
  const mission = (slices['mission'] ?? null) as MissionSlice | null;
  const ended = (slices['ended'] ?? null) as EndedSlice | null;
  return {
    group: (slices['group'] ?? null) as GroupSlice | null,
    verriere: (slices['verriere'] ?? null) as Verriere | null,
    mission,
    ended,
    characters: mission?.characters ?? ended?.characters ?? {},
    offers: (slices['offers'] ?? { total: 0, unlocked: [] }) as OffersSlice,
    eclats: (slices['eclats'] ?? { count: 0, won: [] }) as EclatsSlice,
    recap: (slices['recap'] ?? { days: [], path: [] }) as RecapSlice,
    mine: (slices['mine'] ?? null) as MineSlice | null,
    people: seats.seats.map(({ id, name, figure, status }) => ({
      id,
      name,
      figure,
      here: status === 'here' && here.includes(id),
    })),
  };
}

/** The kind's private view of the step under way; null while it is that of another step. */
export function myPart({ mission, mine }: View): unknown {
  if (mission === null || mine?.here == null) return null;
  const same = mine.here.mission === mission.id && mine.here.step === mission.step;
  return same ? mine.here.private : null;
}

/** What a kind's screen needs to show how its step ended. */
export function endOf(ended: EndedSlice, characters: MissionSlice['characters']): MissionSlice {
  const { mission: id, title, step, kind, shared } = ended;
  const nothing = { brief: '', steps: 1, step_title: '', plan_b: null, hints: [], hints_left: 0, help_offered: false };
  return { ...nothing, id, title, step, kind, shared, characters };
}

/** Tells one ending from another. */
export function endKey({ mission, step }: EndedSlice): string {
  return `${mission}/${step}`;
}

/** « Le Tableau n’avait pas prévu ça : on a fait une place. »: who was surprised, and the act itself. */
export function actWords(told: string): { lead: string; act: string } {
  const [, lead, act] = /^([^:]{3,60}?)\s*:\s+(.+)$/s.exec(told) ?? [];
  if (lead === undefined || act === undefined) return { lead: '', act: told };
  return { lead: `${lead}.`, act: act.charAt(0).toUpperCase() + act.slice(1) };
}

/** Where the group's day stands, for the one thing to show. */
export type Now = 'loading' | 'before' | 'mission' | 'between' | 'done' | 'ended' | 'over';

export function nowOf({ group, mission, recap }: View): Now {
  if (group === null) return 'loading';
  if (group.day_status === 'before') return 'before';
  if (group.day_status === 'ended') return group.next ? 'ended' : 'over';
  if (mission) return 'mission';
  return recap.days.some(({ day }) => day === group.day) ? 'done' : 'between';
}

/** Which pair of facets a day's things take, 1 to 10. */
export function tintOfDay(day: number, days: number): number {
  if (days <= 1) return 5;
  return Math.min(10, Math.max(1, Math.round(((day - 1) * 9) / (days - 1)) + 1));
}
