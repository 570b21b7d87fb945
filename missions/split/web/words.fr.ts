/** What texts/fr.json does not say. */
import { inLanguage } from '@kit/language.svelte';

export const words = inLanguage('missions/split/words', {
  noPane: 'Tu écoutes.',
  listens: 'écoute',
  partly: (read: number, pieces: number) => `${read} ${read > 1 ? 'lues' : 'lue'} sur ${pieces}`,
  whoHolds: 'Qui tient les autres vitres',
  myPane: 'Relire ma vitre',
  myPanes: 'Relire mes vitres',
});
