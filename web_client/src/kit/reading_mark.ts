/** The sentence being read is marked where it stands; the page itself is left as it is. */
import './reading_mark.css';

const NAME = 'reading';
const OLD = 'reading-block';

let block: HTMLElement | null = null;

/** Marks it and brings it into sight; null takes the mark away. */
export function markSentence(range: Range | null): void {
  block?.classList.remove(OLD);
  block = null;
  if (!('highlights' in CSS)) markBlock(range);
  else if (range === null) CSS.highlights.delete(NAME);
  else CSS.highlights.set(NAME, new Highlight(range));
  if (range !== null) bringIntoSight(range);
}

/** On browsers that cannot mark a few words: the whole paragraph. */
function markBlock(range: Range | null): void {
  const node = range?.commonAncestorContainer ?? null;
  block = node instanceof HTMLElement ? node : (node?.parentElement ?? null);
  block?.classList.add(OLD);
}

function bringIntoSight(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  const margin = innerHeight / 5;
  if (top >= margin && bottom <= innerHeight - margin) return;
  scrollBy({ top: top - innerHeight / 3, behavior: 'auto' });
}
