/** Speaking another language than French: finding its file, fetching what is needed of it, changing from one to another. */
import type { Tree, VoiceHolder } from './language.svelte';
import { inside, refusalIn } from './refusal_words';
import { sentence } from './sentence';
import './right_to_left.css';

/** What a language says of itself. */
export interface About {
  /** Its own name: « English », « العربية ». */
  name: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** `start`: what the way in says. `game`: all the rest. */
export type Part = 'start' | 'game';
type Files<T> = Readonly<Record<string, () => Promise<T>>>;

const KEY = 'eclats-language';
const FRENCH: About = { name: 'Français', lang: 'fr', dir: 'ltr' };
const ABOUT = import.meta.glob<About>('../../languages/*.json', {
  eager: true,
  query: '?part=about',
  import: 'default',
});
const PARTS: Readonly<Record<Part, Files<Tree>>> = {
  start: import.meta.glob<Tree>('../../languages/*.json', { query: '?part=start', import: 'default' }),
  game: import.meta.glob<Tree>('../../languages/*.json', { query: '?part=game', import: 'default' }),
};

/** Every language there is, by code: French, easy French, then the others. */
export const LANGUAGES: ReadonlyMap<string, About> = new Map([
  ['fr', FRENCH],
  ...Object.entries(ABOUT)
    .map(([path, about]): [string, About] => [codeOf(path), about])
    .sort(([one], [other]) => rank(one) - rank(other)),
]);

const sources = new Set<(code: string) => Promise<Tree>>([(code) => part('start', code)]);
const followers = new Set<() => void>();
let page: VoiceHolder = { voice: null };

/** Tells where the language of the page stands. */
export function begin(holder: VoiceHolder): void {
  page = holder;
}

export const languageNow = (): string => page.voice?.code ?? 'fr';

export const aboutNow = (): About => LANGUAGES.get(languageNow()) ?? FRENCH;

/** Changes the language of the page. Without network, or for a language that is not there, it stays as it is: false. */
export async function speak(code: string): Promise<boolean> {
  const about = LANGUAGES.get(code);
  if (about === undefined) return false;
  try {
    take(code, about, code === 'fr' ? [] : await Promise.all([...sources].map((source) => source(code))));
  } catch {
    return false;
  }
  for (const follow of followers) follow();
  return true;
}

/** The same, and it stays so on this phone. */
export async function choose(code: string): Promise<boolean> {
  const spoken = await speak(code);
  if (spoken) keep(code);
  return spoken;
}

/** Brings another part of the language of the page; without network the French is shown. */
export function bring(wanted: Part): Promise<void> {
  return bringMore((code) => part(wanted, code));
}

/** Texts that are asked for now, and again at each change of language. */
export async function bringMore(source: (code: string) => Promise<Tree>): Promise<void> {
  sources.add(source);
  const voice = page.voice;
  if (voice === null) return;
  const more = await source(voice.code).catch(() => ({}));
  // Another language may have been chosen meanwhile: it has asked for everything by itself.
  if (page.voice?.code === voice.code) take(voice.code, aboutNow(), [page.voice?.said ?? {}, more]);
}

/** Calls back after each change of language. */
export function afterSpeak(follow: () => void): void {
  followers.add(follow);
}

function take(code: string, { lang, dir }: About, trees: readonly Tree[]): void {
  const said = joined(trees);
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
  if (code === 'fr') return void (page.voice = null);
  page.voice = {
    code,
    lang,
    said,
    sentence: (told, values) => sentence(told as Parameters<typeof sentence>[0], values, lang),
    refusal: (why, french, details) => refusalIn(said, why, french, details),
  };
}

async function part(wanted: Part, code: string): Promise<Tree> {
  const found = Object.entries(PARTS[wanted]).find(([path]) => codeOf(path) === code);
  return found === undefined ? {} : await found[1]();
}

/** One tree of several; what comes last is heard where two speak. */
export function joined(trees: readonly Tree[]): Tree {
  const whole: Record<string, string | Tree> = {};
  for (const [key, value] of trees.flatMap((tree) => Object.entries(tree))) {
    const before = inside(whole, key);
    whole[key] = typeof before === 'object' && typeof value === 'object' ? joined([before, value]) : value;
  }
  return whole;
}

function codeOf(path: string): string {
  return /([^/]+)\.json/.exec(path)?.[1] ?? '';
}

function rank(code: string): number {
  return code.startsWith('fr') ? 0 : 1;
}

// A browser may refuse storage altogether: the choice then lasts as long as the page.
function keep(code: string): void {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    return;
  }
}
