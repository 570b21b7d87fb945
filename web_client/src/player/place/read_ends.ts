/** Which ending this phone has shown already: a page that was closed meanwhile still tells how the step ended. */

const key = (seat: string) => `eclats-read-${seat}`;

/** The ending read last, or null on a phone that has never been in this place. */
export function lastRead(seat: string): string | null {
  try {
    return localStorage.getItem(key(seat));
  } catch {
    return null;
  }
}

export function keepRead(seat: string, ending: string): void {
  try {
    localStorage.setItem(key(seat), ending);
  } catch {
    return;
  }
}
