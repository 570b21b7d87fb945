/** What is being typed, kept in this tab: Android may close a page behind the camera, and open it again as if nothing was. */

const key = (name: string) => `eclats-draft-${name}`;

/** What was being typed under this name; empty when nothing was. */
export function keptDraft(name: string): string {
  try {
    return sessionStorage.getItem(key(name)) ?? '';
  } catch {
    return '';
  }
}

/** Keeps it; an empty text is forgotten. */
export function keepDraft(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key(name));
    else sessionStorage.setItem(key(name), text);
  } catch {
    return;
  }
}
