/** The words of the way in. */
import { inLanguage } from '@kit/language.svelte';

export const words = inLanguage('entry', {
  title: 'Éclats',
  /** After words of distress, before anything else. */
  distress: {
    title: 'Merci de l’avoir écrit.',
    lead: 'Un adulte va te lire. Tu peux aussi appeler, tout de suite.',
  },
  headline: 'Tout était prévu. Sauf vous.',
  doorLead: 'Le code est affiché là où vous êtes.',
  doorLabel: 'Le code de la porte',
  open: 'Ouvrir',
  back: 'Retour',
  haveOne: 'J’ai déjà une place',
  myPlaces: 'Tes places sur ce téléphone',
  groupOf: (group: string) => `Groupe ${group}`,
  waitsForYou: (group: string) => `Le groupe ${group} t’attend.`,
  joinLead: 'Pas de compte, pas d’adresse. Juste un prénom.',
  nameLabel: 'Ton prénom, ou un surnom',
  suggestions: 'Des idées de surnom',
  enter: 'Entrer',
  pinTitle: 'Choisis six chiffres.',
  pinWhy: 'Avec eux, tu retrouves ta place sur n’importe quel téléphone. Ne les donne à personne.',
  pinLabel: 'Tes six chiffres',
  pinShort: 'Il faut six chiffres.',
  nameShort: 'Écris un prénom ou un surnom : c’est comme ça que les autres te verront.',
  codeShort: 'Le code a huit signes : des lettres et des chiffres.',
  pinEnter: 'Entrer dans le groupe',
  returnTitle: 'Te revoilà.',
  returnLead: 'Trois choses, et tu retrouves ta place là où tu l’as laissée.',
  groupCodeLabel: 'Le code du groupe',
  yourName: 'Ton prénom dans le groupe',
  comeBack: 'Revenir',
  lostCode: 'Code oublié ? La personne qui anime le groupe peut te le redire, ou te donner un QR.',
  opening: 'On ouvre ta place.',
  openAgain: 'Réessayer',
});
