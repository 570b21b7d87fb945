// Spec: V5
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const client = fileURLToPath(new URL('../../..', import.meta.url));
const missions = join(client, '..', 'missions');

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
    .map((file) => join(folder, file));
}

const components = [...filesIn(join(client, 'src'), '.svelte'), ...filesIn(missions, '.svelte')];
const pages = filesIn(client, '.html');

it('there are components and pages to look at', () => {
  expect(components.length).toBeGreaterThan(20);
  expect(pages.length).toBeGreaterThanOrEqual(4);
});

it.each(components)('%s has no style attribute and no raw HTML, which the content policy refuses', (file) => {
  const text = readFileSync(file, 'utf8').replace(/<style[\s\S]*<\/style>/, '');
  expect(text).not.toMatch(/\sstyle=/);
  expect(text).not.toMatch(/@html|innerHTML|insertAdjacentHTML/);
});

it.each(pages)('%s has no inline script or style, and loads nothing from elsewhere', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(text).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(text).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});
