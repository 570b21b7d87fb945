import { expect, it } from 'vitest';
import { columnsFor, corners } from '../pane_grid';

it('panes that touch share their corners, and the edge of the window stays straight', () => {
  const [, topRight, bottomRight] = corners(0, 3, 2, 'vitres');
  const [topLeft, , , bottomLeft] = corners(1, 3, 2, 'vitres');
  expect([topRight, bottomRight]).toEqual([topLeft, bottomLeft]);
  expect(corners(0, 3, 2, 'vitres')[0]).toEqual({ x: 0, y: 0 });
  expect(corners(5, 3, 2, 'vitres')[2]).toEqual({ x: 300, y: 200 });
});

it('with letters twice as large the window becomes a list', () => {
  expect(columnsFor(322, 16, 6)).toBe(3);
  expect(columnsFor(322, 32, 6)).toBe(1);
  expect(columnsFor(322, 16, 2)).toBe(2);
});
