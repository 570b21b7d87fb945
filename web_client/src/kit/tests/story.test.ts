// Spec: V12
// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { speaking } from '../language.svelte';
import { inStory, openStory } from '../story.svelte';
import { markOf } from '../story_mark';

const ENGLISH = { [markOf('Il manque une clé.')]: 'A key is missing.', [markOf('clé')]: 'key' };
const SLICES = {
  mission: {
    id: 'la-cle',
    title: 'La clé',
    brief: 'Il manque une clé.',
    options: [{ id: 'clé', text: 'Il manque une clé.' }],
  },
  seats: { seats: [{ id: 'a', name: 'Zoé' }] },
};
let network = true;

function answer(address: string): Response {
  if (!network) throw new TypeError('offline');
  if (address.endsWith('/texts')) {
    return Response.json({
      languages: [{ code: 'en', file: '/api/packs/pont/1/texts/en.json?abc' }],
      recordings: null,
    });
  }
  return Response.json(ENGLISH);
}

beforeEach(() => {
  network = true;
  vi.stubGlobal('fetch', async (address: string) => answer(address));
});
afterEach(async () => {
  await (await speaking()).speak('fr');
  vi.unstubAllGlobals();
  localStorage.clear();
  document.body.replaceChildren();
});

it('a phone reckons the marks as the server does', () => {
  // The same pairs stand in tests/http/test_stories.py.
  expect(markOf('')).toBe('9e3779b985ebca6b');
  expect(markOf('Jouez.')).toBe('360a3ba070ba5927');
  expect(markOf('« Ça va ? » 🙂')).toBe('7a5384f6ebdf3699');
});

it('whole texts are swapped, ids stay, and what did not change stays the same object', async () => {
  await (await speaking()).speak('en');
  await openStory('seat', { pack: 'pont', edition: 1 });
  const shown = inStory(SLICES);

  expect(shown.mission).toEqual({
    id: 'la-cle',
    title: 'La clé',
    brief: 'A key is missing.',
    options: [{ id: 'clé', text: 'A key is missing.' }],
  });
  expect(inStory({ ...SLICES, door: null }).mission).toBe(shown.mission);
});

it('in French nothing is touched', async () => {
  await openStory('seat', { pack: 'pont', edition: 1 });
  expect(inStory(SLICES)).toBe(SLICES);
});

it('a text that stays in French says so, for voices and screen readers, and no longer once the page is French', async () => {
  await (await speaking()).speak('en');
  await openStory('seat', { pack: 'pont', edition: 1 });
  const title = document.createElement('h1');
  title.textContent = inStory(SLICES).mission.title;
  const brief = document.createElement('p');
  brief.textContent = inStory(SLICES).mission.brief;
  document.body.append(title, brief);

  await vi.waitFor(() => expect(title.lang).toBe('fr'));
  expect(brief.lang).toBe('');
  await (await speaking()).speak('fr');
  await vi.waitFor(() => expect(title.lang).toBe(''));
});

it('without network and with nothing kept, the story goes on in French', async () => {
  network = false;
  await (await speaking()).speak('en');
  await openStory('another seat', { pack: 'pont', edition: 1 });
  expect(inStory(SLICES).mission.brief).toBe('Il manque une clé.');
});
