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
  'held' | 'booked' | 'cancelled_by_youth' | 'cancelled_by_counsellor' | 'attended' | 'no_show' | 'excused';
export type Outcome = 'attended' | 'excused' | 'no_show';

export type Kind = 'first' | 'follow_up';
export type Mode = 'on_site' | 'phone' | 'video';

/** One sort of meeting, in minutes but for the hours and days that say so. */
export interface Reason {
  kind: Kind;
  mode: Mode;
  minutes: number;
  before: number;
  after: number;
  step: number;
  min_notice_hours: number;
  max_ahead_days: number;
  daily_cap: number | null;
  cancel_hours: number;
}

export interface Colleague {
  id: string;
  name: string;
}

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
  kind?: Kind;
  mode?: Mode;
  /** What the counsellor's own mail program answered to the invitation. */
  answer?: 'accepted' | 'tentative' | 'declined' | null;
  /** What the young person lets know at the last minute. */
  warned?: 'late' | 'absent' | null;
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
  /** Public holidays of the place, « 2027-05-17 ». */
  holidays?: readonly string[];
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
  /** Those that a colleague has now. */
  handed_over?: readonly string[];
}

export interface CalendarSettings {
  channel: 'caldav' | 'imip';
  site: string;
  /** Without its password, which is never shown. */
  account: { url: string; user: string } | null;
  read_at: string | null;
  /** A calendar that is only read, and what young people see. */
  busy_url: string | null;
  phone: string | null;
  video_link: string | null;
  words: string | null;
}
