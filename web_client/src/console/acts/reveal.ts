/** What has just opened is brought into view, and the keyboard goes on from there: the button that opened it is gone. */
export function reveal(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
