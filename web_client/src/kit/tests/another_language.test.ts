// Spec: V11
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

type Speaking = typeof import('../speaking');
type Core = typeof import('../language.svelte');
type Entry = typeof import('../../player/entry/words.fr');

const client = fileURLToPath(new URL('../../..', import.meta.url));
const house = mkdtempSync(join(tmpdir(), 'eclats-language-'));
const copy = join(house, 'web_client');

/** Right to left, six numbers, and most sentences still to be written. */
const MADE_UP = {
  name: 'ةرواحم',
  lang: 'ar',
  dir: 'rtl',
  kit: {
    roof: { lit: { zero: '{0}-zero', one: 'one', two: 'two', few: '{0}-few', many: '{0}-many', other: '{0}-other' } },
  },
  entry: { enter: 'لخدا', refusals: { door_closed: 'قلغم' } },
  missions: { riddle: { refusals: { pause: '$seconds ةيناث' } } },
};

let server: ViteDevServer;

beforeAll(async () => {
  for (const part of [
    'src/kit',
    'src/player',
    'languages',
    'vite.config.ts',
    'language_parts.ts',
    'svelte.config.js',
    'package.json',
  ]) {
    cpSync(join(client, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(client, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'languages/xx.json'), JSON.stringify(MADE_UP));
  const config = { root: copy, configFile: join(copy, 'vite.config.ts'), logLevel: 'silent' as const };
  server = await createServer({ ...config, server: { middlewareMode: true, hmr: false, ws: false } });
  const page = { documentElement: { lang: 'fr', dir: 'ltr' } };
  Object.assign(globalThis, { document: page, localStorage: { getItem: () => null, setItem: () => undefined } });
}, 30_000);

afterAll(async () => {
  await server.close();
  rmSync(house, { recursive: true });
});

it('one file more is one language more, right to left, and what it lacks is said whole in French', async () => {
  const core = (await server.ssrLoadModule('/src/kit/language.svelte.ts')) as Core;
  const { words } = (await server.ssrLoadModule('/src/player/entry/words.fr.ts')) as Entry;
  const roof = (await server.ssrLoadModule('/src/kit/verriere_words.ts')) as typeof import('../verriere_words');
  const speaking = (await core.speaking()) as Speaking;

  expect(speaking.LANGUAGES.get('xx')).toEqual({ name: 'ةرواحم', lang: 'ar', dir: 'rtl' });
  expect(words.enter).toBe('Entrer');
  await speaking.bring('game');
  expect(await speaking.choose('xx')).toBe(true);

  expect(document.documentElement).toEqual({ lang: 'ar', dir: 'rtl' });
  expect(words.enter).toBe('لخدا');
  expect(words.groupOf('Halage')).toBe('Groupe Halage');
  expect(core.refusalWords('door_closed', 'Fermée.')).toBe('قلغم');
  expect(core.refusalWords('group_full', 'Complet.')).toBe('Complet.');
  expect(core.refusalWords('riddle.pause', 'Encore 9 secondes.', { seconds: 9 })).toBe('9 ةيناث');
  expect(core.refusalWords('riddle.pause', 'Encore un instant.')).toBe('Encore un instant.');

  const lit = (count: number) => roof.litWords({ seed: 1, days: [{ panes: panes(count) }] });
  expect([1, 2, 5, 11].map(lit)).toEqual([
    'one',
    'two',
    expect.stringMatching(/-few$/),
    expect.stringMatching(/-many$/),
  ]);

  await speaking.choose('fr');
  expect(words.enter).toBe('Entrer');
  expect(document.documentElement).toEqual({ lang: 'fr', dir: 'ltr' });
});

function panes(count: number) {
  return Array.from({ length: count }, (_, index) => ({ mission: String(index), state: 'won' as const }));
}
