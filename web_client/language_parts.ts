/** One file for whoever brings a language, three for phones: its name, what the way in says, what the game says. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What the way in says of a language file; the game says all the rest. */
const START = ['kit', 'entry'];
const ABOUT = ['name', 'lang', 'dir'];

/** `languages/<code>.json?part=about`, `start` or `game`. */
export const languageParts: Plugin = {
  name: 'language-parts',
  enforce: 'pre',
  load(id) {
    const [, file, part] = /^(.*\/languages\/[\w-]+\.json)\?part=(\w+)$/.exec(id) ?? [];
    if (file === undefined) return null;
    this.addWatchFile(file);
    const all = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
    const belongs = (key: string) => (ABOUT.includes(key) ? 'about' : START.includes(key) ? 'start' : 'game') === part;
    const content = JSON.stringify(Object.fromEntries(all.filter(([key]) => belongs(key))));
    return { code: `export default ${content}`, moduleType: 'js' };
  },
};
