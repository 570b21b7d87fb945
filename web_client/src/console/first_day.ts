/** The dates of a new group, as the server plans them (`POST /api/packs/{pack}/{edition}/plan`). */
export interface PlanOfDates {
  readonly first_day: string;
  readonly days: readonly {
    readonly number: number;
    readonly title: string;
    readonly on: string;
    readonly opens: string;
    readonly closes: string;
    readonly weekend: boolean;
    readonly holiday: string | null;
  }[];
  readonly weekend_fits: boolean;
  /** What to know of these dates, in French. */
  readonly sentences: readonly string[];
  readonly better: { readonly first_day: string; readonly sentence: string } | null;
}

/** What a new group is asked with: the dates that were shown, and no others. */
export function daysToSend(plan: PlanOfDates): { on: string; opens: string; closes: string }[] {
  return plan.days.map(({ on, opens, closes }) => ({ on, opens, closes }));
}
