/** What in the news changes what this page shows. */
import type { News } from '@kit/wire';

/** The close code of a session that has ended: see game_server/entrypoints/socket.py. */
export const SIGNED_OUT = 4401;

/** The mission that this news says was done, with the kind of its last step. */
export function wonIn(news: News, kind: string): { mission: string; kind: string }[] {
  const { what, mission } = news;
  return what === 'MissionDone' && typeof mission === 'string' ? [{ mission, kind }] : [];
}
