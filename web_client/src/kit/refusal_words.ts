/** Why not, in another language: the server says a code and its French sentence. */
import type { Tree } from './language.svelte';

/** The sentence of that code, its `$values` filled in; the French one, whole, when the language has none. */
export function refusalIn(
  said: Tree,
  code: string,
  french: string,
  details: Readonly<Record<string, unknown>>,
): string {
  const told = placesOf(code)
    .map((place) => place.reduce<string | Tree | undefined>(inside, said))
    .find((found) => typeof found === 'string');
  if (told === undefined) return french;
  const names = [...told.matchAll(/\$(\w+)/g)].map(([, name]) => name as string);
  if (names.some((name) => details[name] === undefined)) return french;
  return told.replace(/\$(\w+)/g, (_, name: string) => String(details[name]));
}

/** What stands at that key. */
export function inside(tree: string | Tree | undefined, key: string): string | Tree | undefined {
  return typeof tree === 'object' ? tree[key] : undefined;
}

/** `pause` of the kind `riddle` is « riddle.pause »; those of the server have no dot. */
function placesOf(code: string): string[][] {
  const [folder = '', own] = code.split('.');
  if (own === undefined)
    return [
      ['refusals', folder],
      ['entry', 'refusals', folder],
    ];
  return ['missions', 'rewards'].map((family) => [family, folder, 'refusals', own]);
}
