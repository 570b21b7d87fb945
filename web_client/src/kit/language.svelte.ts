/**
 * The language of the pages, as the first screen needs it: French stands in the code (`words.fr.ts`, a kind's `texts/fr.json`).
 * Another language is one file, `languages/<code>.json`, and `speaking.ts`, which both come when somebody chose it.
 */

/** What stands at a place of a language file: a sentence, one for each number, or more places. */
export interface Tree {
  readonly [key: string]: string | Tree;
}

/** A language that is spoken; French is none. */
export interface Voice {
  readonly code: string;
  /** Its tag for browsers and voices (BCP 47): easy French is `fr`. */
  readonly lang: string;
  readonly said: Tree;
  /** A sentence with its values in place. */
  sentence(said: string | Tree, values: readonly unknown[]): string;
  /** Why not: the server says a code and its French sentence. */
  refusal(code: string, french: string, details: Readonly<Record<string, unknown>>): string;
}

/** Where the language of the page stands, for whoever changes it. */
export interface VoiceHolder {
  voice: Voice | null;
}

const KEY = 'eclats-language';

let voice = $state.raw<Voice | null>(null);
const places = new Map<string, object>();

/** The words of one place in French, seen in the language of the page. They change with it, at once. */
export function inLanguage<T extends object>(place: string, french: T): T {
  places.set(place, french);
  return seen(french, () => place.split('/').reduce<string | Tree | undefined>(inside, voice?.said));
}

/** Every French text of the pages loaded so far, by place: what a language file has to say. */
export const frenchWords = (): ReadonlyMap<string, object> => places;

/** The language of the page; null in French. Reading it follows it. */
export const voiceNow = (): Voice | null => voice;

/** The tag of the language of the page. */
export const langNow = (): string => voice?.lang ?? 'fr';

export function refusalWords(code: string, french: string, details: Readonly<Record<string, unknown>> = {}): string {
  return voice?.refusal(code, french, details) ?? french;
}

/** What it takes to change the language: it comes when it is asked for. Rejects without network. */
export async function speaking(): Promise<typeof import('./speaking')> {
  const module = await import('./speaking');
  // Handed over, not imported: the first screen then needs no file that it would share with what comes later.
  module.begin({
    get voice() {
      return voice;
    },
    set voice(to) {
      voice = to;
    },
  });
  return module;
}

/** Takes up the language that was chosen on this phone, before the first screen. */
export async function beginLanguage(): Promise<void> {
  try {
    const code = localStorage.getItem(KEY);
    if (code) await (await speaking()).speak(code);
  } catch {
    return;
  }
}

function inside(tree: string | Tree | undefined, key: string): string | Tree | undefined {
  return typeof tree === 'object' ? tree[key] : undefined;
}

function seen<T extends object>(french: T, theirs: () => string | Tree | undefined): T {
  return new Proxy(french, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || (Array.isArray(target) && !/^\d+$/.test(key))) return own;
      const other = () => inside(theirs(), key);
      if (typeof own === 'object' && own !== null) return seen(own, other);
      const told = other();
      if (told === undefined) return own;
      return typeof own === 'function' ? (...values: unknown[]) => voice?.sentence(told, values) : told;
    },
  });
}
