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
  read: 'C’est lu.',
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
  callGone: 'Cet appel est clos : l’équipe s’en est occupée.',
  panelLabel: 'À regarder maintenant',
  summaryLabel: 'Le groupe en bref',
  tabs: { missions: 'Missions', door: 'Porte', people: 'Personnes', days: 'Jours', acts: 'Gestes' },
  waitingTab: (count: number) => `Porte · ${count}`,
  sections: {
    missions: 'Missions',
    door: 'Entrer',
    safety: 'Sorties du week-end',
    people: 'Qui est qui',
    hours: 'Heures',
    days: 'Jours',
    acts: 'Tous les gestes',
    past: 'Revoir le jeu',
  },
  calendar: 'Calendrier',
  relay: 'Passer le relais',
  training: 'S’entraîner',
  shortcuts: 'Raccourcis clavier',
  projection: 'Projeter la verrière',
  leaveProjection: 'Quitter la projection',
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

export const call = {
  distress: 'Un message inquiet',
  help: 'Un appel à l’aide',
  from: (name: string) => `De ${name}`,
  someone: 'quelqu’un',
  noWords: 'Sans message : juste un appel.',
  phone: (name: string) => `Appeler ${name}`,
  noPhone: 'Aucun numéro lié à cette place. Allez voir, ou passez par le groupe.',
  take: 'Je m’en occupe',
  yours: 'Vous vous en occupez.',
  claimed: (name: string) => `${name} s’en occupe.`,
  done: 'C’est réglé',
  discreet: 'Ces mots ne sont lus que par l’équipe de garde. Ils ne laissent pas de trace dans le jeu.',
  closed: 'L’appel est clos.',
} as const;

export const group = {
  before: 'Pas commencé',
  pausedShort: 'En pause',
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

/** What the team did about a need, in the group's history; by the second word of its key. */
export const log = {
  about: {
    call: 'Appel à l’aide',
    silence: 'Groupe arrêté',
    tries: 'Beaucoup d’essais',
    pieces: 'Pièces sans personne',
    trouble: 'Écran en panne',
    photo: 'Photo à regarder',
    door: 'Arrivée à la porte',
    absent: 'Une personne absente',
    feeling: 'Journée qui a pesé',
    safety: 'Sorties du week-end',
    opening: 'Jour à ouvrir',
    closing: 'Jour à clore',
    slots: 'Créneaux à prévoir',
    paused: 'Pause longue',
  } as Readonly<Record<string, string>>,
  something: 'Une demande',
  mine: 'vous vous en occupez',
  theirs: (name: string) => `${name} s’en occupe`,
  myTurn: 'vous prenez la suite',
  theirTurn: (name: string) => `${name} prend la suite`,
  release: 'de nouveau pour toute l’équipe',
  snooze: 'remis à un peu plus tard',
  line: (about: string, did: string) => `${about} : ${did}`,
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
  voted: (count: number, of: number, round: number) =>
    `Tour ${round} : ${count === 0 ? 'aucun vote' : counted(count, 'vote', 'votes')} sur ${of}.`,
  voices: (count: number) =>
    `${count === 0 ? 'Aucune voix donnée' : counted(count, 'voix donnée', 'voix données')} pour le choix ouvert.`,
  decided: (count: number, of: number) =>
    count === 0
      ? 'Personne n’a encore fait son choix.'
      : `${count} sur ${of} ${count > 1 ? 'ont fait leur' : 'a fait son'} choix. Personne ne voit lequel.`,
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
  forceDetail: 'L’étape se termine pour tout le groupe.',
  skipDetail: 'La mission est mise de côté. Le groupe la reprend quand il veut.',
  reason: 'Pourquoi, en quelques mots',
  finish: 'Terminer ce groupe',
  finishDetail: 'La porte se ferme et le groupe passe dans vos groupes terminés. Ce geste ne s’annule pas.',
  finished: (name: string) => `${name} : le groupe est terminé.`,
} as const;

export const door = {
  closed: 'La porte est fermée. Ouvrez-la quand le groupe est devant vous : le code vit quinze minutes.',
  open: 'Ouvrir la porte',
  renew: 'Un nouveau code',
  shut: 'Fermer la porte',
  cards: 'Douze cartes à découper (PDF)',
  poster: 'L’affiche (PDF)',
  large: 'Montrer en grand',
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
  type: (address: string) => `Ou allez sur ${address} et tapez`,
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
  dates: 'Les dates',
  weekendFits: 'Les sorties tombent le week-end, comme prévu.',
  startOn: (day: string) => `Commencer plutôt ${day}`,
  create: 'Créer le groupe et ouvrir sa porte',
  noPack: 'Aucune aventure n’est installée. Demandez-la à la personne qui a installé Éclats.',
  missing: 'Donnez un nom au groupe.',
} as const;

export const shortcuts = {
  walk: 'D’une demande à l’autre',
  send: 'Faire le geste proposé',
  list: 'Revenir à la liste',
  group: 'Ouvrir un groupe, dans l’ordre',
  groups: 'Mes groupes',
  calendar: 'Le calendrier',
  relay: 'Passer le relais',
  write: 'Écrire à tous les groupes',
  claim: 'M’occuper de la demande choisie',
  later: 'La remettre à dans 5 minutes',
  undo: 'Annuler le dernier geste',
  pause: 'Tout mettre en pause, ou tout relancer',
  help: 'Cette liste',
  letters: 'Les lettres seules agissent',
} as const;
