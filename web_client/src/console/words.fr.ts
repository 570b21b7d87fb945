/** Every French word of the console. « vous », facts first, then what to do. */

import { counted, listed } from './formats';

export const words = {
  title: 'Qui a besoin de moi',
  noNetwork: 'Pas de réseau. Réessayez dans un instant.',
  unexpected: 'Quelque chose n’a pas marché de notre côté. Réessayez dans un instant.',
  loading: 'Ça arrive.',
  back: 'Revenir',
  close: 'Fermer',
  save: 'Enregistrer',
  saved: 'C’est enregistré.',
  you: 'vous',
  someone: 'une personne de l’équipe',
  noRequest: 'aucune demande',
  requests: (count: number) => (count === 0 ? 'Personne, pour l’instant' : counted(count, 'demande', 'demandes')),
  groups: (count: number) => counted(count, 'groupe', 'groupes'),
  youngHere: (count: number) => (count === 0 ? 'personne ici' : counted(count, 'jeune ici', 'jeunes ici')),
  here: (count: number) => `${count} ici`,
  quietBoard: 'Tout avance. Cette liste se remplit toute seule dès qu’un groupe a besoin de vous.',
  noGroup: 'Vous n’avez pas encore de groupe. Créez le premier : une minute suffit.',
  pauseAll: 'Tout mettre en pause',
  pauseAllShort: 'Tout en pause',
  resumeAll: 'Tout relancer',
  myGroups: 'Mes groupes',
  endedGroups: 'Terminés',
  newGroup: 'Créer un groupe',
  signOut: 'Se déconnecter',
  urgentLabel: 'Ce groupe a besoin de vous',
  groupGone: 'Ce groupe n’est pas dans votre structure, ou il est terminé. Revenez à la liste.',
  callLabel: 'L’appel à l’aide',
  summaryLabel: 'Le groupe en bref',
  sections: { missions: 'Missions', door: 'Porte', people: 'Personnes', acts: 'Gestes' },
} as const;

export const entering = {
  title: 'Éclats, côté équipe',
  intro: 'Suivez vos groupes, aidez au bon moment.',
  email: 'Votre adresse e-mail',
  password: 'Votre mot de passe',
  enter: 'Se connecter',
  haveCode: 'J’ai un code',
  haveAccount: 'J’ai déjà un compte',
  codeTitle: 'Ouvrir votre compte',
  codeIntro: 'Le code vient de l’installation, ou d’une invitation de votre équipe. Il ne sert qu’une fois.',
  code: 'Votre code',
  name: 'Votre nom, tel que l’équipe le lit',
  newPassword: 'Un mot de passe, 12 signes ou plus',
  open: 'Ouvrir mon compte',
} as const;

export const duty = {
  on: (name: string) => `${name} · de garde`,
  off: (name: string) => `${name} · pas de garde`,
  title: 'Votre garde',
  offWords: 'Vous n’êtes pas de garde : les appels à l’aide vont à vos collègues.',
  onWords: 'Les appels à l’aide vous arrivent. Votre numéro est sur l’écran d’aide des jeunes.',
  phone: 'Votre numéro pour l’écran d’aide',
  take: 'Prendre la garde',
  leave: 'Quitter la garde',
} as const;

export const needs = {
  distress: 'Un message inquiet',
  help: 'Un appel à l’aide',
  unread: 'personne ne s’en occupe encore',
  yours: 'vous vous en occupez',
  claimed: (name: string) => `${name} s’en occupe`,
  read: 'Lire et répondre',
  atDoor: (names: readonly string[]) =>
    names.length === 1 ? 'Quelqu’un à la porte' : `${names.length} personnes à la porte`,
  letIn: (name: string) => `Faire entrer ${name}`,
  seeDoor: 'Voir la porte',
  quiet: 'Plus rien depuis un moment',
  giveHint: 'Donner un indice',
  writeHint: 'Écrire un indice',
  paused: 'En pause',
  pausedDetail: 'rien ne tourne',
  resume: 'Relancer',
  dayClosed: (day: number) => `Le jour ${day} n’est pas ouvert`,
  dayIsHere: (count: number) => `${count > 1 ? `${count} jeunes attendent` : '1 jeune attend'}`,
  dayAt: (when: string) => `prévu ${when}`,
  openDay: (day: number) => `Ouvrir le jour ${day}`,
  missionOver: 'Une mission vient de finir',
  openNext: 'Ouvrir la suivante',
  dayOver: (day: number) => `Le jour ${day} est joué`,
  dayOverDetail: 'il reste à le clore ensemble',
  endDay: (day: number) => `Clore le jour ${day}`,
} as const;

export const call = {
  from: (name: string) => `De ${name}`,
  someone: 'quelqu’un',
  noWords: 'Sans message : juste un appel.',
  phone: (name: string) => `Appeler ${name}`,
  noPhone: 'Aucun numéro lié à cette place. Allez voir, ou passez par le groupe.',
  take: 'Je m’en occupe',
  done: 'C’est réglé',
  discreet: 'Ces mots ne sont lus que par l’équipe de garde. Ils ne laissent pas de trace dans le jeu.',
  closed: 'L’appel est clos.',
} as const;

export const group = {
  before: 'Pas commencé',
  day: (number: number) => `Jour ${number}`,
  dayEnded: (number: number) => `Jour ${number}, clos`,
  nextDay: (when: string) => `La suite : ${when}.`,
  finished: 'Tous les jours sont joués.',
  step: (step: number, steps: number, title: string) => `Étape ${step} sur ${steps} : ${title}`,
  planned: (minutes: number) => `prévue en ${minutes} min`,
  moved: (since: string) => (since === 'à l’instant' ? 'Ça vient de bouger.' : `Rien n’a bougé depuis ${since}.`),
  quiet: 'Le groupe est calme depuis plusieurs minutes.',
  noMission: 'Aucune mission en cours.',
  nobody: 'Personne à table pour l’instant.',
  away: (name: string) => `${name}, pas là`,
  aside: (name: string) => `${name}, de côté`,
  left: (name: string) => `${name}, à demain`,
  offers: (titles: readonly string[]) =>
    `${counted(titles.length, 'offre ouverte', 'offres ouvertes')} : ${listed(titles)}.`,
  pausedSince: (since: string) =>
    since === 'à l’instant'
      ? 'En pause. Rien ne tourne, les écrans sont calmes.'
      : `En pause depuis ${since}. Rien ne tourne, les écrans sont calmes.`,
  paused: 'En pause. Rien ne tourne, les écrans sont calmes.',
  resume: 'Relancer le groupe',
  pause: 'Pause',
  skip: 'Passer',
  force: 'Valider l’étape',
  openDay: (day: number) => `Ouvrir le jour ${day}`,
  endDay: (day: number) => `Clore le jour ${day}`,
  manage: 'Tout voir du groupe',
} as const;

export const hint = {
  title: (rung: number, of: number) => `Indice ${rung} sur ${of}`,
  yours: 'Avec vos mots. Le groupe verra que cela vient de l’équipe.',
  field: 'L’indice, à changer si vous voulez',
  own: 'Votre indice pour le groupe',
  give: (name: string, rung: number) => `${name} donne l’indice ${rung}`,
  giveOwn: 'Envoyer cet indice',
  none: 'Tous les indices prévus sont donnés.',
  change: 'Changer les mots',
} as const;

export const facts = {
  pieces: (read: number, total: number) =>
    read === 0 ? 'Aucune pièce lue pour l’instant.' : `${counted(read, 'pièce lue', 'pièces lues')} sur ${total}.`,
  reading: (names: readonly string[]) => `Des pièces attendent chez ${listed(names)}.`,
  missed: (texts: readonly string[]) => `Déjà essayé : ${quoted(texts)}.`,
  proposal: (text: string) => `Proposé : ${quoted([text])}. Il manque une deuxième voix.`,
  halfLit: 'La bonne réponse est là. Il manque une deuxième voix.',
  tries: (count: number) => `${counted(count, 'essai', 'essais')}.`,
  noTry: 'Aucun essai pour l’instant.',
  answers: (texts: readonly string[]) => `Réponses acceptées : ${quoted(texts)}.`,
  answer: (text: string) => `La réponse : ${quoted([text])}.`,
  voted: (count: number, of: number, round: number) => `Tour ${round} : ${counted(count, 'vote', 'votes')} sur ${of}.`,
  voices: (count: number) => `${counted(count, 'voix donnée', 'voix données')} pour le choix ouvert.`,
  decided: (count: number, of: number) => `${count} sur ${of} ont fait leur choix. Personne ne voit lequel.`,
  attempts: 'Derniers essais',
  worth: { right: 'juste', near: 'presque', wrong: 'pas encore' } as Readonly<Record<string, string>>,
  accept: 'Accepter l’essai',
  accepted: 'Essai accepté',
} as const;

function quoted(texts: readonly string[]): string {
  return listed(texts.map((text) => `« ${text.replace(/\.$/, '')} »`));
}

export const missions = {
  today: 'Aujourd’hui',
  earlier: 'À reprendre',
  none: 'Ouvrez un jour pour voir ses missions.',
  status: { closed: 'à venir', open: 'en cours', aside: 'mise de côté', done: 'éclat allumé' },
  open: 'Ouvrir',
  takeUp: 'Reprendre',
  skip: 'Passer cette mission',
  force: 'Valider l’étape',
  forceDetail: 'L’étape se termine pour tout le groupe. Ce geste ne s’annule pas.',
  skipDetail: 'La mission est mise de côté. Le groupe la reprend quand il veut.',
  reason: 'Pourquoi, en quelques mots',
  finish: 'Terminer ce groupe',
  finishDetail: 'La porte se ferme et le groupe passe dans vos groupes terminés. Ce geste ne s’annule pas.',
  finished: (name: string) => `${name} : le groupe est terminé.`,
  calendar: 'Les jours',
  move: 'Décaler les jours à venir',
  opens: (day: string, hour: string) => `${day}, ${hour}`,
  later: 'Un jour plus tard',
  earlierDay: 'Un jour plus tôt',
  shiftWords: (day: number) => `À partir du jour ${day}, tous les jours suivants bougent aussi.`,
} as const;

export const door = {
  closed: 'La porte est fermée. Ouvrez-la quand le groupe est devant vous : le code vit quinze minutes.',
  open: 'Ouvrir la porte',
  renew: 'Un nouveau code',
  shut: 'Fermer la porte',
  print: 'Imprimer',
  code: 'Le code de la porte',
  left: (minutes: number) => (minutes < 1 ? 'Encore moins d’une minute' : `Encore ${minutes} min`),
  over: 'Ce code ne fait plus entrer. Prenez-en un nouveau.',
  scan: 'QR de la porte du groupe',
  waiting: 'À la porte',
  nobody: 'Personne n’attend. Le prénom de chaque personne s’affiche ici dès qu’elle frappe.',
  admit: 'Faire entrer',
  removed: 'Plus à table',
  readmit: 'Faire revenir',
  returnCode: (code: string) => `Code du groupe, pour revenir : ${code}`,
  sheet: [
    'Scannez ce code avec l’appareil photo du téléphone.',
    'Choisissez un prénom et un code secret de six chiffres.',
    'On vous fait entrer par votre prénom. C’est parti.',
  ],
  orType: (address: string) => `Sans appareil photo, allez sur ${address} et tapez`,
} as const;

export const people = {
  none: 'Personne à table. Ouvrez la porte du groupe.',
  state: { here: 'ici', away: 'page fermée', aside: 'de côté un moment', left: 'à demain' },
  unlinked: 'pas encore relié à une personne',
  noReferent: 'premier entretien à prévoir',
  edit: 'Relier, aider',
  done: 'Refermer',
  remove: 'Retirer de la table',
  newDevice: (when: string) => `Un téléphone pas encore connu a ouvert cette place à ${when}. C’est bien sa personne ?`,
  seen: 'C’est vu',
  surname: 'Nom',
  fileNumber: 'Numéro i-milo',
  phone: 'Téléphone, si la personne est d’accord',
  referent: 'Conseiller ou conseillère',
  noneYet: 'Pas encore : premier entretien',
  kept: 'Gardé hors du jeu, lu par l’équipe concernée seulement.',
  newPhone: 'Ouvrir sur un autre téléphone',
  newPhoneWords: 'À scanner dans les dix minutes, une seule fois. Ce téléphone devient le sien.',
  card: 'Donner une carte',
  cardWords: 'À imprimer ou à photographier maintenant : ce QR ne sera plus montré. L’ancienne carte ne marche plus.',
  unslow: 'Débloquer les essais de code',
  unslowed: 'C’est débloqué.',
  qr: (name: string) => `QR pour ${name}`,
} as const;

export const newGroup = {
  title: 'Un nouveau groupe',
  pack: 'L’aventure',
  days: (count: number) => counted(count, 'jour', 'jours'),
  name: 'Le nom du groupe',
  site: 'Le lieu',
  firstDay: 'Le premier jour',
  started: (day: string) => `Commencé ${day}`,
  starts: (day: string) => `Il commence ${day}.`,
  weekend: (days: string) => `Les jours 4 et 5 tombent ${days}.`,
  onWeekend: 'le week-end, comme prévu pour les sorties',
  notWeekend: (four: string, five: string) => `${four} et ${five} : les sorties ne seront pas le week-end`,
  create: 'Créer le groupe et ouvrir sa porte',
  noPack: 'Aucune aventure n’est installée. Demandez-la à la personne qui a installé Éclats.',
  missing: 'Donnez un nom au groupe.',
} as const;

/** What an act did, once done: for the undo bar and the history. */
export const acts: Readonly<Record<string, (about: { mission: string; seat: string; number: number }) => string>> = {
  open_day: ({ number }) => `Jour ${number} ouvert`,
  end_day: ({ number }) => `Jour ${number} clos`,
  open_mission: ({ mission }) => `« ${mission} » ouverte`,
  skip_mission: ({ mission }) => `« ${mission} » mise de côté`,
  force_step: ({ mission }) => `Étape validée, « ${mission} »`,
  give_hint: ({ mission }) => `Indice donné, « ${mission} »`,
  accept_answer: ({ mission }) => `Essai accepté, « ${mission} »`,
  pause: () => 'Mis en pause',
  resume: () => 'Relancé',
  shift_calendar: ({ number }) => shifted(number),
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
