/** What the days will need comes while nothing else does: every kind's screen, then the help that works without network. */
import { kindsWithScreen, missionScreen } from '@kit/mission_screens';
import { side } from './side.svelte';

const PAUSE = 150;

export async function prepare(): Promise<void> {
  await side.load().catch(() => undefined);
  for (const kind of kindsWithScreen('Player')) {
    await idle();
    // Without network it is asked for again when its step opens.
    await missionScreen('Player', kind).catch(() => null);
  }
  const { keepOffline } = await import('../offline');
  await keepOffline();
}

/** Waits for a moment in which the phone does nothing else. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, PAUSE);
  });
}
