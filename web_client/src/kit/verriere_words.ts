/** The picture in words, for who cannot see it: same facts, no count of what is missing, nobody's name beside it. */
import { inLanguage } from './language.svelte';
import type { Mark, Pane, PaneState, Verriere } from './verriere';

const words = inLanguage('kit/roof', {
  states: {
    to_come: 'à venir',
    now: 'maintenant',
    one_voice: 'Il manque une deuxième voix.',
    kept: 'Gardé sur ce téléphone.',
    won: 'éclat allumé',
    missed: 'À reprendre, dix minutes',
    clear: 'verre clair',
  } satisfies Record<PaneState, string>,
  useful: 'utile pour moi',
  shared: (counsellor: string) => `partagé avec ${counsellor}`,
  counsellor: 'ton conseiller',
  noneLit: 'Aucun éclat allumé',
  lit: (count: number) => (count === 1 ? '1 éclat allumé' : `${count} éclats allumés`),
  roof: 'La verrière du groupe',
  day: (day: number, pane: string) => `Jour ${day} : ${pane}`,
});

/** The words of one pane. `counsellor` is the first name said when the pane is shared with them. */
export function paneWords(pane: Pane, counsellor = words.counsellor): string {
  return [words.states[pane.state], ...(pane.mark ? [markWords(pane.mark, counsellor)] : [])].join(', ');
}

function markWords(mark: Mark, counsellor: string): string {
  return mark === 'useful' ? words.useful : words.shared(counsellor);
}

/** « 5 éclats allumés », « 1 éclat allumé », « Aucun éclat allumé » */
export function litWords(verriere: Verriere): string {
  const lit = litCount(verriere);
  return lit === 0 ? words.noneLit : words.lit(lit);
}

export function litCount(verriere: Verriere): number {
  return verriere.days.flatMap((day) => day.panes).filter((pane) => pane.state === 'won').length;
}

/** The whole picture in one sentence or two: how many are lit, and what is going on now. */
export function pictureWords(verriere: Verriere, counsellor?: string): string {
  const telling = verriere.days.flatMap((day, index) =>
    day.panes
      .filter((pane) => pane.mark !== undefined || !['to_come', 'won', 'clear'].includes(pane.state))
      .map((pane) => words.day(index + 1, paneWords(pane, counsellor))),
  );
  return [`${words.roof}. ${litWords(verriere)}`, ...telling].join('. ').replace(/\.\./g, '.');
}
