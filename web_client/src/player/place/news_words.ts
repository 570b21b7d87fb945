/** What has just happened, in one short line; several things at once are said together, never as a list of events. */
import type { News } from '@kit/wire';
import { words } from './words.fr';

/** How many sentences fit on a line that goes by itself. */
const MOST = 2;

/** The line for what came in the last moment; empty when nothing is worth a word. `names` by seat. */
export function newsWords(news: readonly News[], names: ReadonlyMap<string, string>, me: string): string {
  const who = (what: string) =>
    news
      .filter((one) => one.what === what && one['seat'] !== me)
      .map((one) => names.get(String(one['seat'])))
      .filter((name) => name !== undefined);
  const has = (what: string) => news.some((one) => one.what === what);
  const said = [
    has('GroupResumed') ? words.news.resumed : '',
    has('HintGiven') ? words.news.hint : '',
    people(who('SeatAdmitted'), words.news.admitted),
    people(who('CameBack'), words.news.cameBack),
    has('OfferUnlocked') && !has('MissionDone') ? words.news.offer : '',
  ];
  return said.filter(Boolean).slice(0, MOST).join(' ');
}

function people(names: readonly string[], say: (names: string, many: boolean) => string): string {
  if (names.length === 0) return '';
  const all = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;
  return say(all as string, names.length > 1);
}
