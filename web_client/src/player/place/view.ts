/** What the slices hold, as the server builds them (game_server/core/view.py and the reward rules). */
import type { MissionSlice, Person } from '@kit/mission_screens';
import { inStory } from '@kit/story.svelte';
import type { Verriere } from '@kit/verriere';
import type { Slices } from '@kit/wire';
import { words } from './words.fr';

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
  /** How I play this step where I am, when the place itself cannot be played; null when nothing changed. */
  plan_b?: string | null;
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
  /** The steps of a path, 1 to 5, that the day's offers touch. */
  path: readonly number[];
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

/** What the group did without me: nothing of it is lost. */
export interface CatchUpSlice {
  /** I was here before. */
  again: boolean;
  missions: readonly {
    mission: string;
    title: string;
    day: number;
    act: string;
    offer: { id: string; title: string };
  }[];
}

export interface Bravo {
  id: string;
  text: string;
}

export interface MyBravosSlice {
  received: readonly { day: number; bravo: string; text: string; by: string | null; character: string | null }[];
  given_today: readonly string[];
}

/** What of the adventure belongs to me; there once the last day is over. */
export interface KeepsakeSlice {
  title: string;
  days: readonly number[];
  acts: readonly { mission: string; title: string; day: number; act: string }[];
  offers: readonly { id: string; title: string; family: string; path_step: number }[];
  from_rules: { bravos?: readonly { day: number; text: string }[] };
}

/** What somebody of the team wrote, to the group or to me alone; it says so itself. */
export interface Told {
  id: string;
  at: string;
  text: string;
  /** The character whose voice it has; null for a person of the team. */
  said_by?: string | null;
}

/** What comes next, and what the group may take up itself now. */
export interface AheadSlice {
  next: { mission: string; at: string } | null;
  take_up: readonly { mission: string; title: string; day: number }[];
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
  catchUp: CatchUpSlice | null;
  /** What can be said to somebody, from a fixed list. */
  bravos: readonly Bravo[];
  myBravos: MyBravosSlice;
  /** The sentence of the group's night light; empty when there is none. */
  flame: string;
  keepsake: KeepsakeSlice | null;
  /** The latest first. */
  told: readonly Told[];
  ahead: AheadSlice;
  people: Person[];
  /** The names of who speaks in the story; those of the open step, or of the one that ended. */
  characters: MissionSlice['characters'];
}

export function readView(told: Slices, here: readonly string[]): View {
  const slices = inStory(told);
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
    catchUp: (slices['catch_up'] ?? null) as CatchUpSlice | null,
    bravos: ((slices['bravos'] ?? { choices: [] }) as { choices: readonly Bravo[] }).choices,
    myBravos: (slices['my_bravos'] ?? { received: [], given_today: [] }) as MyBravosSlice,
    flame: ((slices['flame'] ?? { words: '' }) as { words: string }).words,
    keepsake: (slices['my_keepsake'] ?? null) as KeepsakeSlice | null,
    told: [...toldIn(slices['messages']), ...toldIn(slices['my_messages'])].sort((one, other) =>
      other.at.localeCompare(one.at),
    ),
    ahead: (slices['ahead'] ?? { next: null, take_up: [] }) as AheadSlice,
    people: seats.seats.map(({ id, name, figure, status }) => ({
      id,
      name,
      figure,
      here: status === 'here' && here.includes(id),
    })),
  };
}

function toldIn(slice: unknown): readonly Told[] {
  return ((slice ?? { messages: [] }) as { messages: readonly Told[] }).messages;
}

/** « Je passe » holds at once, before any network has heard of it. */
export function asPassed(view: View): View {
  const { mine, people } = view;
  if (mine?.status !== 'here') return view;
  const others = people.map((one) => (one.id === mine.seat ? { ...one, here: false } : one));
  return { ...view, mine: { ...mine, status: 'aside' }, people: others };
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

/** « Bahia est là · 6 ici »: the adult on duty, then how many are at the table. */
export function whoWords({ people, mine }: View, adult: string): string {
  const here = people.filter((one) => one.here).length;
  const atTable = mine?.status === 'waiting' || here === 0 ? '' : words.here(here);
  return [adult ? words.adultHere(adult) : '', atTable].filter(Boolean).join(' · ');
}

/** Which pair of facets a day's things take, 1 to 10. */
export function tintOfDay(day: number, days: number): number {
  if (days <= 1) return 5;
  return Math.min(10, Math.max(1, Math.round(((day - 1) * 9) / (days - 1)) + 1));
}
