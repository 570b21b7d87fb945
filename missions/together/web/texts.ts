/** What this kind says, in the language of the page. */
import { inLanguage } from '@kit/language.svelte';
import french from '../texts/fr.json';

export const texts = inLanguage('missions/together', french);
