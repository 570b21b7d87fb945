/** The words of one's own settings. */
import { inLanguage } from '@kit/language.svelte';

export const words = inLanguage('place/preferences', {
  title: 'L’écran, pour toi',
  language: 'La langue',
  letters: 'La taille des lettres',
  sizes: { '100': 'Normale', '125': 'Grande', '150': 'Plus grande', '200': 'Très grande' },
  reading: 'La lecture',
  room: 'Plus d’espace entre les lignes et les lettres',
  face: 'Des lettres faites pour la dyslexie',
  light: 'La lumière',
  theme: { dark: 'Sombre', light: 'Claire', system: 'Comme le téléphone' },
  motion: 'Le mouvement et le son',
  lessMotion: 'Moins de mouvement',
  sound: 'Des sons',
  vibration: 'Une vibration courte',
});
