/** What texts/fr.json does not say. */
import { inLanguage } from '@kit/language.svelte';

export const words = inLanguage('missions/riddle/words', {
  listens: 'écoute',
  clues: (count: number) => (count === 1 ? '1 indice' : `${count} indices`),
  whoHolds: 'Qui tient les autres indices',
  noClue: 'Tu écoutes.',
});
