/**
 * The geometry of a group's glass roof, from its days, their panes and the group's seed: same input, same picture.
 * Lengths are in the units of a picture 360 wide, of which the building takes 328.
 */
import { between, chance } from './chance';

export const PANE_STATES = ['to_come', 'now', 'one_voice', 'kept', 'won', 'missed', 'clear'] as const;
export type PaneState = (typeof PANE_STATES)[number];

/** What only the person herself sees on a pane. */
export type Mark = 'useful' | 'shared';

/** One mission, as the server's slice « verriere » tells it. */
export interface Pane {
  mission: string;
  state: PaneState;
  /** Told once the mission is under way. */
  title?: string | undefined;
  mark?: Mark | undefined;
}

export interface Verriere {
  /** From the first day to the last, each with its panes from top to bottom: at least one day, 1 to 4 panes each. */
  days: readonly { panes: readonly Pane[] }[];
  seed: number | string;
}

export type Size = 'large' | 'medium' | 'strip' | 'mini';

export interface Point {
  x: number;
  y: number;
}

/** One pane as drawn: its outline, the seam and the two facets on each side of it. */
export interface DrawnPane extends Pane {
  day: number;
  corners: readonly [Point, Point, Point, Point];
  seam: readonly [Point, Point];
  seamPath: string;
  outline: string;
  /** The facet that lights with the first voice, then the one that lights with the second. */
  facets: readonly [Facet, Facet];
  middle: Point;
}

export interface Facet {
  path: string;
  fill: string;
}

export interface WaterLine {
  /** The same for the same place on the water, lit or not. */
  key: string;
  from: Point;
  length: number;
  width: number;
  opacity: number;
  /** The colour of a won pane, or null for plain water. */
  stroke: string | null;
}

export interface Picture {
  viewBox: string;
  width: number;
  height: number;
  ground: number;
  /** Where the quay ends and the water begins; equal to the line under the building when there is no quay. */
  edge: number;
  panes: readonly DrawnPane[];
  /** The saw-tooth frame and the posts between its teeth. */
  frame: string;
  posts: string;
  water: readonly WaterLine[];
}

interface Shape {
  eaves: number;
  ground: number;
  edge: number;
  lines: number;
  height: number;
}

const SHAPES: Record<Size, Shape> = {
  large: { eaves: 56, ground: 226, edge: 244, lines: 4, height: 286 },
  medium: { eaves: 38, ground: 150, edge: 168, lines: 2, height: 193 },
  strip: { eaves: 30, ground: 104, edge: 106, lines: 1, height: 122.5 },
  mini: { eaves: 20, ground: 58, edge: 60, lines: 0, height: 64 },
};
const WIDTH = 328;
const MARGIN = 16;
const RIDGE = 6;
const FACET_PAIRS = 10;
/** Ten days stand in five teeth of two; a short scenario has one tooth a day, or it would look like a shed. */
const DAYS_PER_TOOTH_FROM = 6;
/** A bar's end moves by at most this part of the bay's height, so that two bars never meet. */
const TILT: Record<number, number> = { 1: 0, 2: 0.17, 3: 0.125, 4: 0.09 };
const SEAM: readonly [number, number] = [0.22, 0.78];
const BENT: ReadonlySet<PaneState> = new Set(['won', 'clear']);

/** Draws the roof in one of its four sizes. Raises RangeError for no day, or a day without 1 to 4 panes. */
export function draw({ days, seed }: Verriere, size: Size): Picture {
  if (days.length === 0 || days.some((day) => !(day.panes.length in TILT))) {
    throw new RangeError('a verrière has at least one day, and each day 1 to 4 panes');
  }
  const shape = SHAPES[size];
  const bays = bayEdges(days.length, shape);
  return {
    viewBox: `${-MARGIN} 0 ${WIDTH + 2 * MARGIN} ${shape.height}`,
    width: WIDTH + 2 * MARGIN,
    height: shape.height,
    ground: shape.ground,
    edge: shape.edge,
    panes: days.flatMap((day, index) => drawBay(day.panes, index, days.length, bays[index] as Bay, shape, seed)),
    frame: framePath(bays, shape),
    posts: postsPath(bays, shape),
    water: days.flatMap((day, index) => drawWater(day.panes, index, days.length, bays[index] as Bay, shape, seed)),
  };
}

/** One day's slice of the roof, seen from the quay. */
interface Bay {
  left: number;
  right: number;
  leftTop: number;
  rightTop: number;
  opensTooth: boolean;
}

function bayEdges(count: number, shape: Shape): Bay[] {
  const perTooth = count >= DAYS_PER_TOOTH_FROM ? 2 : 1;
  return Array.from({ length: count }, (_, index) => {
    const first = index - (index % perTooth);
    const bays = Math.min(perTooth, count - first);
    const rise = (step: number) => shape.eaves + ((RIDGE - shape.eaves) * step) / bays;
    return {
      left: (WIDTH * index) / count,
      right: (WIDTH * (index + 1)) / count,
      leftTop: rise(index - first),
      rightTop: rise(index - first + 1),
      opensTooth: index === first,
    };
  });
}

function drawBay(panes: readonly Pane[], day: number, days: number, bay: Bay, shape: Shape, seed: Verriere['seed']) {
  const bars = Array.from({ length: panes.length + 1 }, (_, index) => barEnds(panes, index, day, bay, shape, seed));
  return panes.map((pane, index) => {
    const [top, bottom] = [bars[index] as Bar, bars[index + 1] as Bar];
    return drawPane(pane, [top[0], top[1], bottom[1], bottom[0]], day, days, `${day}.${index}`, seed);
  });
}

type Bar = readonly [Point, Point];

/** The bar above pane `index`: OPALE's even grid, bent as soon as a pane beside it was won. */
function barEnds(
  panes: readonly Pane[],
  index: number,
  day: number,
  bay: Bay,
  shape: Shape,
  seed: Verriere['seed'],
): Bar {
  const inside = index > 0 && index < panes.length;
  const beside = [panes[index - 1], panes[index]];
  const bent = inside && beside.some((pane) => pane !== undefined && BENT.has(pane.state));
  const reach = bent ? (TILT[panes.length] as number) : 0;
  const end = (x: number, top: number, side: string): Point => {
    const height = shape.ground - top;
    const moved = between(seed, `bar ${day}.${index} ${side}`, -reach, reach);
    return { x, y: top + height * (index / panes.length + moved) };
  };
  return [end(bay.left, bay.leftTop, 'left'), end(bay.right, bay.rightTop, 'right')];
}

function drawPane(
  pane: Pane,
  corners: DrawnPane['corners'],
  day: number,
  days: number,
  place: string,
  seed: Verriere['seed'],
): DrawnPane {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const seam: Bar = [
    along(topLeft, topRight, between(seed, `seam ${place} top`, ...SEAM)),
    along(bottomLeft, bottomRight, between(seed, `seam ${place} bottom`, ...SEAM)),
  ];
  const tint = tintOf(day, days, Math.floor(between(seed, `slip ${place}`, -1, 2)));
  const sides = [path(topLeft, seam[0], seam[1], bottomLeft), path(seam[0], topRight, bottomRight, seam[1])];
  const fills = [`var(--facet-${tint}-deep)`, `var(--facet-${tint}-pale)`];
  if (chance(seed, `light ${place}`) < 0.5) fills.reverse();
  const facets = sides.map((side, index) => ({ path: side, fill: fills[index] as string }));
  if (chance(seed, `first ${place}`) < 0.5) facets.reverse();
  return {
    ...pane,
    day: day + 1,
    corners,
    seam,
    seamPath: path(...seam).slice(0, -1),
    outline: path(...corners),
    facets: facets as [Facet, Facet],
    middle: along(along(topLeft, topRight, 0.5), along(bottomLeft, bottomRight, 0.5), 0.5),
  };
}

/** Which pair of facets, 1 to 10: the dawn is spread over the days there are, and a pane may slip one pair. */
export function tintOf(day: number, days: number, slip: number): number {
  const spread = days === 1 ? (FACET_PAIRS - 1) / 2 : (day * (FACET_PAIRS - 1)) / (days - 1);
  return Math.min(FACET_PAIRS, Math.max(1, Math.round(spread) + 1 + slip));
}

function framePath(bays: readonly Bay[], shape: Shape): string {
  const roof = bays.flatMap((bay) => [
    ...(bay.opensTooth ? [{ x: bay.left, y: bay.leftTop }] : []),
    { x: bay.right, y: bay.rightTop },
  ]);
  return path({ x: 0, y: shape.ground }, ...roof, { x: WIDTH, y: shape.ground }).slice(0, -1);
}

function postsPath(bays: readonly Bay[], shape: Shape): string {
  return bays
    .filter((bay) => bay.opensTooth && bay.left > 0)
    .map((bay) => `M${round(bay.left)} ${round(bay.leftTop)}V${shape.ground}`)
    .join('');
}

const WATER_STEP = 32.8;
const WATER_GAP = 8.5;
const WATER_FROM = 11;

/** The bay's light on the water: as many bright lines as its won panes give, from the quay outwards. */
function drawWater(
  panes: readonly Pane[],
  day: number,
  days: number,
  bay: Bay,
  shape: Shape,
  seed: Verriere['seed'],
): WaterLine[] {
  const won = panes.filter((pane) => pane.state === 'won').length;
  const bright = Math.ceil((shape.lines * won) / panes.length);
  const pieces = Math.max(1, Math.round((bay.right - bay.left) / WATER_STEP));
  const step = (bay.right - bay.left) / pieces;
  return Array.from({ length: shape.lines * pieces }, (_, index) => {
    const [line, piece] = [Math.floor(index / pieces), index % pieces];
    const lit = line < bright;
    const part = (lit ? 0.95 : 0.57) - 0.13 * line * (lit ? 1 : 0.6);
    const drift = between(seed, `water ${day}.${line}.${piece}`, -0.06, 0.16) + 0.05 * line;
    return {
      key: `${day}.${line}.${piece}`,
      from: { x: bay.left + step * (piece + drift), y: shape.edge + WATER_FROM + WATER_GAP * line },
      length: step * part,
      width: lit ? 3 - 0.25 * line : 2,
      opacity: lit ? 0.8 - 0.12 * line : 1,
      stroke: lit ? `var(--facet-${tintOf(day, days, 0)}-deep)` : null,
    };
  });
}

function along(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function path(...points: Point[]): string {
  return `M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

/** A tenth of a unit is finer than any screen shows, and keeps the picture light. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
