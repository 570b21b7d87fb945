/** What my page says around an appointment: who knows, how to warn, when to be reminded, what became of it. */
import { inLanguage } from '@kit/language.svelte';

const NBSP = '\u00a0';

export const words = inLanguage('player/meeting_words', {
  warn: 'Prévenir',
  late: 'Je serai en retard',
  absent: 'Je ne peux pas venir',
  warned: 'C’est dit. La personne qui te reçoit le voit tout de suite.',
  tooLate: 'Pour changer ou annuler maintenant, préviens. C’est toujours possible.',
  shown: 'Ce que tu montres',
  takeBack: 'Ne plus montrer',
  takenBack: 'C’est retiré, dans son agenda aussi.',
  declined: 'Ce moment ne convient plus à la personne qui te reçoit. Choisis-en un autre, ou garde-le et demande-lui.',
  modes: { on_site: '', phone: 'par téléphone', video: 'en visio' } as Record<string, string>,
  otherTimes: 'Voici d’autres moments libres.',
  remindTitle: 'Me le rappeler',
  remindLead: 'Le message dit seulement le jour et l’heure. Jamais la nuit.',
  moments: { week: '7 jours avant', two_days: '2 jours avant', morning: 'Le matin même' },
  ways: { app: 'Ici, sur ma page', email: 'Par e-mail', sms: 'Par SMS' },
  email: 'Mon adresse e-mail',
  phone: 'Mon numéro',
  save: 'Garder ces rappels',
  saved: 'C’est gardé.',
  followTitle: (days: number) =>
    days === 7 ? `Une semaine après, où en es-tu${NBSP}?` : `Un mois après, où en es-tu${NBSP}?`,
  done: 'C’est fait',
  under_way: 'C’est en cours',
  dropped: 'J’ai laissé tomber',
  thanks: 'Merci. Tu peux reprendre rendez-vous quand tu veux.',
});
