/**
 * Reading a screen aloud, from top to bottom, one sentence after the other: somebody's recording where the pack has one, else a
 * voice of the phone itself, never a remote one: what is on a screen does not leave the phone.
 */
import { markSentence } from './reading_mark';

/** A stretch of a screen that is read in one go. */
export interface Passage {
  text: string;
  /** The language it is written in, as the page says it. */
  lang: string;
  element: HTMLElement;
  range: Range;
}

/** Where a text was recorded: an address of a sound that may be played, or null. */
export type Recordings = (text: string) => Promise<string | null>;

/** Said on the window when it is known whether the pack has recordings. */
export const RECORDINGS = 'eclats-recordings';

let recorded: Recordings = async () => null;
let heard = false;

/** Tells where recordings are; `some` says whether the pack has any. */
export function useRecordings(find: Recordings, some: boolean): void {
  recorded = find;
  heard = some;
  dispatchEvent(new Event(RECORDINGS));
}

/** The phone's own voice for this language, or null; browsers fill the list late, so ask again on `voiceschanged`. */
export function localVoice(lang: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in globalThis)) return null;
  const [language] = lang.toLowerCase().split('-');
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService);
  return voices.find((voice) => voice.lang.toLowerCase().replace('_', '-').split('-')[0] === language) ?? null;
}

export const canRead = (lang: string): boolean => heard || localVoice(lang) !== null;

/** One utterance a sentence: long ones stop half way on many phones. Each with where it begins in the text. */
export function sentences(text: string): { text: string; at: number }[] {
  return [...text.matchAll(/[^.!?…؟\n]+[.!?…؟]*\s*»?/g)]
    .map((found) => ({ text: found[0].trim(), at: found.index + found[0].length - found[0].trimStart().length }))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text));
}

const SILENT = '[aria-hidden="true"], [hidden], .unseen, [data-silent], script, style, noscript';

/** What a screen says, from top to bottom: one passage a paragraph, a heading, a button. */
export function passages(root: HTMLElement): Passage[] {
  const found: { block: HTMLElement; nodes: Text[] }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    if (parent === null || !node.data.trim() || parent.closest(SILENT) !== null) continue;
    const block = blockOf(parent, root);
    const last = found.at(-1);
    if (last?.block === block) last.nodes.push(node);
    else found.push({ block, nodes: [node] });
  }
  return found.map(({ block, nodes }) => passage(block, nodes)).filter(({ text }) => text.trim() !== '');
}

function passage(element: HTMLElement, nodes: readonly Text[]): Passage {
  const range = document.createRange();
  range.setStart(nodes[0] as Text, 0);
  range.setEnd(nodes.at(-1) as Text, nodes.at(-1)?.length ?? 0);
  const speaking = nodes[0]?.parentElement?.closest<HTMLElement>('[lang]')?.lang;
  return { text: nodes.map(({ data }) => data).join(''), lang: speaking || 'fr', element, range };
}

/** Two texts in one line of a list are two things to hear. */
function blockOf(parent: HTMLElement, root: HTMLElement): HTMLElement {
  let block = parent;
  while (block !== root && block.parentElement !== null && getComputedStyle(block).display === 'inline') {
    block = block.parentElement;
  }
  return block;
}

/** Starts reading; the function returned stops it. `onend` is called once, at the end or when stopped. */
export function readAloud(root: HTMLElement, onend: () => void): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  void (async () => {
    for (const one of passages(root)) {
      if (signal.aborted) break;
      await hear(one, signal);
    }
    markSentence(null);
    onend();
  })();
  return () => stopping.abort();
}

async function hear(one: Passage, signal: AbortSignal): Promise<void> {
  const sound = await recorded(one.text.trim()).catch(() => null);
  if (sound !== null && !signal.aborted) {
    markSentence(one.range);
    if (await played(sound, signal)) return;
  }
  const voice = localVoice(one.lang);
  if (voice === null) return;
  for (const sentence of sentences(one.text)) {
    if (signal.aborted) return;
    markSentence(within(one.range, sentence.at, sentence.text.length));
    await said(sentence.text, voice, signal);
  }
}

/** Whether it was heard to the end, or stopped; false when the phone could not play it. */
function played(address: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((done) => {
    const audio = new Audio(address);
    audio.onended = () => done(true);
    audio.onerror = () => done(false);
    signal.addEventListener('abort', () => {
      audio.pause();
      done(true);
    });
    audio.play().catch(() => done(signal.aborted));
  });
}

function said(text: string, voice: SpeechSynthesisVoice, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => done();
    utterance.onerror = () => done();
    signal.addEventListener('abort', () => {
      speechSynthesis.cancel();
      done();
    });
    speechSynthesis.speak(utterance);
  });
}

/** The part of a range that begins `at` a sign and is so many signs long. */
function within(whole: Range, at: number, length: number): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(whole.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let before = 0;
  let node: Node | null = walker.currentNode.nodeType === Node.TEXT_NODE ? walker.currentNode : walker.nextNode();
  for (; node !== null; node = walker.nextNode()) {
    if (!whole.intersectsNode(node) || !(node as Text).data.trim() || (node.parentElement?.closest(SILENT) ?? null))
      continue;
    const signs = (node as Text).length;
    if (at >= before && at < before + signs) range.setStart(node, at - before);
    if (at + length <= before + signs) {
      range.setEnd(node, at + length - before);
      return range;
    }
    before += signs;
  }
  return whole;
}
