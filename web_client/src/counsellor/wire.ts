/** What the server says to the counsellor's page, and hears from it. Instants are ISO 8601; hours are wall time of the site. */

export type Role = 'facilitator' | 'counsellor' | 'manager';

export interface Me {
  id: string;
  name: string;
  email: string;
  roles: readonly Role[];
  structure: { name: string; time_zone: string };
}

export interface Site {
  id: string;
  name: string;
  time_zone: string;
}

export type Status =
  'held' | 'booked' | 'expired' | 'cancelled_by_youth' | 'cancelled_by_counsellor' | 'attended' | 'no_show' | 'excused';
export type Outcome = 'attended' | 'excused' | 'no_show';

/** How far one message has come. */
export interface Sending {
  channel: 'caldav' | 'imip' | 'notice';
  method: 'REQUEST' | 'CANCEL';
  /** The revision it carries: the highest is the one that counts. */
  sequence?: number;
  state: 'pending' | 'done' | 'superseded' | 'conflict' | 'dead';
  reason: string | null;
  done_at?: string | null;
}

/** What the counsellor's own calendar says against an appointment. */
export interface Conflict {
  kind: 'moved' | 'deleted' | 'overlap';
  start: string | null;
  end: string | null;
}

export interface Appointment {
  id: string;
  first_name: string;
  start: string;
  end: string;
  time_zone: string;
  status: Status;
  confirmed: boolean;
  shared: readonly string[];
  sendings: readonly Sending[];
  conflicts: readonly Conflict[];
}

export interface CallBack {
  id: string;
  first_name: string;
  phone: string | null;
  shared: readonly string[];
  at: string;
}

export interface During {
  start: string;
  end: string;
}

export interface Agenda {
  appointments: readonly Appointment[];
  call_backs: readonly CallBack[];
  /** Moments an appointment can be moved to. */
  free: readonly During[];
  /** Other things of the counsellor's own calendar, without their titles. */
  busy?: readonly During[];
}

/** Hours of one weekday (0 is Monday), « 09:00:00 » to « 12:00:00 », between two days when they are said. */
export interface Opening {
  weekday: number;
  start: string;
  end: string;
  valid_from: string | null;
  valid_to: string | null;
}

/** A day unlike the others: closed when its hours are null. */
export interface DayException {
  id: string;
  day: string;
  start: string | null;
  end: string | null;
}

export interface Absence extends During {
  id: string;
}

export interface Hours {
  openings: readonly Opening[];
  exceptions: readonly DayException[];
  absences: readonly Absence[];
}

export interface AbsenceDeclared {
  id: string;
  /** Appointments that took another time, then those that found none. */
  moved: readonly string[];
  to_settle: readonly string[];
}

export interface CalendarSettings {
  channel: 'caldav' | 'imip';
  site: string;
  /** Without its password, which is never shown. */
  account: { url: string; user: string } | null;
  read_at: string | null;
}
