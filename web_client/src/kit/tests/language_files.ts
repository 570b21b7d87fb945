/** The sentences of the pages in French, and what a language file says of them: laid flat, to be compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frenchWords, type Tree } from '../language.svelte';
import { joined } from '../speaking';

const client = fileURLToPath(new URL('../../..', import.meta.url));
const house = join(client, '..');
const missions = join(house, 'missions');

/** Every file that gives words to `inLanguage`. */
const SPEAKING = import.meta.glob(
  ['../*words*.ts', '../help_lines.ts', '../../player/**/*words.fr.ts', '@missions/*/web/{words.fr,texts}.ts'],
  { eager: true },
);

export type Leaf = string | ((...values: unknown[]) => string);
export type Flat = ReadonlyMap<string, Leaf>;

/** Refusals that reach a young person's phone are written in these files of the server. */
const REFUSING = [
  'application/admission.py',
  'application/ways_in.py',
  'application/pace.py',
  'application/people.py',
  'application/private.py',
  'application/photos.py',
  'application/appointments/booking.py',
  'application/appointments/offers.py',
  'entrypoints/cookies.py',
  'entrypoints/players.py',
  'entrypoints/joining.py',
  'entrypoints/appointments.py',
  'entrypoints/photos.py',
];
/** « Tu » is for players; what is said to staff stays in French. */
const TO_A_PLAYER =
  /(?<!\p{L})(tu|ton|ta|tes|te|toi)(?!\p{L})|t’|(?:^|[.:;] )(Reviens|Regarde|Garde|Attends|Recharge|Réessaie|Choisis|Essaie)(?!\p{L})/iu;

export const codes = (): string[] => readdirSync(join(client, 'languages')).map((file) => file.replace(/\.json$/, ''));

export function french(): Flat {
  if (Object.keys(SPEAKING).length < 20) throw new Error('the words of the pages were not found');
  const found = [...frenchWords()].flatMap(([place, words]) => leaves(words, place));
  const all = Object.entries(json(join(house, 'game_server/application/sentences/fr.json')));
  const own = Object.fromEntries(all.filter(([, sentence]) => TO_A_PLAYER.test(String(sentence))));
  const rewards = readdirSync(join(house, 'rewards')).flatMap((rule) => {
    const file = join(house, 'rewards', rule, 'texts/fr.json');
    return rule.includes('.') || rule.startsWith('_')
      ? []
      : leaves((json(file)['refusals'] as Tree | undefined) ?? {}, `rewards/${rule}/refusals`);
  });
  return new Map([...found, ...leaves(own, 'refusals'), ...rewards]);
}

/** What a language says, its kinds' own files included. */
export function spoken(code: string): Flat {
  const kinds = readdirSync(missions)
    .map((kind): [string, Tree] => [kind, json(join(missions, kind, 'texts', `${code}.json`))])
    .filter(([, texts]) => Object.keys(texts).length > 0);
  const whole = joined([json(join(client, 'languages', `${code}.json`)), { missions: Object.fromEntries(kinds) }]);
  const { name: _name, lang: _lang, dir: _dir, ...said } = whole;
  return new Map(leaves(said, '', plural));
}

/** Every code that the server refuses with, somewhere. */
export function everyCode(): string[] {
  const files = readdirSync(join(house, 'game_server'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.py'),
  );
  const text = files.map((file) => readFileSync(join(house, 'game_server', file), 'utf8')).join('\n');
  const own = Object.keys(json(join(house, 'game_server/application/sentences/fr.json')));
  return [...own, ...[...text.matchAll(/"([a-z]+(?:_[a-z]+)+)"/g)].map(([, code]) => code as string)];
}

/** The codes that the server's own routes for young people refuse with. */
export function routeCodes(): string[] {
  const text = REFUSING.map((file) => readFileSync(join(house, 'game_server', file), 'utf8')).join('\n');
  return [...new Set([...text.matchAll(/RefusedRequest\(\s*"([a-z_]+)"/g)].map(([, code]) => code as string))];
}

/** « {0} », « {name} », « $seconds »: what is put in place, sorted. */
export function placeholders(leaf: Leaf): string[] {
  const text = typeof leaf === 'string' ? leaf : leaf('{0}', '{1}', '{2}');
  return [...new Set(text.match(/\{\w+\}|\$\w+/g) ?? [])].sort();
}

function leaves(tree: object, place: string, stop: (value: object) => boolean = () => false): [string, Leaf][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, Leaf][] => {
    const here = place === '' ? key : `${place}/${key}`;
    if (typeof value !== 'object' || value === null) return [[here, value as Leaf]];
    return stop(value) ? [[here, (value as { other: string }).other]] : leaves(value, here, stop);
  });
}

/** A sentence for each number. */
const plural = (value: object): boolean => 'other' in value && Object.keys(value).every((key) => NUMBERS.has(key));
const NUMBERS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

function json(file: string): Tree {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tree;
  } catch {
    return {};
  }
}
