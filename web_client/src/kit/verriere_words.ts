/** The picture in words, for who cannot see it: same facts, no count of what is missing, nobody's name beside it. */
import type { Mark, Pane, PaneState, Verriere } from './verriere';

const STATE_WORDS: Record<PaneState, string> = {
  to_come: 'à venir',
  now: 'maintenant',
  one_voice: 'Il manque une deuxième voix.',
  kept: 'Gardé sur ce téléphone.',
  won: 'éclat allumé',
  missed: 'À reprendre, dix minutes',
  clear: 'verre clair',
};

/** The words of one pane. `counsellor` is the first name said when the pane is shared with them. */
export function paneWords(pane: Pane, counsellor = 'ton conseiller'): string {
  return [STATE_WORDS[pane.state], ...(pane.mark ? [markWords(pane.mark, counsellor)] : [])].join(', ');
}

function markWords(mark: Mark, counsellor: string): string {
  return mark === 'useful' ? 'utile pour moi' : `partagé avec ${counsellor}`;
}

/** « 5 éclats allumés », « 1 éclat allumé », « Aucun éclat allumé » */
export function litWords(verriere: Verriere): string {
  const lit = litCount(verriere);
  if (lit === 0) return 'Aucun éclat allumé';
  return lit === 1 ? '1 éclat allumé' : `${lit} éclats allumés`;
}

export function litCount(verriere: Verriere): number {
  return verriere.days.flatMap((day) => day.panes).filter((pane) => pane.state === 'won').length;
}

/** The whole picture in one sentence or two: how many are lit, and what is going on now. */
export function pictureWords(verriere: Verriere, counsellor?: string): string {
  const telling = verriere.days.flatMap((day, index) =>
    day.panes
      .filter((pane) => pane.mark !== undefined || !['to_come', 'won', 'clear'].includes(pane.state))
      .map((pane) => `jour ${index + 1} : ${paneWords(pane, counsellor)}`),
  );
  return [`La verrière du groupe. ${litWords(verriere)}`, ...telling].join('. ').replace(/\.\./g, '.');
}
