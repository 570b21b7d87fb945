// La consigne d'OPALE est parfaite, et personne ne la comprend. Demander qu'elle la redise fait tout avancer.
VAR regle_parole = false
VAR regle_reprise = false
VAR regle_question = false
VAR consigne_reformulee = false

-> treuil

=== treuil ===
Le treuil a quatre leviers. Au-dessus, un écran très propre, avec des points bien rangés.
OPALE : Bonjour. Procédez à la compensation séquentielle des organes de manœuvre. Précision attendue : 99,2 %.
Samira : J’ai lu la notice. Deux fois. J’ai compris « bonjour ».
+ [Hocher la tête, et tirer un levier] -> semblant
+ [Se taire, et relire l’écran] -> relire
+ [« On n’a pas compris. Dites-le autrement ? »] -> autrement
+ [« C’est quoi, un organe de manœuvre ? »] -> un_mot
+ [« Vous pouvez nous montrer ? »] -> montrer

=== relire ===
Une minute passe. La phrase n’a pas rapetissé.
Noé : Bof. Personne ne parle comme ça.
{ regle_parole:
    Samira : On laisse finir les phrases, c’est votre règle. Celle-là, on peut aussi l’abréger.
}
OPALE : Je remarque un silence. Vous avez compris à 100 %, ou pas du tout.
+ [Dire que oui, on a compris] -> semblant
+ [« Pas du tout. Dites-le autrement ? »] -> autrement
+ [« C’est quoi, un organe de manœuvre ? »] -> un_mot
+ [« Vous pouvez nous montrer ? »] -> montrer

=== semblant ===
Le levier grince. La petite porte se ferme. Elle était déjà fermée.
OPALE : Vous ferez semblant encore 3,4 fois. C’était à prévoir.
{ regle_reprise:
    Samira : On a le droit de recommencer. C’est écrit sur la porte, et c’est vous qui l’avez voulu.
- else:
    Samira : Rien de cassé. On reprend où vous voulez.
}
+ [« Pardon. En vrai, on n’a pas compris. »] -> autrement
+ [« C’est quel levier, un organe ? »] -> un_mot
+ [Tirer un autre levier, l’air sûr de soi] -> encore

=== encore ===
Quelque part, une cloche sonne. Un canard s’envole, vexé.
Inès : Onze minutes que je vous regarde. Vous faites ça très bien, semblant.
+ [« D’accord. On demande. »] -> autrement
+ [Laisser Samira demander] -> samira_demande

=== samira_demande ===
Samira : Bon. Je n’ai pas compris. Voilà, c’est dit, et je suis encore debout.
OPALE : Je peux le dire avec moins de mots. Personne ne me l’avait demandé. J’imprime.
-> imprimante

=== autrement ===
~ consigne_reformulee = true
Les points de l’écran se dérangent un peu, puis se rangent.
OPALE : Autrement. Personne ne me demande jamais cela. Un instant.
{ regle_question:
    Samira : « Pas compris, on demande. » C’est écrit au tableau. Elle a dû sauter cette page.
}
OPALE : Il y a quatre leviers. Chacun a une place. Il faut les régler, de gauche à droite.
-> suite

=== un_mot ===
~ consigne_reformulee = true
OPALE : Un organe de manœuvre est un levier. J’ai préféré le mot long. Il avait l’air plus sûr.
{ regle_question:
    Samira : « Pas compris, on demande. » Vous voyez, ça marche même avec elle.
}
OPALE : Je reprends. Quatre leviers, à régler, de gauche à droite.
-> suite

=== montrer ===
~ consigne_reformulee = true
OPALE : Je n’ai pas de mains. J’ai des plans. Je ne savais pas que cela pouvait aider.
{ regle_question:
    Samira : « Pas compris, on demande. » Et on demande aussi à voir.
}
OPALE : Quatre leviers, à régler, de gauche à droite. Le dessin arrive.
-> suite

=== suite ===
Noé : Quatre leviers. Elle pouvait pas commencer par là ?
+ [Le redire avec nos mots, pour vérifier] -> nos_mots
+ [« Et si on se trompe ? »] -> se_tromper
+ [« C’est clair. On essaie. »] -> imprimante

=== nos_mots ===
« Il y a quatre leviers. On part de la gauche. On les règle un par un. »
OPALE : C’est exact. C’est aussi plus court que chez moi. Je note.
-> imprimante

=== se_tromper ===
OPALE : Vous vous tromperez, à 71,3 %.
Samira : Et on recommencera, à 100 %. Le treuil s’en remettra.
-> imprimante

=== imprimante ===
L’imprimante sort un dessin sans un mot. Puis une page de mots, sans un dessin.
OPALE : Voici. C’est complet.
Samira : C’est complet, oui. Mais pas dans les mêmes mains.
-> END
