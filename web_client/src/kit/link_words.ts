/** The state of the link in words: a coloured dot says nothing to somebody who fears for their answer. */

/**
 * `waking`: not yet greeted by the server. `sent`: what was kept has just left.
 * `closed`: the server said not to come back.
 */
export type LinkState = 'waking' | 'online' | 'sent' | 'offline' | 'closed';

export function stateWords(link: LinkState, kept: number, reader: 'player' | 'staff' = 'player'): string {
  switch (link) {
    case 'waking':
      return 'Ça arrive.';
    case 'online':
      return kept === 0 ? 'En ligne, tout est enregistré.' : 'En ligne, envoi en cours.';
    case 'sent':
      return 'C’est envoyé.';
    case 'offline':
      return reader === 'player'
        ? 'Pas de réseau. Tes réponses sont gardées.'
        : 'Pas de réseau. Vos gestes sont gardés.';
    case 'closed':
      return reader === 'player'
        ? 'Cette page s’est fermée. Recharge-la pour revenir.'
        : 'Cette page s’est fermée. Rechargez-la pour revenir.';
  }
}
