/** The words of the acts: what one may do for a group, and what was done, for the undo bar and the history. */
import { counted } from '../formats';

export const words = {
  time: (minutes: number) => `+ ${minutes} minutes`,
  planB: 'Plan B',
  write: 'Écrire',
  more: 'Plus de gestes',
  fewer: 'Moins de gestes',
  redeal: 'Redonner les pièces',
  redealDetail: 'Les pièces changent de mains, parmi les personnes ici.',
  excuse: 'Excuser quelqu’un',
  reopen: 'Rouvrir ce jour',
  reopenDetail: 'Le jour reprend là où le groupe l’a laissé.',
  endDetail: 'Le récap du jour s’ouvre sur les téléphones. Les missions pas jouées attendent.',
  character: 'Dit par',
  team: 'vous, l’équipe',
} as const;

export const hint = {
  title: (rung: number, of: number) => `Indice ${rung} sur ${of}`,
  ladder: 'Quel indice',
  own: 'Vos propres mots',
  given: 'déjà donné',
  yours: 'Les mots d’un personnage sont signés de son nom. Sinon, le groupe voit que cela vient de l’équipe.',
  field: 'L’indice, à changer si vous voulez',
  ownField: 'Votre indice pour le groupe',
  give: (name: string, rung: number) => `${name} donne l’indice ${rung}`,
  giveOwn: 'Envoyer cet indice',
  none: 'Tous les indices prévus sont donnés.',
  change: 'Changer les mots',
  keep: 'Garder les mots prévus',
} as const;

export const planB = {
  title: 'Jouer autrement',
  same: 'Même titre, même éclat. Personne ne voit qui joue autrement.',
  none: 'Cette étape n’a pas de plan B.',
  everyone: 'Tout le groupe',
  on: 'au plan B',
  all: 'au plan B',
  some: (count: number) => `au plan B pour ${counted(count, 'personne', 'personnes')}`,
  switchTo: 'Passer au plan B',
  switchBack: 'Revenir au plan prévu',
} as const;

export const excuse = {
  who: 'Qui n’est pas là aujourd’hui ?',
  detail: 'La personne n’est pas attendue. Elle revient quand elle veut.',
  excused: 'déjà excusé',
  confirm: 'Excuser',
} as const;

export const message = {
  title: 'Un message',
  to: 'Pour qui',
  group: 'Tout le groupe',
  allGroups: 'Tous mes groupes',
  text: 'Votre message',
  seen: 'Lu par vos collègues de service. Marqué : écrit par une personne.',
  character: 'Un personnage parle à tout le groupe, jamais à une seule personne.',
  send: 'Envoyer',
  sent: (count: number) => `Message envoyé à ${counted(count, 'groupe', 'groupes')}`,
  toAll: 'Écrire à tous les groupes',
  last: 'Déjà envoyés',
} as const;

export const accept = {
  all: 'La réponse comptera aussi dans les autres groupes qui jouent cette aventure, et pour ceux qui l’avaient donnée.',
} as const;

interface About {
  mission: string;
  seat: string;
  number: number;
  detail: string | null;
}

/** What an act did, once done. */
export const acts: Readonly<Record<string, (about: About) => string>> = {
  open_day: ({ number }) => `Jour ${number} ouvert`,
  end_day: ({ number }) => `Jour ${number} clos`,
  reopen_day: ({ number }) => (number > 0 ? `Jour ${number} rouvert` : 'Jour rouvert'),
  add_day: () => 'Jour de rattrapage ajouté',
  remove_day: () => 'Jour de rattrapage retiré',
  open_mission: ({ mission }) => `« ${mission} » ouverte`,
  skip_mission: ({ mission }) => `« ${mission} » mise de côté`,
  force_step: ({ mission }) => `Étape validée, « ${mission} »`,
  give_hint: ({ mission }) => `Indice donné, « ${mission} »`,
  give_time: ({ number }) => `+ ${counted(number, 'minute', 'minutes')}`,
  switch_plan_b: ({ mission, seat, number }) =>
    `${number === 0 ? 'Retour au plan prévu' : 'Plan B'}, « ${mission} »${seat ? ` pour ${seat}` : ''}`,
  redeal: () => 'Pièces redonnées',
  excuse_seat: ({ seat }) => `${seat} : absence excusée`,
  say: ({ seat }) => (seat ? `Message à ${seat}` : 'Message au groupe'),
  accept_answer: ({ mission }) => `Essai accepté, « ${mission} »`,
  pause: () => 'Mis en pause',
  resume: () => 'Relancé',
  shift_calendar: ({ number }) => shifted(number),
  shift_slots: ({ number, mission }) =>
    `« ${mission} » et la suite : ${counted(Math.abs(number), 'minute', 'minutes')} plus ${number > 0 ? 'tard' : 'tôt'}`,
  return_to: () => 'Retour à un moment d’avant',
  admit_seat: ({ seat }) => `Entrée de ${seat}`,
  remove_seat: ({ seat }) => `${seat} n’est plus à table`,
};

/** The server packs the day and the move in one number: 3001 is « day 3, one day later ». */
function shifted(packed: number): string {
  const day = Math.round(packed / 1000);
  const move = packed - day * 1000;
  return `À partir du jour ${day} : ${counted(Math.abs(move), 'jour', 'jours')} plus ${move > 0 ? 'tard' : 'tôt'}`;
}

export const history = {
  none: 'Aucun geste pour l’instant. Chacun des vôtres se lit ici, avec son heure et son auteur.',
  line: (when: string, who: string) => `${when} · par ${who}`,
  undone: 'annulé',
  undo: 'Annuler',
  undoing: (what: string) => `C’est annulé : ${what}`,
  done: (what: string, where: string) => `${what} · ${where}`,
  pausedAll: 'Tous les groupes en pause',
  resumedAll: 'Tous les groupes relancés',
} as const;
