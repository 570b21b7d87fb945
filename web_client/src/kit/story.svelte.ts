/**
 * The story in the language of the page. The server speaks French; the pack's file of that language says what stands for
 * each text. A text that it lacks is shown in French, whole, and marked as French for voices and screen readers.
 */
import { langNow } from './language.svelte';
import { keptFile, keptJson } from './kept_files';
import { useRecordings } from './speech';
import { afterSpeak, languageNow } from './speaking';
import { markForeign } from './story_foreign';
import { markOf } from './story_mark';

interface Index {
  languages: readonly { code: string; file: string }[];
  recordings: string | null;
}
interface Edition {
  pack: string;
  edition: number;
}
type Texts = Readonly<Record<string, string>>;

/** Ids and words of the rules: never a text, whatever they look like. */
const NO_TEXT = new Set(['id', 'seat', 'mission', 'offer', 'kind', 'status', 'state', 'time_zone', 'family']);
const SLUG = /^[\p{Ll}\d_-]*$/u;

let texts = $state.raw<Texts | null>(null);
let index: Index | null = null;
let base = '';
let recorded: Texts = {};
/** What each slice became, until the language changes: what did not change stays the same object. */
let done = new WeakMap<object, unknown>();
const lacking = new Set<string>();

/**
 * Tells which edition a seat plays, or null without network: the same as last time. Its texts in the language of the page are
 * fetched, and kept for the days without network.
 */
export async function openStory(seat: string, played: Edition | null): Promise<void> {
  const edition = played ?? keptEdition(seat);
  if (edition === null) return;
  keepEdition(seat, edition);
  base = `/api/packs/${edition.pack}/${edition.edition}`;
  index = await keptJson<Index>(`${base}/texts`, 'fresh');
  if (index?.recordings) recorded = (await keptJson<Texts>(index.recordings)) ?? {};
  useRecordings(recordingOf, Object.keys(recorded).length > 0);
  afterSpeak(follow);
  await followStory();
}

async function followStory(): Promise<void> {
  const code = languageNow();
  const file = index?.languages.find((one) => one.code === code)?.file;
  const found = file === undefined ? null : await keptJson<Texts>(file);
  done = new WeakMap();
  lacking.clear();
  texts = found ?? (langNow() === 'fr' ? null : {});
  markForeign(texts === null || langNow() === 'fr' ? null : lacking);
}

/** The same slices with their texts in the language of the page. Reading it follows the story. */
export function inStory<T>(slices: T): T {
  return texts === null ? slices : (told(slices, texts) as T);
}

/** Where a text of the story is heard, said by somebody; null when nobody recorded it, or without network. */
async function recordingOf(text: string): Promise<string | null> {
  const name = recorded[markOf(text)];
  if (name === undefined) return null;
  const sound = await keptFile(`${base}/audio/${name}`);
  return sound === null ? null : URL.createObjectURL(await sound.blob());
}

const follow = () => void followStory();

function told(value: unknown, known: Texts): unknown {
  if (typeof value === 'string') return text(value, known);
  if (typeof value !== 'object' || value === null) return value;
  const before = done.get(value);
  if (before !== undefined) return before;
  const after = Array.isArray(value)
    ? value.map((one) => told(one, known))
    : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, isId(key, one) ? one : told(one, known)]));
  done.set(value, after);
  return after;
}

const isId = (key: string, value: unknown) => typeof value === 'string' && NO_TEXT.has(key);

function text(french: string, known: Texts): string {
  if (french === '' || SLUG.test(french)) return french;
  const said = known[markOf(french)];
  if (said === undefined) lacking.add(french);
  return said ?? french;
}

const place = (seat: string) => `eclats-edition-${seat}`;

function keptEdition(seat: string): Edition | null {
  try {
    return JSON.parse(localStorage.getItem(place(seat)) ?? 'null') as Edition | null;
  } catch {
    return null;
  }
}

function keepEdition(seat: string, { pack, edition }: Edition): void {
  try {
    localStorage.setItem(place(seat), JSON.stringify({ pack, edition }));
  } catch {
    return;
  }
}
