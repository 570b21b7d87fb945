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
  path_step: number;
  day: number;
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

/** Everything a screen may need; what has not come yet is null. */
export interface View {
  group: GroupSlice | null;
  verriere: Verriere | null;
  mission: MissionSlice | null;
  /** The last step that was done, for reading how it ended. */
  told: MissionSlice | null;
  offers: OffersSlice;
  eclats: EclatsSlice;
  recap: RecapSlice;
  mine: MineSlice | null;
  people: Person[];
}

export function readView(slices: Slices, here: readonly string[]): View {
  const seats = (slices['seats'] ?? { seats: [] }) as SeatsSlice;
  return {
    group: (slices['group'] ?? null) as GroupSlice | null,
    verriere: (slices['verriere'] ?? null) as Verriere | null,
    mission: (slices['mission'] ?? null) as MissionSlice | null,
    told: (slices['told'] ?? null) as MissionSlice | null,
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

/**
 * The mission behind each offer. The two lists grow together, one entry for each mission done; when two missions share an
 * offer they no longer match, and nothing is said.
 */
export function missionOfOffer(offers: OffersSlice, eclats: EclatsSlice): ReadonlyMap<string, string> {
  if (offers.unlocked.length !== eclats.won.length) return new Map();
  return new Map(offers.unlocked.map(({ id }, index) => [id, eclats.won[index]?.mission ?? '']));
}
