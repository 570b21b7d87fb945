/** The state of the link in words: a coloured dot says nothing to somebody who fears for their answer. */

import { inLanguage } from './language.svelte';

/**
 * `waking`: not yet greeted by the server. `sent`: what was kept has just left.
 * `closed`: the server said not to come back.
 */
export type LinkState = 'waking' | 'online' | 'sent' | 'offline' | 'closed';

const words = inLanguage('kit/link', {
  waking: 'Ça arrive.',
  well: 'En ligne, tout est enregistré.',
  sending: 'En ligne, envoi en cours.',
  sent: 'C’est envoyé.',
  offline: 'Pas de réseau. Tes réponses sont gardées.',
  closed: 'Cette page s’est fermée. Recharge-la pour revenir.',
});

const STAFF = {
  offline: 'Pas de réseau. Vos gestes sont gardés.',
  closed: 'Cette page s’est fermée. Rechargez-la pour revenir.',
};

export function stateWords(link: LinkState, kept: number, reader: 'player' | 'staff' = 'player'): string {
  if (link === 'online') return kept === 0 ? words.well : words.sending;
  if (reader === 'staff' && (link === 'offline' || link === 'closed')) return STAFF[link];
  return words[link];
}
