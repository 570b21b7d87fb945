import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { languageParts } from './language_parts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Browsers of the last five years. */
const BROWSERS = ['chrome96', 'firefox94', 'safari15'];
/**
 * What they run as it is: one step older, and each private field of a class becomes a map, a kilobyte more before the first
 * screen. The faults this would step around (a frozen static field, the scope of an initializer) stand in no code of ours.
 */
const SCRIPTS = ['chrome98', 'firefox94', 'safari16'];

const KIND_TEXTS = /missions\/\w+\/texts\/((?!fr\.json|families)[\w-]+)\.json$/;

export default defineConfig(({ mode }) => ({
  plugins: [languageParts, svelte()],
  resolve: {
    alias: { '@kit': here('src/kit'), '@missions': here('../missions') },
    // A mission's screen lives outside this folder, where no node_modules stands above it.
    dedupe: ['svelte', '@testing-library/svelte'],
    // Vitest would take Svelte's server half, which cannot mount a component.
    ...(mode === 'test' ? { conditions: ['browser'] } : {}),
  },
  server: { fs: { allow: [here('..')] } },
  build: {
    outDir: here('../game_server/pages'),
    emptyOutDir: true,
    target: SCRIPTS,
    cssTarget: BROWSERS,
    // The polyfill is a script in the page; every browser above either preloads or ignores the hint.
    modulePreload: { polyfill: false },
    // A data: font or script would need a wider content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Svelte's runtime does nothing when it is loaded: without this hint each page carries all that any page uses of it.
      treeshake: { moduleSideEffects: [{ test: /\/svelte\/src\/internal\/client\//, sideEffects: false }] },
      output: {
        // What the kinds say in one language: small files, asked for together.
        codeSplitting: { groups: [{ test: KIND_TEXTS, name: (id) => `kinds-${KIND_TEXTS.exec(id)?.[1] ?? ''}` }] },
      },
      input: ['player', 'console', 'counsellor', 'side_by_side'].map((page) => here(`${page}.html`)),
    },
  },
  test: {
    dir: here('..'),
    include: ['web_client/src/**/*.test.ts', 'missions/*/web/**/*.test.ts'],
  },
}));
