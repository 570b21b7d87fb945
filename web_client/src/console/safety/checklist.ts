/** What must stand before a weekend day opens: `GET` and `PUT /api/groups/{group}/safety`. */
export type Authorisation = 'adult' | 'received';

export interface Safety {
  readonly on_call_staff: string | null;
  readonly on_call_name: string | null;
  readonly on_call_phone: string | null;
  /** By seat; a seat that is not there has nothing yet. */
  readonly authorisations: Readonly<Record<string, Authorisation>>;
  readonly meeting_point: string | null;
  /** Wall time, "18:00". */
  readonly return_hour: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly complete: boolean;
  readonly missing: readonly { readonly code: string; readonly sentence: string }[];
  readonly weekend_days: readonly { readonly number: number; readonly on: string }[];
}

/** The answers that say something: « pas encore » is kept as nothing. */
export function told(answers: Readonly<Record<string, string>>): Record<string, Authorisation> {
  const known = Object.entries(answers).filter(([, one]) => one === 'adult' || one === 'received');
  return Object.fromEntries(known) as Record<string, Authorisation>;
}
