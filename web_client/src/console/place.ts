/** Where one is in the console, as the address bar says it. */

export const SECTIONS = ['missions', 'door', 'people', 'acts'] as const;
export type Section = (typeof SECTIONS)[number];

export type Place =
  | { readonly at: 'needs' }
  | { readonly at: 'groups' }
  | { readonly at: 'new' }
  | { readonly at: 'group'; readonly group: string; readonly section: Section };

const SECTION_WORDS: Record<Section, string> = {
  missions: 'missions',
  door: 'porte',
  people: 'personnes',
  acts: 'gestes',
};
const PAGE_WORDS = { groups: 'mes-groupes', new: 'nouveau-groupe' } as const;
/** A key of the demonstration is longer than any word of ours. */
const SHORTEST_KEY = 20;

export function addressOf(place: Place): string {
  switch (place.at) {
    case 'needs':
      return '/console';
    case 'groups':
    case 'new':
      return `/console#${PAGE_WORDS[place.at]}`;
    case 'group':
      return `/console/${place.group}#${SECTION_WORDS[place.section]}`;
  }
}

/** Reads a path and a fragment (with its #); anything unknown leads to the list of needs. */
export function placeOf(path: string, fragment: string): Place {
  const word = fragment.slice(1);
  const group = /^\/console\/([^/]+)$/.exec(path)?.[1];
  if (group !== undefined) {
    const section = SECTIONS.find((one) => SECTION_WORDS[one] === word) ?? 'missions';
    return { at: 'group', group, section };
  }
  if (word === PAGE_WORDS.groups) return { at: 'groups' };
  if (word === PAGE_WORDS.new) return { at: 'new' };
  return { at: 'needs' };
}

/** The staff key of a demonstration address, if the fragment holds one. */
export function keyIn(fragment: string): string | null {
  const word = fragment.slice(1);
  return word.length >= SHORTEST_KEY && /^[\w-]+$/.test(word) ? word : null;
}
