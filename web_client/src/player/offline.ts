/** The page opens without network: a small worker keeps its files, and is told which ones this visit used. */

const WORKER = '/sw.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

export async function keepOffline(): Promise<void> {
  // Absent over plain HTTP on a local network: the page then works as long as it is open.
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register(trusted(WORKER));
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: 'keep', files: usedFiles() });
  } catch {
    return;
  }
}

function trusted(url: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  return types?.createPolicy('eclats-worker', { createScriptURL: (one) => one }).createScriptURL(url) ?? url;
}

/** The files of this page that its name alone identifies for ever. */
function usedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/assets/'));
}
