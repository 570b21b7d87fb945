/** The photo that was chosen and not yet sent: Android may close the page behind the camera, and it must still be there. */

const BASE = 'eclats-photos';
const CHOSEN = 'chosen';

const keyOf = (seat: string, mission: string) => `${seat}/${mission}`;

export async function keptPhoto(seat: string, mission: string): Promise<Blob | null> {
  const found = await within<unknown>('readonly', (store) => store.get(keyOf(seat, mission)));
  return found instanceof Blob ? found : null;
}

export async function keepPhoto(seat: string, mission: string, photo: Blob): Promise<void> {
  await within('readwrite', (store) => store.put(photo, keyOf(seat, mission)));
}

export async function forgetPhoto(seat: string, mission: string): Promise<void> {
  await within('readwrite', (store) => store.delete(keyOf(seat, mission)));
}

/** Null where the browser keeps nothing: the photo then lasts as long as the page. */
async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<T | null> {
  try {
    const base = await opened();
    return await new Promise<T>((resolve, reject) => {
      const request = ask(base.transaction(CHOSEN, mode).objectStore(CHOSEN));
      request.onsuccess = () => resolve(request.result as T);
      request.onerror = () => reject(request.error ?? new Error('nothing kept'));
    }).finally(() => base.close());
  } catch {
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(BASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(CHOSEN);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('nothing kept'));
  });
}
