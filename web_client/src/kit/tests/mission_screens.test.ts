// Spec: V6
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { languageParts } from '../../../language_parts';
import { kindsWithScreen, missionScreen } from '../mission_screens';

const kit = fileURLToPath(new URL('..', import.meta.url));
let missions: string;

beforeEach(async () => {
  missions = await mkdtemp(join(tmpdir(), 'missions-'));
});
afterEach(() => rm(missions, { recursive: true }));

/** Builds the table of screens as the pages do, over a folder of missions that stands outside the project. */
async function buildOver(folder: string): Promise<Rolldown.OutputChunk[]> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [languageParts, svelte({ configFile: false })],
    resolve: { alias: { '@kit': kit, '@missions': folder }, dedupe: ['svelte'] },
    build: { write: false, lib: { entry: join(kit, 'mission_screens.ts'), formats: ['es'] } },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output.filter((output) => output.type === 'chunk');
}

it('a folder dropped among the missions gets its screen, in a file of its own that loads when its step opens', async () => {
  await mkdir(join(missions, 'lantern', 'web'), { recursive: true });
  await writeFile(
    join(missions, 'lantern', 'web', 'Player.svelte'),
    `<script lang="ts">
      import Button from '@kit/Button.svelte';
      import type { MissionProps } from '@kit/mission_screens';
      const { slice, act }: MissionProps = $props();
    </script>
    <h1>{slice.title}</h1><Button label="Allumer la lanterne" onclick={() => void act({ type: 'light' })} />`,
  );
  const chunks = await buildOver(missions);
  const entry = chunks.find((chunk) => chunk.isEntry)!;
  const screen = chunks.find((chunk) => chunk.code.includes('Allumer la lanterne'))!;
  expect(chunks.some(({ code }) => code.includes('lantern/web/Player.svelte'))).toBe(true);
  expect(screen.isEntry).toBe(false);
  expect(entry.dynamicImports).toContain(screen.fileName);
});

it('without any mission the table is empty, and the pages still build', async () => {
  const chunks = await buildOver(missions);
  const screens = chunks.filter(({ facadeModuleId }) => facadeModuleId?.startsWith(missions));
  expect(screens).toEqual([]);
});

it('every kind in this project that has a screen can load it', async () => {
  for (const kind of kindsWithScreen('Player')) expect(await missionScreen('Player', kind)).toBeTypeOf('function');
});

it('a kind without a screen is told as such', async () => {
  expect(await missionScreen('Player', 'no_such_kind')).toBeNull();
});
