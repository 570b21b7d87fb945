/** French texts on a page of another language say so: a screen reader and a voice read each in its own, whichever way it runs. */

let wanted: ReadonlySet<string> | null = null;
let observer: MutationObserver | null = null;
let planned = 0;

/** The French texts that may stand on the page; null when the page is French, or all is translated. */
export function markForeign(texts: ReadonlySet<string> | null): void {
  wanted = texts;
  observer?.disconnect();
  observer = null;
  mark();
  if (texts === null) return;
  observer = new MutationObserver(plan);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}

function plan(): void {
  cancelAnimationFrame(planned);
  planned = requestAnimationFrame(mark);
}

function mark(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-french]')) unmark(element);
  if (wanted === null) return;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent === null || !wanted.has(walker.currentNode.nodeValue?.trim() ?? '')) continue;
    parent.lang = 'fr';
    parent.dir = 'ltr';
    parent.dataset['french'] = '';
  }
}

function unmark(element: HTMLElement): void {
  for (const name of ['lang', 'dir', 'data-french']) element.removeAttribute(name);
}
