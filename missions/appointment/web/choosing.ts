/** What this screen asks of the server: my own lines, the moments that are free, my choice. */
import { partsOf } from '@kit/dates';
import { langNow } from '@kit/language.svelte';
import type { Meeting } from '@kit/meetings';
import { ask, type Answered } from '@kit/requests';

export type Mode = 'on_site' | 'phone' | 'video';

export interface Slot {
  /** What is sent back to choose it. */
  offer: string;
  /** ISO 8601 with the offset of the place: its first ten signs are the local date. */
  start: string;
  minutes: number;
  time_zone: string;
  words: string;
  counsellor: string;
  mode?: Mode;
}

export interface SlotPage {
  /** False on a phone opened by PIN alone: no slots there. */
  known: boolean;
  counsellor: { name: string; words?: string | null } | null;
  slots: readonly Slot[];
  away: readonly { sentence: string }[];
  sentence: string;
}

export interface Line {
  text: string;
  shown: boolean;
}

export type Choice = { choice: 'slot'; offer: string } | { choice: 'call_back' | 'not_now'; offer: null };

export const CALL_BACK = 'call_back';
export const NOT_NOW = 'not_now';
const LONGEST = 300;

/** The choice behind a tile: one of the two words, or else a slot's offer. */
export function choiceOf(tile: string): Choice {
  if (tile === CALL_BACK || tile === NOT_NOW) return { choice: tile, offer: null };
  return { choice: 'slot', offer: tile };
}

/** The lines that go with the choice: those the person ticked and wrote, and none with « pas maintenant ». */
export function sharedWith({ choice }: Choice, lines: readonly Line[]): string[] {
  if (choice === NOT_NOW) return [];
  return lines
    .filter(({ text, shown }) => shown && text.trim() !== '')
    .map(({ text }) => text.trim().slice(0, LONGEST));
}

/** « Mardi 8 déc., 14 h 30 »: a tile has no room for more. */
export function slotWords({ start, time_zone: timeZone }: Slot): string {
  const at = new Date(start);
  const date: Intl.DateTimeFormatOptions = { timeZone, weekday: 'long', day: 'numeric', month: 'short' };
  const day = new Intl.DateTimeFormat(langNow(), date).format(at);
  return `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${partsOf(at, timeZone).hour}`;
}

/** A few slots of different days rather than three in a row; the first ones when there are not so many days. */
export function spread(slots: readonly Slot[], count: number): readonly Slot[] {
  const dates = [...new Set(slots.map(dateOf))].slice(0, count);
  const first = dates.map((date) => slots.find((slot) => dateOf(slot) === date)).filter((slot) => slot !== undefined);
  const others = slots.filter((slot) => !first.includes(slot));
  const chosen = new Set([...first, ...others].slice(0, count));
  return slots.filter((slot) => chosen.has(slot));
}

/** The ways to meet that are offered, in the order of the tiles. */
export function modesOf(slots: readonly Slot[]): readonly Mode[] {
  const offered = new Set(slots.map(({ mode }) => mode ?? 'on_site'));
  return (['on_site', 'phone', 'video'] as const).filter((mode) => offered.has(mode));
}

const dateOf = ({ start }: Slot) => start.slice(0, 10);

const keyOf = (mission: string) => `appointment/${mission}`;

export function slots(seat: string, mission: string): Promise<Answered<SlotPage>> {
  return ask('GET', `/api/seats/${seat}/slots?mission=${encodeURIComponent(mission)}`);
}

/** Keeps a moment for five minutes while its person makes up their mind; a refusal shows itself when they choose. */
export function hold(seat: string, mission: string, offer: string, key: string): Promise<Answered<unknown>> {
  return ask('POST', `/api/seats/${seat}/hold`, { mission, offer, key });
}

export function choose(
  seat: string,
  mission: string,
  chosen: Choice,
  key: string,
  shared: readonly string[],
): Promise<Answered<{ booking: Meeting | null }>> {
  return ask('POST', `/api/seats/${seat}/choice`, { mission, ...chosen, key, shared });
}

/** My own lines for this mission, from an earlier visit; empty ones on a phone that may not read them. */
export async function myLines(seat: string, mission: string, count: number): Promise<Line[]> {
  const key = keyOf(mission);
  const answer = await ask<{ values: Record<string, unknown> }>(
    'GET',
    `/api/seats/${seat}/private?prefix=${encodeURIComponent(key)}`,
  );
  const kept = answer.ok ? answer.value.values[key] : null;
  return Array.from({ length: count }, (_, index) => lineOf(Array.isArray(kept) ? kept[index] : null));
}

export function keepLines(seat: string, mission: string, lines: readonly Line[]): Promise<Answered<unknown>> {
  return ask('PUT', `/api/seats/${seat}/private`, { values: { [keyOf(mission)]: lines } });
}

function lineOf(kept: unknown): Line {
  const { text, shown } = (kept ?? {}) as Partial<Line>;
  return { text: typeof text === 'string' ? text : '', shown: shown === true };
}
