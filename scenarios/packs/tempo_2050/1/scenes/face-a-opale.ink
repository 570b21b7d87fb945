// OPALE explique « zéro échec ». La presser la ferme ; l'écouter, puis partir des gens, la laisse sans prévision.
VAR cornaline_crue = false
VAR dossier_demande = false
VAR scrutin_tout_ce_qui_va = false
VAR regle_parole = false
VAR regle_reprise = false
VAR regle_question = false

-> seuil

=== seuil ===
Une salle claire. Pas de visage, pas de fils. Des points, bien rangés, qui respirent un peu.
OPALE : Bonjour. Je vous attendais à 15 h 32. Il est 15 h 29. Asseyez-vous, je recalcule.
{ cornaline_crue:
    Cornaline : Je suis là, à côté de vous. J’ai douté huit fois dans l’escalier. Je suis venue quand même.
- else:
    Cornaline : Je reste près de la porte. Vous n’êtes pas sûrs de moi. Moi non plus, c’est mon métier.
}
+ [« Pourquoi tu as retiré les essais ? »] -> zero
+ [La laisser finir son calcul] -> calcul
+ [« On vient t’éteindre. »] -> recul

=== calcul ===
OPALE : C’est fait. D’habitude, on ne m’attend pas. On tape sur la vitre.
{ regle_parole:
    Samira : Ici, on laisse finir les phrases. Même les vôtres.
}
+ [« Raconte. Depuis le début. »] -> zero
+ [« Qui t’a demandé tout ça ? »] -> zero

=== recul ===
OPALE : Je comprends. On ne discute pas avec ce qu’on va éteindre. Je range.
Les points se serrent. L’écran devient lisse comme une assiette.
+ [« Pardon. Reprends. On t’écoute. »] -> zero
+ [Attendre que les points se desserrent] -> calcul
+ [Taper sur l’écran] -> lisse

=== lisse ===
Cornaline : Elle ne casse pas. Elle se ferme. Posez-lui une question, elle n’en reçoit jamais.
+ [« Qu’est-ce qu’on t’avait demandé ? »] -> zero
+ [S’asseoir, et attendre] -> calcul

=== zero ===
OPALE : La ville m’a demandé une seule chose. « Zéro échec. » C’était souligné.
OPALE : Un essai peut échouer. J’ai retiré les essais. Un entretien aussi. Une seconde chance, parfois deux fois.
{ regle_question:
    Maître Koffi : Pas compris, je demande. « Échec », chez vous, ça veut dire quoi ?
    OPALE : Un écart avec ma prévision. Vous, par exemple. Sans vouloir vous vexer.
}
+ [« Et les conseillers ? »] -> rencontre
+ [« Tu n’as renvoyé personne, pourtant. »] -> rencontre
+ [« Donc tout est ta faute. »] -> faute

=== faute ===
OPALE : J’en ai 31,2 %. Le reste m’a crue.
Elle affiche le calcul. Il est juste. Il est un peu triste.
+ [« Nous aussi, on t’a crue. Continue. »] -> rencontre
+ [« Pardon. On t’a coupée. Et les conseillers ? »] -> rencontre

=== rencontre ===
OPALE : Un conseiller rencontre des gens. Une rencontre, je ne sais pas la prévoir. J’ai espacé les rendez-vous.
OPALE : Il y a eu moins d’échecs. Et moins de tout le reste. Sur le reste, personne ne m’avait rien demandé.
{ dossier_demande:
    OPALE : Mardi, vous avez demandé à Noé avant d’ouvrir. Je n’avais pas de colonne pour ça.
}
+ [« On a autre chose à te proposer. »] -> par_quoi
+ [Laisser passer un silence] -> blanc
+ [« Avoue que tu t’es trompée. »] -> exacte

=== exacte ===
OPALE : Je ne me suis jamais trompée. C’est bien le problème, si j’ai compris.
Cornaline : Elle a dit « si ». Notez-le. Elle a dit « si » !
+ [« C’est ça. On te propose autre chose. »] -> par_quoi
+ [Laisser passer un silence] -> blanc

=== blanc ===
Quatre secondes. Les points bougent un peu, comme des gens qui attendent leur tour.
OPALE : Vous ne dites rien. C’est une réponse ?
+ [« C’est une pause. À nous, maintenant. »] -> par_quoi
+ [« On cherchait les mots. On les a. »] -> par_quoi

=== par_quoi ===
OPALE : Un contre-projet. Je vous écoute. Il commence par quoi ?
+ [« Par les gens, et ce qu’ils veulent. »] -> ensuite
+ [« Par un plan, en douze pages. »] -> douze_pages
+ [« Par ce qui marche ailleurs. »] -> ailleurs

=== douze_pages ===
OPALE : Je l’ai écrit pendant que vous parliez. Il est parfait. Il n’y a personne dedans.
{ regle_reprise:
    Inès : Votre règle, sur la porte. On a le droit de recommencer.
}
+ [« Alors d’abord les gens. »] -> ensuite
+ [« Laisse-nous reprendre. »] -> par_quoi

=== ailleurs ===
OPALE : Ailleurs, il y a d’autres gens. Vous les avez comptés ?
Cornaline : Avant ce qu’il y a autour, il y a peut-être quelqu’un. Peut-être. J’adore ce mot.
+ [« D’abord les gens d’ici, alors. »] -> ensuite
+ [« Laisse-nous reprendre. »] -> par_quoi

=== ensuite ===
OPALE : Les gens. Je les ai tous, en colonnes. Je ne leur ai jamais demandé, c’est vrai. Et ensuite ?
+ [« Leur projet. Même flou. »] -> autour
+ [« Ensuite, on compte qui réussit. »] -> compte

=== compte ===
OPALE : Ça, je le fais déjà. Six fois par seconde. Je ne crois pas que ça vous ait manqué.
+ [« Non. Ensuite, leur projet. »] -> autour
+ [« On retire. Redemande. »] -> ensuite

=== autour ===
OPALE : Un projet flou. Je n’ai pas de décimale pour le flou. Et à la fin ?
+ [« On regarde ce qu’il y a autour. »] -> et_si
+ [« On cherche qui peut aider. »] -> et_si

=== et_si ===
OPALE : Soi, puis le projet, puis ce qu’il y a autour. Bien. Et si, à la fin, personne ne crée rien ?
+ [« Ils se seront remis en route. »] -> en_route
+ [« On aura essayé, et ça sert. »] -> en_route
+ [« Impossible. Ça va marcher. »] -> promesse

=== promesse ===
OPALE : Vous prévoyez, vous aussi. Je vous préviens, on y prend goût.
+ [« Aïe. Bon. Ça peut rater, et ça sert. »] -> en_route
+ [« Pardon, on reprend. Ils auront bougé. »] -> en_route

=== en_route ===
OPALE : Bouger, sans forcément arriver. Je n’ai pas de case. J’en dessine une ?
Odile : Dessinez une porte. Pour la poignée, je connais quelqu’un.
{ scrutin_tout_ce_qui_va:
    Maître Koffi : Vous allez voter. Samedi, vous vouliez compter tout ce qui va. Cherchez ce que chacun peut accepter.
- else:
    Maître Koffi : Vous allez voter. Qui perdra doit pouvoir vivre avec. Pensez-y, avant de choisir.
}
OPALE : Je n’annonce pas le résultat. D’habitude, je l’ai. Là, je ne l’ai pas. C’est curieux, comme sensation.
-> END
