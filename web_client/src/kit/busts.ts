/** Characters as busts of flat facets, a light side and a dark one, without a drawn face. Grid of 72 by 72. */
import { hash } from './chance';

export const HAIR = ['short', 'bun', 'long', 'curls', 'cap', 'scarf'] as const;
export type Hair = (typeof HAIR)[number];

export interface Look {
  hair: Hair;
  /** 1 to 5, from pale to dark. */
  skin: number;
  /** 1 to 5. */
  clothes: number;
  beard?: boolean | undefined;
}

/** Two tones: in the shade, in the light. */
type Tones = readonly [string, string];

const SKINS: readonly Tones[] = [
  ['#c98a6e', '#e8b292'],
  ['#b9694f', '#d98b68'],
  ['#9a6a48', '#bd8a62'],
  ['#7c4337', '#a0604c'],
  ['#4f2f28', '#71473a'],
];
const CLOTHES: readonly Tones[] = [
  ['#3f6673', '#5b8795'],
  ['#2c5a4c', '#437f69'],
  ['#5a3047', '#7d4a64'],
  ['#7a4a2c', '#a06a40'],
  ['#46388a', '#6457ab'],
];
const HAIRS: readonly Tones[] = [
  ['#3b2a35', '#533a47'],
  ['#23262d', '#3a3f49'],
  ['#4a2f1e', '#6b4730'],
  ['#16121a', '#2b2430'],
];

export interface Facet {
  path: string;
  fill: string;
}

const HEAD: readonly [string, string] = ['M24 22L36 18V58L27 50Z', 'M36 18L48 22 46 49 36 58Z'];
const SHOULDERS: readonly [string, string] = ['M8 72L20 54 36 60V72Z', 'M36 60L52 54 64 72H36Z'];
const BEARD: readonly [string, string] = ['M26 43L36 47V60L28 52Z', 'M36 47L47 43 45 51 36 60Z'];
const HAIR_SHAPES: Record<Hair, readonly (readonly [string, 0 | 1])[]> = {
  short: [
    ['M21 30L22 14 36 8V24Z', 0],
    ['M36 8L50 13 51 29 36 24Z', 1],
  ],
  bun: [
    ['M30 8L33 2 36 1V11Z', 0],
    ['M36 1L43 3 43 9 36 11Z', 1],
    ['M22 32L21 18 36 9V20Z', 0],
    ['M36 9L50 17 50 31 36 20Z', 1],
  ],
  long: [
    ['M18 52L20 17 36 8V21L27 26 25 54Z', 0],
    ['M36 8L51 16 55 51 47 54 46 25 36 21Z', 1],
  ],
  curls: [
    ['M15 32L17 17 26 8 36 5V22L23 35Z', 0],
    ['M36 5L47 8 56 17 57 31 49 35 36 22Z', 1],
  ],
  cap: [
    ['M21 24L23 12 36 8V22Z', 0],
    ['M36 8L49 12 51 20 62 22 60 26 36 22Z', 1],
  ],
  scarf: [
    ['M17 58L20 18 36 7V20L26 26 27 50 36 58V64Z', 0],
    ['M36 7L52 17 56 57 36 64V58L46 49 47 25 36 20Z', 1],
  ],
};

/** The look of a character who was given none: from the name alone, always the same. */
export function lookOf(name: string): Look {
  const h = hash(name);
  return {
    hair: HAIR[h % HAIR.length] as Hair,
    skin: 1 + ((h >>> 8) % SKINS.length),
    clothes: 1 + ((h >>> 16) % CLOTHES.length),
  };
}

/** The facets from back to front. A skin or clothes number outside 1 to 5 wraps round. */
export function bustFacets(look: Look): Facet[] {
  const clothes = tones(CLOTHES, look.clothes);
  const skin = tones(SKINS, look.skin);
  const worn = look.hair === 'cap' || look.hair === 'scarf';
  const hair = worn ? tones(CLOTHES, look.clothes + 2) : tones(HAIRS, look.skin + look.clothes);
  return [
    ...pair(SHOULDERS, clothes),
    ...pair(HEAD, skin),
    ...(look.beard ? pair(BEARD, hair) : []),
    ...HAIR_SHAPES[look.hair].map(([path, side]) => ({ path, fill: hair[side] })),
  ];
}

function pair(paths: readonly [string, string], [shade, light]: Tones): Facet[] {
  return [
    { path: paths[0], fill: shade },
    { path: paths[1], fill: light },
  ];
}

function tones(among: readonly Tones[], number: number): Tones {
  return among[(number - 1 + among.length) % among.length] as Tones;
}
