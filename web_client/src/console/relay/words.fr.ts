/** The words of the hand-over. */
import { counted } from '../formats';

export const words = {
  intro: 'Deux minutes : dites l’essentiel, choisissez qui prend la suite. Toutes vos demandes ouvertes passent avec.',
  mine: 'Ce que je tiens',
  noneMine: 'Vous ne tenez aucune demande.',
  open: 'Ce qui attend',
  noneOpen: 'Rien n’attend.',
  groups: 'Où en sont les groupes',
  requests: (count: number) => (count === 0 ? 'aucune demande' : counted(count, 'demande', 'demandes')),
  here: (count: number) => (count === 0 ? 'personne ici' : `${count} ici`),
  lastActs: 'Derniers gestes',
  noAct: 'Aucun geste pour l’instant.',
  give: 'Passer le relais',
  to: 'À qui',
  note: 'Un mot pour la suite',
  giveTo: (name: string) => `Passer le relais à ${name}`,
  given: (count: number, name: string) =>
    `${name} prend la suite${count === 0 ? '' : `, avec ${counted(count, 'demande', 'demandes')}`}. Vous n’êtes plus de garde.`,
  nobody: 'Personne d’autre n’anime pour l’instant. Invitez quelqu’un, ou restez de garde.',
  take: 'Prendre la suite',
  takeDetail:
    'Quand quelqu’un de l’équipe ne peut plus : toutes ses demandes viennent à vous, et vous prenez la garde.',
  from: 'À la place de',
  takeFrom: (name: string) => `Prendre la suite de ${name}`,
  taken: (count: number, name: string) =>
    count === 0
      ? `Vous prenez la suite de ${name}. Aucune demande n’était ouverte.`
      : `Vous prenez la suite de ${name}, avec ${counted(count, 'demande', 'demandes')}.`,
  received: 'On vous passe la main',
  read: 'C’est lu',
} as const;
