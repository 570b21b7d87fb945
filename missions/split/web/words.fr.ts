/** What texts/fr.json does not say. */
export const words = {
  noPane: 'Tu écoutes.',
  listens: 'écoute',
  partly: (read: number, pieces: number) => `${read} lue sur ${pieces}`,
  whoHolds: 'Qui tient les autres vitres',
  myPane: 'Relire ma vitre',
  myPanes: 'Relire mes vitres',
};
