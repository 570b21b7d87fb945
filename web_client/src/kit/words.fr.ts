/** The words of the pieces that every screen has. */
import { inLanguage } from './language.svelte';

export const words = inLanguage('kit', {
  pass: 'Je passe',
  needHelp: 'J’ai besoin d’aide',
  backToGame: 'Revenir au jeu',
  undo: 'Annuler',
  listen: 'Écouter',
  stop: 'Arrêter',
  unreachable: 'Pas de réseau. Réessaie dans un instant : rien n’est perdu.',
  broken: 'Quelque chose n’a pas marché de notre côté. Réessaie dans un instant.',
});
