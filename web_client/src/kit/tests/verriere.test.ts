// Spec: V1 V2
import { describe, expect, it } from 'vitest';
import { draw, PANE_STATES, tintOf, type PaneState, type Point, type Size, type Verriere } from '../verriere';
import { pictureWords } from '../verriere_words';

const SIZES: Size[] = ['large', 'medium', 'strip', 'mini'];
const SEEDS = Array.from({ length: 40 }, (_, index) => index * 7919);

function roof(panes: readonly number[], seed: number | string, state: PaneState = 'won'): Verriere {
  return {
    seed,
    days: panes.map((count, day) => ({
      panes: Array.from({ length: count }, (_, place) => ({ mission: `${day}.${place}`, state })),
    })),
  };
}

/** Scenarios of 1 to 10 days, with every number of panes a day may have. */
const SHAPES = Array.from({ length: 10 }, (_, days) =>
  Array.from({ length: days + 1 }, (__, day) => 1 + ((day * 3 + days) % 4)),
);

const onSegment = (point: Point, from: Point, to: Point) => {
  const part = (point.x - from.x) / (to.x - from.x);
  return part > 0.2 && part < 0.8 && Math.abs(from.y + (to.y - from.y) * part - point.y) < 1e-6;
};

describe('whatever the seed, the number of days and of panes', () => {
  it('two bars never cross or touch, even when every pane is won', () => {
    for (const panes of SHAPES) {
      for (const seed of SEEDS) {
        for (const pane of draw(roof(panes, seed), 'medium').panes) {
          const [topLeft, topRight, bottomRight, bottomLeft] = pane.corners;
          expect(bottomLeft.y - topLeft.y).toBeGreaterThan(4);
          expect(bottomRight.y - topRight.y).toBeGreaterThan(4);
        }
      }
    }
  });

  it('the seam runs from inside the top edge to inside the bottom edge', () => {
    for (const panes of SHAPES) {
      for (const seed of SEEDS) {
        for (const { corners, seam } of draw(roof(panes, seed), 'large').panes) {
          const [topLeft, topRight, bottomRight, bottomLeft] = corners;
          expect(onSegment(seam[0], topLeft, topRight)).toBe(true);
          expect(onSegment(seam[1], bottomLeft, bottomRight)).toBe(true);
        }
      }
    }
  });

  it('every number in the picture is finite, in every size and state', () => {
    for (const size of SIZES) {
      for (const panes of SHAPES) {
        for (const state of PANE_STATES) {
          const drawn = JSON.stringify(draw(roof(panes, 'halage', state), size));
          expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
        }
      }
    }
  });

  it('the bays fill the building from the first day to the last', () => {
    for (const panes of SHAPES) {
      const xs = draw(roof(panes, 3), 'strip').panes.flatMap((pane) => pane.corners.map((corner) => corner.x));
      expect([Math.min(...xs), Math.max(...xs)]).toEqual([0, 328]);
    }
  });
});

it('the same seed gives the same picture, another seed another one', () => {
  const once = draw(roof([2, 1, 2], '41'), 'large');
  expect(draw(roof([2, 1, 2], 41), 'large')).toEqual(once);
  expect(draw(roof([2, 1, 2], 42), 'large')).not.toEqual(once);
});

it('a pane that is won keeps its shape when a pane of another day is won', () => {
  const before = roof([2, 2], 5, 'to_come');
  const first = { ...before.days[0]!.panes[0]!, state: 'won' as const };
  const one = { ...before, days: [{ panes: [first, before.days[0]!.panes[1]!] }, before.days[1]!] };
  const two = {
    ...one,
    days: [one.days[0]!, { panes: before.days[1]!.panes.map((pane) => ({ ...pane, state: 'won' as const })) }],
  };
  expect(draw(two, 'medium').panes[0]).toEqual(draw(one, 'medium').panes[0]);
});

it('between panes that nobody has lit, the bars keep OPALE’s even order', () => {
  const [top, middle, bottom] = draw(roof([3], 9, 'to_come'), 'large').panes.map(
    (pane) => pane.corners[3].y - pane.corners[0].y,
  );
  expect(middle).toBeCloseTo(top as number);
  expect(bottom).toBeCloseTo(top as number);
});

it('ten days stand in five teeth, three days in three', () => {
  const posts = (days: number) => draw(roof(Array(days).fill(1) as number[], 1), 'medium').posts.match(/M/g)?.length;
  expect(posts(10)).toBe(4);
  expect(posts(3)).toBe(2);
});

it('the dawn goes from the first pair of facets to the last, whatever the number of days', () => {
  for (const days of [2, 3, 7, 10]) {
    expect([tintOf(0, days, 0), tintOf(days - 1, days, 0)]).toEqual([1, 10]);
    expect([tintOf(0, days, -1), tintOf(days - 1, days, 1)]).toEqual([1, 10]);
  }
});

it('only won panes shine on the water', () => {
  const lit = (state: PaneState) =>
    draw(roof([2, 2], 1, state), 'large').water.filter((line) => line.stroke !== null).length;
  expect(lit('won')).toBeGreaterThan(0);
  for (const state of PANE_STATES.filter((one) => one !== 'won')) expect(lit(state)).toBe(0);
});

it('a scenario without days, or a day of five panes, is refused', () => {
  expect(() => draw(roof([], 1), 'medium')).toThrow(RangeError);
  expect(() => draw(roof([2, 5], 1), 'medium')).toThrow(RangeError);
});

describe('in words', () => {
  it('the picture says how many are lit and what goes on, never how many are missing', () => {
    const picture = roof([2, 2], 1, 'won');
    const days = [
      picture.days[0]!,
      {
        panes: [
          { mission: 'a', state: 'one_voice' as const },
          { mission: 'b', state: 'to_come' as const },
        ],
      },
    ];
    expect(pictureWords({ ...picture, days })).toBe(
      'La verrière du groupe. 2 éclats allumés. Jour 2 : Il manque une deuxième voix.',
    );
  });

  it('a pane shared with the counsellor names them', () => {
    const days = [{ panes: [{ mission: 'a', state: 'won' as const, mark: 'shared' as const }] }];
    expect(pictureWords({ seed: 1, days }, 'Karim')).toContain(
      '1 éclat allumé. Jour 1 : éclat allumé, partagé avec Karim',
    );
  });
});
