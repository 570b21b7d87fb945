/** The words of the road: JSON text frames between a page and `/ws`. */

export type Slices = Readonly<Record<string, unknown>>;
export type Role = 'player' | 'staff';
/** Something that has just happened, for showing once; the slices already tell the outcome. */
export type News = { readonly what: string } & Readonly<Record<string, unknown>>;
/** What is asked of the server: a closed list there, an open record here, because each kind brings its own. */
export type Command = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface Welcome {
  type: 'welcome';
  epoch: string;
  version: number;
  seat: string | null;
  role: Role;
  /** ISO 8601, UTC. */
  server_time: string;
}

/** What changed up to `version`: each slice named is whole, and replaces the one before it. */
export interface Frame {
  type: 'frame';
  epoch: string;
  version: number;
  slices: Slices;
  news: readonly News[];
}

export interface Receipt {
  type: 'receipt';
  counter: number;
  version: number;
}

export interface Refusal {
  type: 'refusal';
  /** Null when the refusal answers no submission of ours: the page shows its sentence. */
  counter: number | null;
  code: string;
  sentence: string;
  /** What fills the sentence: { seconds: 12 }. */
  details?: Readonly<Record<string, unknown>>;
}

/** An older submission, answered long ago: the slices say what came of it. */
export interface Settled {
  type: 'settled';
  counter: number;
}

/** No answer: the submission stays, and goes again after these seconds. */
export interface SlowDown {
  type: 'slow_down';
  seconds: number;
}

export interface Presence {
  type: 'presence';
  here: readonly string[];
}

/** Something changed for the team that no slice shows: a call for help, a colleague's hand. Ask again. */
export interface Ring {
  type: 'needs';
}

export interface Pong {
  type: 'pong';
}

export type Answer = Receipt | Refusal | Settled;
export type ServerMessage = Welcome | Frame | Answer | SlowDown | Presence | Ring | Pong;

export interface Hello {
  type: 'hello';
  epoch: string | null;
  last_seen: number | null;
}

export interface Submit {
  type: 'submit';
  device: string;
  counter: number;
  command: Command;
}

export interface Ping {
  type: 'ping';
}

export type BrowserMessage = Hello | Submit | Ping;

/** The fields each message must have, with their types, as `typeof` names them; `?` allows null. */
const FIELDS: Record<ServerMessage['type'], Record<string, string>> = {
  welcome: { epoch: 'string', version: 'number', seat: 'string?', role: 'string', server_time: 'string' },
  frame: { epoch: 'string', version: 'number', slices: 'object', news: 'object' },
  receipt: { counter: 'number', version: 'number' },
  refusal: { counter: 'number?', code: 'string', sentence: 'string' },
  settled: { counter: 'number' },
  slow_down: { seconds: 'number' },
  presence: { here: 'object' },
  needs: {},
  pong: {},
};

/** The message in a text frame, or null when it is none we know: a newer server may say more than this page. */
export function readMessage(text: string): ServerMessage | null {
  const value = parse(text);
  if (value === null || typeof value['type'] !== 'string' || !(value['type'] in FIELDS)) return null;
  const fields = FIELDS[value['type'] as ServerMessage['type']];
  const right = Object.entries(fields).every(([name, kind]) => isA(value[name], kind));
  return right ? (value as unknown as ServerMessage) : null;
}

function isA(value: unknown, kind: string): boolean {
  if (value === null) return kind.endsWith('?');
  return typeof value === kind.replace('?', '');
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
