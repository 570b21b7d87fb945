import { statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, it, vi } from 'vitest';

const client = fileURLToPath(new URL('../../..', import.meta.url));
const fonts = join(client, 'src/kit/fonts');
/** Bytes on the wire, with gzip; the fonts are compressed already. */
const JOIN_SCREEN = 45 * 1024;

/** The page as the set-up builds it, beside the others; Vitest would have the tools of development left in. */
async function builtPage(): Promise<Rolldown.RolldownOutput['output']> {
  vi.stubEnv('NODE_ENV', 'production');
  const built = (await build({
    root: client,
    configFile: join(client, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  vi.unstubAllEnvs();
  return (Array.isArray(built) ? built[0]! : built).output;
}

/** The page, its styles, and every script that runs before its first screen: what is imported later is left out. */
function neededFirst(output: Rolldown.RolldownOutput['output']): Map<string, string | Uint8Array> {
  const needed = new Map<string, string | Uint8Array>();
  const take = (name: string) => {
    const file = output.find(({ fileName }) => fileName === name);
    if (file === undefined || needed.has(name)) return;
    needed.set(name, file.type === 'chunk' ? file.code : file.source);
    if (file.type === 'chunk') file.imports.forEach(take);
  };
  const page = output.find(({ fileName }) => fileName === 'player.html');
  const html = page?.type === 'asset' ? String(page.source) : '';
  needed.set('player.html', html);
  for (const [, path] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) take(path as string);
  return needed;
}

it(
  'the join screen weighs at most 45 KB, its two fonts included, and brings nothing of the game',
  { timeout: 60_000 },
  async () => {
    const needed = neededFirst(await builtPage());
    const files = [...needed.values()].reduce((sum, content) => sum + gzipSync(content).length, 0);
    const letters = readdirSync(fonts).filter((file) => file.endsWith('.woff2'));
    const weight = files + letters.reduce((sum, file) => sum + statSync(join(fonts, file)).size, 0);
    expect(letters).toHaveLength(2);
    expect(weight).toBeLessThanOrEqual(JOIN_SCREEN);
    const code = [...needed.values()].join('');
    expect(code).not.toContain('WebSocket');
    expect(code).toContain('Ton prénom');
    // Another language comes when it is chosen, and only that one.
    expect(code).not.toContain('Your first name');
    expect(code).not.toContain('speechSynthesis');
  },
);
