/** The words of what is one person's own: what was missed, the days, what was said to somebody, what one keeps. */

export const NUMBERS: Record<number, string> = { 2: 'Deux', 3: 'Trois', 4: 'Quatre', 5: 'Cinq', 10: 'Dix' };

export const myWords = {
  recall: {
    back: 'Te revoilà.',
    welcome: 'Bienvenue à table.',
    lead: 'Voici l’essentiel, en une minute.',
    lit: (count: number) =>
      count === 1 ? 'Le groupe a déjà allumé un éclat.' : `Le groupe a déjà allumé ${count} éclats.`,
    last: 'La dernière fois',
    story: 'L’histoire',
    now: 'Et maintenant',
    role: 'Ta place est prête. Tu joues tout de suite, avec les autres.',
    wait: 'La prochaine mission arrive. Tu la commences avec les autres.',
    go: 'J’y vais',
    see: 'Ce que j’ai manqué, en dix minutes',
  },

  missed: {
    title: 'Ce que le groupe a fait sans toi.',
    lead: 'Rien n’est perdu : chaque éclat t’ouvre son offre. Dix minutes, dans l’ordre que tu veux.',
    none: 'Tu as tout vu.',
    seen: 'vu',
    end: 'Revenir au groupe',
  },

  bravo: {
    title: 'Dire bravo',
    who: 'À qui veux-tu le dire ?',
    what: (name: string) => `Qu’est-ce que tu veux dire à ${name} ?`,
    lead: 'Une phrase de la liste. La personne la reçoit, et personne ne compte.',
    nobody: 'C’est dit à tout le monde pour aujourd’hui.',
    said: 'C’est dit.',
    give: 'Dire bravo à quelqu’un',
    received: 'On te l’a dit',
    from: (name: string) => `de ${name}`,
  },

  feeling: {
    title: 'Comment c’était ?',
    choices: { good: 'Bien', mixed: 'Moyen', hard: 'Difficile', unsure: 'Je ne sais pas' },
    lead: 'Personne ne voit ta réponse.',
    kept: 'C’est gardé. Tu peux changer.',
  },

  days: {
    title: (days: number) => `Mes ${(NUMBERS[days] ?? String(days)).toLowerCase()} jours`,
    story: 'L’histoire jusqu’ici',
    storyDetail: 'À lire ou à écouter, en deux minutes.',
    day: (day: number, title: string) => (title ? `Jour ${day} · ${title}` : `Jour ${day}`),
    now: 'en ce moment',
    lit: (count: number) => (count === 1 ? 'un éclat' : `${count} éclats`),
    keepsake: 'Mon souvenir',
    keepsakeDetail: 'Ce que tu as fait avec le groupe. Il est à toi.',
  },

  keepsake: {
    did: 'Ce que tu as fait avec le groupe',
    came: (days: string) => `Tu étais là : ${days}.`,
    bravos: 'Ce qu’on t’a dit',
    offers: 'Les offres ouvertes',
    end: 'Revenir à aujourd’hui',
    pdf: 'Mon souvenir en PDF',
  },

  poster: {
    title: 'La verrière du groupe',
    named: (group: string) => `La verrière du groupe ${group}`,
    lead: 'L’image seule : aucun prénom, aucun nombre.',
    name: 'Avec le nom du groupe',
    save: 'Garder l’image',
    saved: 'L’image est gardée sur ce téléphone.',
    failed: 'Ce téléphone ne sait pas garder l’image. Fais une capture d’écran.',
    print: 'Imprimer',
    open: 'L’image, à garder ou à imprimer',
    door: 'La porte est ouverte sur le ciel.',
  },

  needs: {
    title: 'Ce que j’ai dit.',
    row: 'Ce que j’ai dit de mes besoins',
    lead: 'Toi seul le vois. Rien n’est partagé sans toi.',
    none: 'Rien pour l’instant. Une mission te le propose, et tu réponds si tu veux.',
    talk: 'envie d’en parler',
    know: 'envie d’en savoir plus',
    nothing: 'Pas maintenant, pour tout. C’est une réponse aussi.',
    before: (answer: string) => `avant : ${answer}`,
  },

  message: {
    from: (name: string) => `Un mot de ${name}`,
    team: 'Un mot de l’équipe',
    written: (when: string) => `Écrit par une personne, ${when}.`,
    told: (name: string, character: string) => `Écrit par ${name}, avec la voix de ${character}.`,
  },
};
