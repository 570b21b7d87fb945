/** The words of the practice group. */
import { counted } from '../formats';

export const words = {
  intro:
    'Un groupe simulé, rien que pour vous. Les situations arrivent une à une : réglez-les comme en vrai, depuis la liste.',
  begin: 'Commencer un entraînement',
  again: 'Recommencer avec un nouveau groupe',
  begun: 'Le groupe d’entraînement est prêt.',
  mine: 'Mes entraînements',
  erased: (when: string) => `effacé ${when}`,
  open: 'Ouvrir',
  goTo: 'Voir le groupe',
  toList: 'Aller à la liste',
  met: 'Ce que vous rencontrez',
  status: { to_come: 'à venir', now: 'maintenant', done: 'réglé', left: 'laissé' },
  took: (lasted: string) => `en ${lasted}`,
  report: 'Bilan',
  so_far: (done: number, of: number) =>
    `${done} sur ${of} : ${done === of ? 'tout est vu' : 'continuez, la liste se remplit'}`,
  seconds: (count: number) => counted(count, 'seconde', 'secondes'),
  none: 'Pas encore d’entraînement. Dix minutes suffisent.',
  strip: (title: string) => `Entraînement : ${title}`,
} as const;
