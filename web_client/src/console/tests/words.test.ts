import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const OF_CONSOLE = Object.keys(import.meta.glob(['../words.fr.ts', '../*/words.fr.ts']));
const FILES = [...OF_CONSOLE, '../../side_by_side/words.fr.ts'];
/** The literals that hold words, without the code inside templates, whose signs are not French. */
function sentences(file: string): string[] {
  let text = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
  while (/\$\{[^{}]*\}/.test(text)) text = text.replace(/\$\{[^{}]*\}/g, 'x');
  return [...text.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template ?? '');
}

it('there are sentences to look at', () => {
  expect(OF_CONSOLE.length).toBeGreaterThan(7);
  for (const file of FILES) expect(sentences(file).length).toBeGreaterThan(8);
});

it.each(FILES)('%s keeps its signs together with the words before them', (file) => {
  for (const sentence of sentences(file)) expect(sentence).not.toMatch(/ [?!:;»]|« /);
});

it.each(FILES)('%s writes no word in two genders at once', (file) => {
  for (const sentence of sentences(file)) expect(sentence).not.toMatch(/\p{L}[·.]e(?:\b|s\b)|\(e\)/u);
});

it.each(FILES)('%s says « vous » and never « tu »', (file) => {
  for (const sentence of sentences(file)) expect(sentence).not.toMatch(/(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu);
});
