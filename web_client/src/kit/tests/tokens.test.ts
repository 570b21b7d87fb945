// Spec: V4
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');

function tokensOf(opening: string): Record<string, string> {
  const block = css.slice(css.indexOf(opening)).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
}

const facets = tokensOf('/* The two sides');
const themes = { dark: tokensOf("[data-theme='dark']"), light: tokensOf("[data-theme='light']") };

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

// What is read, on what, then the least ratio promised in the dark and in the light.
const PAIRS: readonly [string, readonly string[], number, number][] = [
  ['texte', ['fond', 'ciel', 'vitre', 'vitre-2'], 9.7, 12.8],
  ['texte', ['opale-1', 'opale-2', 'opale-3'], 7.2, 11.4],
  ['doux', ['fond', 'ciel', 'vitre', 'vitre-2'], 7.1, 7.8],
  ['doux', ['opale-1', 'opale-2', 'opale-3'], 5.3, 6.9],
  ['encre', ['action'], 11.2, 11.2],
  ['bord-action', ['fond'], 10.5, 14.4],
  ['lien', ['fond', 'vitre', 'vitre-2'], 7, 6.8],
  ['alerte', ['fond', 'vitre'], 7, 7.3],
  ['opale', ['fond', 'vitre'], 8.2, 8.4],
  ['cadre', ['fond', 'vitre-2'], 3.6, 10.1],
  ['ligne', ['fond'], 3.9, 3.9],
  ['moi', ['quai'], 6.4, 3.8],
  ['focus', ['fond', 'vitre-2'], 10.9, 12.8],
];

describe.each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  const tokens = themes[theme];

  it.each(PAIRS)('%s can be read on %j', (over, unders, dark, light) => {
    for (const under of unders) {
      const ratio = contrast(tokens[over] as string, tokens[under] as string);
      expect(ratio, `${over} on ${under}`).toBeGreaterThanOrEqual(theme === 'dark' ? dark : light);
    }
  });

  it('names every token that the other theme names', () => {
    expect(Object.keys(tokens).sort()).toEqual(Object.keys(themes.dark).sort());
  });
});

describe('the facets', () => {
  const all = (side: string) =>
    Array.from({ length: 10 }, (_, index) => facets[`facet-${index + 1}-${side}`] as string);

  it('carry ink on every day for a mark, and for text from day 4', () => {
    const ink = themes.dark['encre'] as string;
    const ratios = [...all('deep'), ...all('pale')].map((facet) => contrast(ink, facet));
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
    const late = [...all('deep').slice(3), ...all('pale').slice(3)].map((facet) => contrast(ink, facet));
    expect(Math.min(...late)).toBeGreaterThanOrEqual(7.2);
  });

  it('have a pale side lighter than their deep side', () => {
    const [deep, pale] = [all('deep'), all('pale')];
    deep.forEach((colour, day) => expect(luminance(pale[day] as string)).toBeGreaterThan(luminance(colour)));
  });
});

it('shows the light ground before the script chooses a theme', () => {
  const early = tokensOf(':root:not([data-theme])');
  for (const [name, value] of Object.entries(early)) expect(themes.light[name]).toBe(value);
  expect(Object.keys(early)).toContain('fond');
});
