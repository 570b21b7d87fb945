import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newsWords } from '../place/news_words';

const player = fileURLToPath(new URL('..', import.meta.url));
const missions = fileURLToPath(new URL('../../../../missions', import.meta.url));
const wordsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('words.fr.ts'))
    .map((file) => join(folder, file));
const files = [...wordsIn(player), ...wordsIn(missions)];

/** What is written between quotes or backticks, values left out. */
function texts(file: string): string[] {
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const found = code.match(/'(?:[^'\\]|\\.)*'|`[^`]*`/g) ?? [];
  return found.map((text) => text.slice(1, -1).replace(/\$\{[^}]*\}/g, 'x'));
}

it('there are words to look at', () => expect(files.length).toBeGreaterThanOrEqual(4));

it.each(files)('%s keeps French spaces, has no mid-dot and no straight apostrophe', (file) => {
  for (const text of texts(file)) {
    expect(text).not.toMatch(/ [?!:;»]/);
    expect(text).not.toMatch(/« /);
    expect(text).not.toMatch(/\p{L}·\p{L}/u);
    expect(text).not.toMatch(/\p{L}'\p{L}/u);
  }
});

const NAMES = new Map([
  ['a', 'Yanis'],
  ['b', 'Lou'],
  ['me', 'Inaya'],
]);
const say = (...news: [string, string?][]) =>
  newsWords(
    news.map(([what, seat]) => ({ what, seat })),
    NAMES,
    'me',
  );

it('people who come are said together, and nobody is told of their own coming', () => {
  expect(say(['SeatAdmitted', 'a'], ['SeatAdmitted', 'b'], ['SeatAdmitted', 'me'])).toEqual(['Yanis et Lou arrivent.']);
  expect(say(['CameBack', 'b'])).toEqual(['Lou revient.']);
});

it('who leaves or passes is not announced, and never more than two sentences are said', () => {
  expect(say(['SteppedAside', 'a'], ['SeatLeft', 'b'])).toEqual([]);
  expect(say(['GroupResumed'], ['HintGiven'], ['CameBack', 'a'])).toEqual(['On reprend.', 'Un nouvel indice est là.']);
});
