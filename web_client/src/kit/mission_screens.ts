/** The screens of mission kinds, found in `missions/<kind>/web/`: a new kind is a new folder, and no edit here. */
import type { Component } from 'svelte';
import type { Tree } from './language.svelte';
import type { Outcome } from './outbox';
import { bringMore } from './speaking';

/** What the group sees of the step under way: the slice « mission ». */
export interface MissionSlice {
  readonly id: string;
  readonly title: string;
  readonly brief: string;
  readonly step: number;
  readonly steps: number;
  readonly step_title: string;
  readonly kind: string;
  /** How the step is played from here, when it is not as it stands: null otherwise. */
  readonly plan_b: unknown;
  readonly hints: readonly { readonly said_by: string | null; readonly text: string }[];
  readonly hints_left: number;
  readonly help_offered: boolean;
  /** The kind's own view for everyone. */
  readonly shared: unknown;
  readonly characters: Readonly<Record<string, { readonly name: string; readonly role: string }>>;
}

export interface Person {
  id: string;
  name: string;
  figure: number;
  here: boolean;
}

/** What a kind's screen is given. */
export interface MissionProps {
  slice: MissionSlice;
  /** The kind's own view for this seat alone: its piece, its own vote. */
  mine: unknown;
  /** Says one action of the kind; resolves when the server has answered. */
  act: (action: object) => Promise<Outcome>;
  people: Person[];
  /** My seat. */
  me: string;
  /** The group's game time now, in seconds: what `until` and `closes_at` are measured in. */
  played?: () => number;
}

/** What a kind's panel on the facilitator's desk is given; it is there for the whole life of the group. */
export interface DeskProps {
  group: string;
  /** The first name of a seat. */
  nameOf: (seat: string) => string;
  /** What to open at once: a photo, by its id. */
  open?: string | null;
  /** Something was judged, told in these words: whoever lists what waits may ask again. */
  onjudged?: (told: string) => void;
}

interface Given {
  Player: MissionProps;
  Desk: DeskProps;
}
type Page = keyof Given;
type Load = () => Promise<unknown>;

// Each screen is its own file, fetched when its first step opens.
const SCREENS: Readonly<Record<Page, Readonly<Record<string, Load>>>> = {
  Player: import.meta.glob('@missions/*/web/Player.svelte'),
  Desk: import.meta.glob('@missions/*/web/Desk.svelte'),
};

/** What the kinds say in other languages, in their own folders; the language file may bring them for others. */
const TEXTS: Readonly<Record<string, () => Promise<Tree>>> = import.meta.glob<Tree>(
  ['@missions/*/texts/*.json', '!@missions/*/texts/*fr.json'],
  { import: 'default' },
);

let brought: Promise<void> | null = null;

/** Brings what every kind says in the language of the page, and follows it. */
function bringKinds(): Promise<void> {
  return (brought ??= bringMore(async (code) => {
    const files = Object.entries(TEXTS).filter(([path]) => path.endsWith(`/${code}.json`));
    const texts = await Promise.all(files.map(async ([path, load]) => [kindOf(path), await load()] as const));
    return { missions: Object.fromEntries(texts) };
  }));
}

/** The kinds that have a screen for this page. */
export function kindsWithScreen(page: Page): string[] {
  return Object.keys(SCREENS[page]).map(kindOf).sort();
}

/** Fetches a kind's screen, or null when the kind has none for this page. */
export async function missionScreen<P extends Page>(page: P, kind: string): Promise<Component<Given[P]> | null> {
  const load = Object.entries(SCREENS[page]).find(([path]) => kindOf(path) === kind)?.[1];
  if (load === undefined) return null;
  const [screen] = await Promise.all([load(), bringKinds()]);
  return (screen as { default: Component<Given[P]> }).default;
}

function kindOf(path: string): string {
  return path.split('/').at(-3) ?? '';
}
