/** Every French word of the page that shows the three others. */
import type { Frame } from './addresses';

export const words = {
  title: 'Une aventure, trois pages',
  intro:
    'Huit jeunes simulés jouent, un animateur les suit, deux conseillers attendent leurs rendez-vous. La place libre est à vous : entrez par le téléphone, le groupe ralentit pour vous.',
  lost: 'Cette adresse est incomplète. Reprenez celle que la démonstration a affichée.',
  tabs: 'Les trois pages',
  frames: {
    phone: { short: 'Téléphone', title: 'Le téléphone', detail: 'la place libre est à vous' },
    console: { short: 'Console', title: 'La console', detail: 'l’animateur suit le groupe' },
    counsellor: { short: 'Conseiller', title: 'La page du conseiller', detail: 'les rendez-vous arrivent ici' },
  } satisfies Record<Frame, { short: string; title: string; detail: string }>,
} as const;
