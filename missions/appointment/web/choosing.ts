/** What this screen asks of the server: my own lines, the moments that are free, my choice. */
import type { Meeting } from '@kit/meetings';
import { ask, type Answered } from '@kit/requests';

export interface Slot {
  /** What is sent back to choose it. */
  offer: string;
  minutes: number;
  words: string;
  counsellor: string;
}

export interface SlotPage {
  /** False on a phone opened by PIN alone: no slots there. */
  known: boolean;
  counsellor: { name: string } | null;
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

const keyOf = (mission: string) => `appointment/${mission}`;

export function slots(seat: string, mission: string): Promise<Answered<SlotPage>> {
  return ask('GET', `/api/seats/${seat}/slots?mission=${encodeURIComponent(mission)}`);
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
