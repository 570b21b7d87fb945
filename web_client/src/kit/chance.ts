/** Numbers that look like luck and are the same on every phone, on paper and on the poster. */

/** FNV-1a over UTF-16 units, then a finishing mix (murmur3's), as an unsigned 32-bit number. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A number from 0 to 1 (1 excluded) for this seed and this name: asking for others in between changes nothing. */
export function chance(seed: number | string, name: string): number {
  return hash(`${seed}/${name}`) / 2 ** 32;
}

/** A number from `low` to `high` for this seed and this name. */
export function between(seed: number | string, name: string, low: number, high: number): number {
  return low + chance(seed, name) * (high - low);
}
