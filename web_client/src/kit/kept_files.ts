/** Files of the story kept on this phone, for the days without network. */

const KEPT = 'eclats-story';

/** The content of an address; `fresh` asks the server first, otherwise an address never changes what it gives. Null without either. */
export async function keptJson<T>(address: string, how: 'fresh' | 'lasting' = 'lasting'): Promise<T | null> {
  const answer = await keptFile(address, how);
  return answer === null ? null : ((await answer.json().catch(() => null)) as T | null);
}

/** The same, as it came. */
export async function keptFile(address: string, how: 'fresh' | 'lasting' = 'lasting'): Promise<Response | null> {
  // Absent over plain HTTP on a local network: the browser's own cache then does what it can.
  const cache = 'caches' in globalThis ? await caches.open(KEPT).catch(() => null) : null;
  const known = (await cache?.match(address)) ?? null;
  if (known !== null && how === 'lasting') return known;
  try {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (!answer.ok) return known;
    await cache?.put(address, answer.clone()).catch(() => undefined);
    return answer;
  } catch {
    return known;
  }
}
