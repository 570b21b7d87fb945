/** Where one is in the console, as the address bar says it. */

/** The tabs of a group, each with the pages that stand under it. */
export const TABS = {
  missions: ['missions'],
  door: ['door', 'safety'],
  people: ['people', 'hours'],
  days: ['days'],
  acts: ['acts', 'past'],
} as const;
export type Tab = keyof typeof TABS;
export type Section = (typeof TABS)[Tab][number];

export const SECTIONS: readonly Section[] = Object.values(TABS).flat();

export type Page = 'groups' | 'new' | 'calendar' | 'relay' | 'training';

export type Place =
  | { readonly at: 'needs' }
  | { readonly at: Page }
  | { readonly at: 'projection'; readonly group: string }
  | { readonly at: 'group'; readonly group: string; readonly section: Section };

const SECTION_WORDS: Record<Section, string> = {
  missions: 'missions',
  door: 'porte',
  safety: 'sorties',
  people: 'personnes',
  hours: 'heures',
  days: 'jours',
  acts: 'gestes',
  past: 'revoir',
};
const PAGE_WORDS: Record<Page, string> = {
  groups: 'mes-groupes',
  new: 'nouveau-groupe',
  calendar: 'calendrier',
  relay: 'relais',
  training: 'entrainement',
};
const PAGES = Object.keys(PAGE_WORDS) as Page[];
const PROJECTION = 'projection';
/** A key of the demonstration is longer than any word of ours. */
const SHORTEST_KEY = 20;

export function addressOf(place: Place): string {
  switch (place.at) {
    case 'needs':
      return '/console';
    case 'group':
      return `/console/${place.group}#${SECTION_WORDS[place.section]}`;
    case 'projection':
      return `/console/${place.group}#${PROJECTION}`;
    default:
      return `/console#${PAGE_WORDS[place.at]}`;
  }
}

/** Reads a path and a fragment (with its #); anything unknown leads to the list of needs. */
export function placeOf(path: string, fragment: string): Place {
  const word = fragment.slice(1);
  const group = /^\/console\/([^/]+)$/.exec(path)?.[1];
  if (group !== undefined) {
    if (word === PROJECTION) return { at: 'projection', group };
    return { at: 'group', group, section: SECTIONS.find((one) => SECTION_WORDS[one] === word) ?? 'missions' };
  }
  const page = PAGES.find((one) => PAGE_WORDS[one] === word);
  return page === undefined ? { at: 'needs' } : { at: page };
}

/** The tab under which a page of a group stands. */
export function tabOf(section: Section): Tab {
  const tabs = Object.keys(TABS) as Tab[];
  return tabs.find((tab) => (TABS[tab] as readonly Section[]).includes(section)) ?? 'missions';
}

/** The staff key of a demonstration address, if the fragment holds one. */
export function keyIn(fragment: string): string | null {
  const word = fragment.slice(1);
  return word.length >= SHORTEST_KEY && /^[\w-]+$/.test(word) ? word : null;
}
