/** The silhouettes on the quay, about 40 units tall, feet at 0, 0. Chosen by the person or dealt, never deduced. */

export const FIGURES = [
  'stride',
  'bun',
  'curls',
  'coat',
  'wheelchair',
  'long_hair',
  'bag',
  'scarf',
  'cap',
  'crutch',
] as const;
export type FigureKind = (typeof FIGURES)[number];

/** The silhouette of a number, any number: the list may grow without anybody's figure being refused. */
export function figureOf(number: number): FigureKind {
  return FIGURES[Math.abs(Math.trunc(number)) % FIGURES.length] as FigureKind;
}

export interface FigureShape {
  body: string;
  /** Centre height and radius of the head. */
  head: readonly [number, number, number];
  extra?: string;
  /** What is drawn as lines: wheels, a crutch. */
  lines?: string;
}

const STANDING = 'M-5-31q0-2.6 5-2.6t5 2.6L4.6-19 4.2 0H1.3L.4-17h-.8L-1.3 0H-4.2L-4.6-19Z';
const STRIDING = 'M-4.6-31q0-2.6 4.6-2.6t4.6 2.6L4.2-20 5.8 0H3L0-16-3.6 0H-6.4L-4.3-20Z';
const LONG_COAT = 'M-4.6-31q0-2.6 4.6-2.6t4.6 2.6L5.6-10H3.2L2.8 0H.8L.4-10h-.8L-.8 0H-2.8L-3.2-10H-5.6Z';
const WITH_BAG = 'M-5.2-31q0-2.6 5.2-2.6t5.2 2.6L5.4-17H4.3L4 0H1.2L.4-16h-.8L-1.2 0H-4L-4.3-17H-7.5V-28H-5.2Z';
const SEATED = 'M-4.5-23q.3-2 3.2-2t3.2 3.5l-.2 7.5H7v11H4.4v-8H-4.5Z';

export const FIGURE_SHAPES: Record<FigureKind, FigureShape> = {
  stride: { body: STRIDING, head: [0, -37, 3.2] },
  bun: { body: STANDING, head: [0, -37, 3.2], extra: 'M2.6-42.1a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 1 1 0-3.8Z' },
  curls: { body: WITH_BAG, head: [0, -37.6, 4.5] },
  coat: { body: LONG_COAT, head: [0, -37, 3.2] },
  wheelchair: {
    body: SEATED,
    head: [-0.8, -29, 3.2],
    extra: 'M6.5-3.6a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6Z',
    lines: 'M-1.5-12.8a6 6 0 1 1 0 12a6 6 0 1 1 0-12ZM-6.5-19V-13',
  },
  long_hair: {
    body: STANDING,
    head: [0, -37, 3.2],
    extra: 'M-3.5-37.5a3.5 3.5 0 0 1 7 0L4-30H1.5V-34H-1.5V-30H-4Z',
  },
  bag: { body: WITH_BAG, head: [0, -37, 3.2] },
  scarf: { body: LONG_COAT, head: [0, -37.2, 3.2], extra: 'M-3.9-31V-37.5a3.9 3.9 0 0 1 7.8 0V-31Z' },
  cap: { body: STRIDING, head: [0, -37, 3.2], extra: 'M-3.4-37.6a3.4 3.4 0 0 1 6.6-1.2H6.4v1.4Z' },
  crutch: { body: STANDING, head: [0, -37, 3.2], lines: 'M8.2 0L7.4-22M5.2-22.6H9.4' },
};
