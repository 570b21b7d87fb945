/** What the server tells the console: the slices of `game_server/core/view.py`, and the answers of `/api`. */
import type { MissionSlice } from '@kit/mission_screens';
import type { Verriere } from '@kit/verriere';
import type { Slices } from '@kit/wire';
import type { CalendarSlice } from './calendar/plan';

export interface GroupSlice {
  readonly title: string;
  readonly days: number;
  /** 0 before the first day. */
  readonly day: number;
  readonly day_status: 'before' | 'open' | 'ended';
  readonly day_title: string;
  readonly paused: boolean;
  readonly time_zone: string;
  /** Local dates and wall times: "2027-03-01", "14:00:00". */
  readonly calendar: readonly {
    readonly number: number;
    readonly on: string;
    readonly opens: string;
    readonly closes: string;
  }[];
  /** The day to come and the instant (UTC) at which it opens by itself. */
  readonly next: { readonly day: number; readonly at: string } | null;
}

export interface SeatLine {
  readonly id: string;
  readonly name: string;
  readonly figure: number;
  readonly status: 'waiting' | 'here' | 'aside' | 'left' | 'removed';
}

export interface MissionLine {
  readonly id: string;
  readonly title: string;
  readonly day: number;
  readonly status: 'closed' | 'open' | 'aside' | 'done';
  readonly step: number;
  readonly steps: number;
  readonly hints: number;
  readonly help_offered: boolean;
  /** Who plays it otherwise, or will. */
  readonly plan_b: Pick<PlanB, 'all' | 'seats'>;
}

export interface Act {
  readonly version: number;
  /** UTC. */
  readonly at: string;
  readonly act: string;
  /** The id of a member of staff. */
  readonly by: string;
  readonly mission: string | null;
  readonly seat: string | null;
  readonly number: number;
  /** An id or a status, never words that somebody typed. */
  readonly detail: string | null;
  readonly reason: string | null;
  readonly undone: boolean;
}

/** One hint of the ladder; `said_by` is the id of a character. */
export interface Rung {
  readonly said_by: string;
  readonly text: string;
  readonly given: boolean;
}

export interface PlanB {
  readonly text: string;
  readonly all: boolean;
  readonly seats: readonly string[];
}

/** Words sent to a group or to one seat; the team reads them all. */
export interface SentMessage {
  readonly version: number;
  readonly at: string;
  readonly to: string | null;
  readonly text: string;
  /** The id of a character; null when a person signs. */
  readonly said_by: string | null;
  readonly by: string;
}

export interface Desk {
  readonly current: string | null;
  readonly missions: readonly MissionLine[];
  readonly day_missions: readonly string[];
  /** The ladder of the open step, gentlest first. */
  readonly hints: readonly Rung[];
  /** The step's own plan B, and who plays it now; null when it has none. */
  readonly plan_b: PlanB | null;
  /** Seats excused for the open day, or for the next one. */
  readonly excused: readonly string[];
  readonly characters: Readonly<Record<string, { readonly name: string; readonly role: string }>>;
  /** How long the mission is meant to last. */
  readonly minutes: number;
  /** ISO instant, null when no step is open. */
  readonly moved_at: string | null;
  /** The kind's own view for staff. */
  readonly step: Readonly<Record<string, unknown>> | null;
  /** The newest first. */
  readonly acts: readonly Act[];
}

/** Everything a console may know of a group; a slice is absent until its first frame. */
export interface ConsoleSlices {
  readonly group?: GroupSlice;
  readonly seats?: { readonly seats: readonly SeatLine[] };
  readonly verriere?: Verriere;
  readonly mission?: MissionSlice | null;
  readonly offers?: { readonly unlocked: readonly { readonly id: string; readonly title: string }[] };
  readonly desk?: Desk;
  readonly door?: { readonly seats: readonly SeatLine[] };
  readonly all_messages?: { readonly messages: readonly SentMessage[] };
  readonly calendar?: CalendarSlice;
}

/** The frames are ours: their shapes are promised by the server's own tests. */
export function consoleSlices(slices: Slices): ConsoleSlices {
  return slices as ConsoleSlices;
}

/** One group as the needs read it: what the page shows of it, who is here, and the last movement seen. */
export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly slices: ConsoleSlices;
  /** Seats whose page is open. */
  readonly here: readonly string[];
  /** Milliseconds since 1970, or null when this page has not seen the group move yet. */
  readonly moved: number | null;
}

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly on_duty: boolean;
  readonly on_call_phone: string | null;
  readonly structure: { readonly name: string; readonly time_zone: string };
}

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly pack: string;
  readonly edition: number;
  readonly first_day: string;
  readonly group_code: string;
  readonly ended: boolean;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly on_duty: boolean;
  readonly disabled: boolean;
}

export interface Site {
  readonly id: string;
  readonly name: string;
}

export interface Pack {
  readonly pack: string;
  readonly edition: number;
  readonly title: string;
  readonly pitch: string;
  readonly days: readonly { readonly number: number; readonly title: string }[];
}

export interface DoorCode {
  readonly code: string;
  readonly url: string;
  readonly svg: string;
  readonly expires_at: string;
}

/** Who a seat really is; kept outside the game. */
export interface Link {
  readonly surname: string | null;
  readonly file_number: string | null;
  readonly phone: string | null;
  readonly referent: string | null;
}

export interface Person extends Link {
  readonly seat: string;
  readonly first_name: string;
  /** Phones not seen before that opened this seat, until somebody puts the notice away. */
  readonly notices: readonly { readonly id: string; readonly at: string }[];
}

export interface HelpCall {
  readonly id: string;
  readonly group: string;
  readonly seat: string;
  readonly first_name: string;
  readonly phone: string | null;
  readonly kind: 'help' | 'distress';
  readonly note: string | null;
  readonly opened_at: string;
  readonly claimed_by: string | null;
}
