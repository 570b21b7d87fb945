/**
 * What this phone has said and the server has not yet answered, kept in IndexedDB and shared by the tabs.
 * The store's random id is the device, its auto-increment key the counter: a key is never used twice, even deleted.
 */
import type { Command } from './wire';

export interface Entry {
  counter: number;
  command: Command;
}

export interface Queue {
  readonly device: string;
  /** False when the browser refuses to keep anything: what is said lives as long as the page. */
  readonly lasting: boolean;
  add(command: Command): Promise<number>;
  oldest(): Promise<Entry | null>;
  /** Entries waiting, oldest first. */
  counters(): Promise<number[]>;
  remove(counter: number): Promise<void>;
}

const SAID = 'said';
const DEVICE = 'device';

/** Opens the queue of one seat (or staff member) in this browser, or a passing one where nothing can be kept. */
export async function openQueue(owner: string, store: IDBFactory | undefined = globalThis.indexedDB): Promise<Queue> {
  if (store === undefined) return passingQueue();
  try {
    return await lastingQueue(await openDatabase(`eclats/${owner}`, store));
  } catch {
    return passingQueue();
  }
}

/** 128 random bits in hexadecimal; `crypto.randomUUID` would need HTTPS, which a local network does not have. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function openDatabase(name: string, store: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = store.open(name, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(SAID, { autoIncrement: true });
      // In the same transaction that makes the store: two tabs opening at once are still one device.
      opening.result.createObjectStore(DEVICE).put(randomId(), DEVICE);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('the browser keeps nothing'));
  });
}

async function lastingQueue(database: IDBDatabase): Promise<Queue> {
  const within = <T>(
    mode: IDBTransactionMode,
    name: string,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode);
      const request = ask(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () =>
        reject(transaction.error ?? new Error('the browser kept nothing'));
    });
  const device = (await within('readonly', DEVICE, (store) => store.get(DEVICE))) as string;
  const counters = async () => (await within('readonly', SAID, (store) => store.getAllKeys())) as number[];
  return {
    device,
    lasting: true,
    counters,
    add: async (command) => (await within('readwrite', SAID, (store) => store.add(command))) as number,
    oldest: () => firstEntry(database),
    remove: async (counter) => {
      await within('readwrite', SAID, (store) => store.delete(counter));
    },
  };
}

function firstEntry(database: IDBDatabase): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(SAID, 'readonly').objectStore(SAID).openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      resolve(cursor === null ? null : { counter: cursor.key as number, command: cursor.value as Command });
    };
    request.onerror = () => reject(request.error ?? new Error('the browser reads nothing'));
  });
}

/** Kept in the page only. A fresh device each time, so its counters may begin again. */
export function passingQueue(): Queue {
  const said = new Map<number, Command>();
  let last = 0;
  return {
    device: randomId(),
    lasting: false,
    counters: () => Promise.resolve([...said.keys()]),
    add: (command) => {
      last += 1;
      said.set(last, command);
      return Promise.resolve(last);
    },
    oldest: () => {
      const [first] = said;
      return Promise.resolve(first ? { counter: first[0], command: first[1] } : null);
    },
    remove: (counter) => {
      said.delete(counter);
      return Promise.resolve();
    },
  };
}
