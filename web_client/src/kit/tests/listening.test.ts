// Spec: V13
// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { canRead, localVoice, passages, readAloud, sentences } from '../speech';

const said: string[] = [];
let voices: { lang: string; localService: boolean }[];

beforeEach(() => {
  said.length = 0;
  voices = [
    { lang: 'fr-FR', localService: true },
    { lang: 'en-US', localService: false },
  ];
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    cancel: () => {},
    speak: (one: { text: string; onend: () => void }) => {
      said.push(one.text);
      setTimeout(one.onend, 60);
    },
  });
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(public text: string) {}
    },
  );
  vi.stubGlobal('CSS', {});
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 300, 10, 10);
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function screen(html: readonly [string, string, string?][]): HTMLElement {
  document.documentElement.lang = 'fr';
  const main = document.createElement('main');
  for (const [tag, text, lang] of html) {
    const element = document.createElement(tag);
    element.textContent = text;
    if (lang) element.lang = lang;
    main.append(element);
  }
  document.body.append(main);
  return main;
}

it('a screen is read from top to bottom, sentence by sentence', async () => {
  const main = screen([
    ['h1', 'La clé'],
    ['p', 'Il manque une clé. On cherche ?'],
    ['button', 'Commencer'],
  ]);
  await new Promise<void>((done) => readAloud(main, done));
  expect(said).toEqual(['La clé', 'Il manque une clé.', 'On cherche ?', 'Commencer']);
});

it('a second tap stops it', async () => {
  const main = screen([['p', 'Un. Deux. Trois.']]);
  const ended = vi.fn();
  const stop = readAloud(main, ended);
  await vi.waitFor(() => expect(said).toHaveLength(1), { interval: 5 });
  stop();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  expect(said).toHaveLength(1);
});

it('a voice that lives elsewhere is never used: what it would read is left out, and no button stands there', async () => {
  expect(localVoice('en-GB')).toBeNull();
  expect(canRead('en')).toBe(false);
  const main = screen([
    ['p', 'Bonjour.'],
    ['p', 'Hello.', 'en'],
  ]);
  await new Promise<void>((done) => readAloud(main, done));
  expect(said).toEqual(['Bonjour.']);
});

it('what is hidden from readers is not read', () => {
  const main = screen([['p', 'Vu.']]);
  const hidden = document.createElement('p');
  hidden.setAttribute('aria-hidden', 'true');
  hidden.textContent = 'Décor';
  main.append(hidden);
  expect(passages(main).map(({ text }) => text)).toEqual(['Vu.']);
});

it('a sentence knows where it begins in its text, so that it can be marked there', () => {
  const text = 'Un plan ici. « Je fais quoi ? » Voilà';
  for (const one of sentences(text)) expect(text.slice(one.at, one.at + one.text.length)).toBe(one.text);
  expect(sentences('هل تسمع؟ نعم.')).toHaveLength(2);
});
