// Spec: K41
import { expect, test } from 'vitest';
import { left } from './nearness';

const HALL = { lat: 50.6441, lon: 3.0629, radius_m: 60 };
const at = (latitude: number, longitude: number, accuracy = 0) => ({ latitude, longitude, accuracy });

test('who stands there has nothing left to walk', () => {
  expect(left(HALL, at(50.6441, 3.0629))).toBe(0);
  expect(left(HALL, at(50.6445, 3.0629))).toBe(0);
});

test('a thousandth of a degree to the north is some fifty metres beyond the edge', () => {
  expect(left(HALL, at(50.6451, 3.0629))).toBe(51);
});

test('a phone that is unsure is believed, and never further than the place is wide', () => {
  expect(left(HALL, at(50.6451, 3.0629, 30))).toBe(21);
  expect(left(HALL, at(50.6481, 3.0629, 5000))).toBe(325);
});
