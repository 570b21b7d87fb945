/** The hours of a group, as `GET /api/groups/{group}/hours` tells them. Minutes everywhere. */
export type DayKind = 'day' | 'voluntary' | 'excused' | 'absent' | 'to_come';

export interface SeatDay {
  readonly day: number;
  readonly minutes: number;
  /** What the pages told by themselves, before any correction. */
  readonly recorded: number;
  readonly kind: DayKind;
  readonly reason: string | null;
  readonly by: string | null;
  readonly by_name: string | null;
  readonly at: string | null;
}

export interface SeatHours {
  readonly seat: string;
  readonly first_name: string;
  readonly surname: string | null;
  readonly file_number: string | null;
  readonly days: readonly SeatDay[];
  readonly weeks: readonly { readonly week: string; readonly minutes: number; readonly voluntary: number }[];
  readonly minutes: number;
  readonly voluntary: number;
}

export interface Hours {
  readonly days: readonly {
    readonly number: number;
    readonly on: string;
    readonly week: string;
    readonly kind: string;
  }[];
  /** Dates are local. */
  readonly weeks: readonly { readonly week: string; readonly from: string; readonly to: string }[];
  /** What a week should hold, in hours. */
  readonly low: number;
  readonly high: number;
  readonly seats: readonly SeatHours[];
}

/** A week that is over, with less than what it should hold: said, never underlined. */
export function isFew(hours: Hours, week: string, minutes: number, today: string): boolean {
  const whole = hours.weeks.find((one) => one.week === week);
  return whole !== undefined && whole.to < today && minutes < hours.low * 60;
}
