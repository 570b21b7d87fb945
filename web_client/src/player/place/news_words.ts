/** What has just happened, in short sentences; several people are said together, never as a list of events. */
import { listWords } from '@kit/dates';
import type { News } from '@kit/wire';
import { words } from './words.fr';

/** How many sentences are worth hearing at once. */
const MOST = 2;

/** The sentences for what came in the last moment; none when nothing is worth a word. `names` by seat. */
export function newsWords(news: readonly News[], names: ReadonlyMap<string, string>, me: string): string[] {
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
  return said.filter(Boolean).slice(0, MOST);
}

function people(names: readonly string[], say: (names: string, many: boolean) => string): string {
  if (names.length === 0) return '';
  return say(listWords(names), names.length > 1);
}
