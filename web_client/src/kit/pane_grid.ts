/** The small panes of a window: where the lead runs between them. Units: 100 a column, 100 a row. */
import { between } from './chance';

export interface Corner {
  x: number;
  y: number;
}

/** How far a corner inside the window may stand from the even grid. */
const REACH = 8;

/** The corners of the pane at `index`, from the top left, clockwise; the outer edge of the window stays straight. */
export function corners(index: number, columns: number, rows: number, seed: string): [Corner, Corner, Corner, Corner] {
  const [column, row] = [index % columns, Math.floor(index / columns)];
  const at = (x: number, y: number): Corner => ({
    x: x * 100 + (x > 0 && x < columns ? between(seed, `x ${x} ${y}`, -REACH, REACH) : 0),
    y: y * 100 + (y > 0 && y < rows ? between(seed, `y ${x} ${y}`, -REACH, REACH) : 0),
  });
  return [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)];
}

/** How many panes stand side by side: three, fewer when the letters are large; one means a plain list. */
export function columnsFor(width: number, letter: number, panes: number): number {
  const least = 6.5 * letter;
  return Math.max(1, Math.min(3, panes, Math.floor(width / least)));
}
