/** Moves an element to the end of the page's body: what is printed stands beside the page, not in it. */
export function onPaper(sheet: HTMLElement): () => void {
  document.body.append(sheet);
  return () => sheet.remove();
}
