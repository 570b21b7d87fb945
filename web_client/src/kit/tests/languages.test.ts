// Spec: V11
import { expect, it } from 'vitest';
import { codes, everyCode, french, placeholders, routeCodes, spoken, type Flat, type Leaf } from './language_files';

const FRENCH = french();
/** Sentences of the story that a kind itself brings, by their French. */
const STORY = /^(story|missions\/\w+\/story)\//;

/** French writes the number out, from a choice of its own. */
const CHOOSES = new Set(['player/meeting_words/followTitle']);

const missing = (said: Flat) => [...FRENCH.keys()].filter((key) => !said.has(key));

it('French says something everywhere', () => expect(FRENCH.size).toBeGreaterThan(500));

it.each(['en', 'fr-facile'])('%s lacks no sentence', (code) => {
  expect(missing(spoken(code))).toEqual([]);
});

it.each(codes())('%s says nothing that French does not say', (code) => {
  const routes = everyCode().flatMap((one) => [`refusals/${one}`, `entry/refusals/${one}`]);
  const known = new Set([...FRENCH.keys(), ...routes]);
  expect([...spoken(code).keys()].filter((key) => !known.has(key) && !STORY.test(key))).toEqual([]);
});

it.each(codes())('%s puts the same values in place', (code) => {
  const said = spoken(code);
  const others = [...said].filter(([key]) => FRENCH.has(key));
  const same = (key: string, leaf: Leaf) => placeholders(leaf).join() === placeholders(FRENCH.get(key) ?? '').join();
  const wrong = others.filter(([key, leaf]) => !same(key, leaf) && !CHOOSES.has(key));
  expect(wrong.map(([key]) => key)).toEqual([]);
});

it.each(['en', 'fr-facile'])('%s knows every refusal of the routes that young people use', (code) => {
  const said = spoken(code);
  const unsaid = routeCodes().filter((one) => !said.has(`refusals/${one}`) && !said.has(`entry/refusals/${one}`));
  expect(unsaid).toEqual([]);
});
