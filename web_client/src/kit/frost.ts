/** OPALE's frost when it loses its order: the same number of dots, anywhere. */
import { chance } from './chance';

/** The side of the tile that repeats, in the units of the picture. */
export const TILE = 40;
const DOTS = 25;

/** The dots of one disorder, as the centres of circles in a tile; three of them follow one another. */
export function strayDots(disorder: number): readonly { x: number; y: number }[] {
  return Array.from({ length: DOTS }, (_, index) => ({
    x: Math.round(chance(disorder, `stray ${index} x`) * TILE * 10) / 10,
    y: Math.round(chance(disorder, `stray ${index} y`) * TILE * 10) / 10,
  }));
}
