/* Keeps the player's page on the phone, so that it opens without network, help screen first of all.
   Files under /assets/ carry their content's hash in their name and never change; the page itself is asked for first. */
const KEPT = 'eclats-page';
const SHELL = '/';
const PLAYER = /^\/(?:$|entrer\/|place\/)/;
const MOST = 150;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.type === 'keep') event.waitUntil(keepFiles(event.data.files));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PLAYER.test(pathname)) event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});

async function page(request) {
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await (await caches.open(KEPT)).put(SHELL, fresh.clone());
    return fresh;
  } catch {
    return (await caches.match(SHELL)) ?? Response.error();
  }
}

async function file(request) {
  const known = await caches.match(request);
  if (known) return known;
  const fresh = await fetch(request);
  if (fresh.ok) await (await caches.open(KEPT)).put(request, fresh.clone());
  return fresh;
}

async function keepShell() {
  const answer = await fetch(SHELL, { cache: 'reload' });
  if (!answer.ok) return;
  const cache = await caches.open(KEPT);
  await cache.put(SHELL, answer.clone());
  const files = [...(await answer.text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1]);
  await keepFiles(files);
}

async function keepFiles(files) {
  const cache = await caches.open(KEPT);
  for (const path of files) {
    if (await cache.match(path)) continue;
    const answer = await fetch(path).catch(() => null);
    if (answer?.ok) await cache.put(path, answer);
  }
  const kept = await cache.keys();
  const old = kept.filter(({ url }) => new URL(url).pathname !== SHELL).slice(0, Math.max(0, kept.length - MOST));
  for (const request of old) await cache.delete(request);
}
