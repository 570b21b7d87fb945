/** What texts/fr.json does not say. */
import { inLanguage } from '@kit/language.svelte';

export const words = inLanguage('missions/appointment/words', {
  sayTitle: 'Trois choses à dire, si tu veux.',
  sayLead: 'C’est pour toi. Ton conseiller ne verra que ce que tu choisis de lui montrer.',
  show: 'Le montrer à mon conseiller',
  toMoments: 'Choisir mon moment',
  chooseTitle: 'Choisis ton moment.',
  freeTitle: 'C’est toi qui vois.',
  counsellor: 'La personne qui te suit.',
  firstMeeting: 'Une première rencontre avec la Mission Locale.',
  modes: { on_site: 'sur place', phone: 'par téléphone', video: 'en visio' } as Record<string, string>,
  minutes: (count: number) => `${count}\u00a0min`,
  others: 'Voir d’autres moments',
  take: 'Prendre ce moment',
  again: 'Relire ce que je veux dire',
  noSlot: 'Pas de moment libre pour l’instant. On peut te rappeler.',
  pinOnly:
    'Ce téléphone est ouvert par le code seul. Pour prendre un moment ici, demande un QR à la personne qui anime, ou prends ta carte.',
  nothingShown: 'Tu n’as rien choisi de montrer.',
  shown: (count: number) => (count === 1 ? 'Tu montres une chose.' : `Tu montres ${count} choses.`),
  how: 'Comment se voir',
  anyMode: 'Au choix',
  lostTitle: 'C’est annulé.',
  lost: 'La personne qui te reçoit ne peut plus à cette heure-là. Tu peux choisir un autre moment.',
  bookedTitle: 'C’est pris.',
  doneTitle: 'C’est décidé.',
  with: (name: string) => `avec ${name}`,
  file: 'Ajouter à mon agenda',
  cancel: 'Annuler ce rendez-vous',
  cancelSure: 'Le moment sera libre pour quelqu’un d’autre. Tu pourras en reprendre un.',
  cancelYes: 'Oui, l’annuler',
  keep: 'Le garder',
  change: 'Changer d’avis',
  nobodySees: 'Personne du groupe ne voit ton choix.',
  chosen: (count: number) =>
    count === 1
      ? '1 personne a choisi. La suite vient bientôt.'
      : `${count} personnes ont choisi. La suite vient bientôt.`,
  coming: 'Ça arrive.',
});
