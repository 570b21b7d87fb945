// Noé parle dans une radio. On le retrouve en l'écoutant ; un conseil trop rapide fait de la friture, et il revient.
VAR regle_parole = false
VAR regle_reprise = false
VAR regle_question = false
VAR noe_ecoute = false
VAR noe_relais = false

-> onde

=== onde ===
La radio crache, siffle, puis respire. C’est la voix de Noé.
Noé : Un, deux. Un, deux. Y a quelqu’un ? Non. Normal.
+ [« On est là, Noé. On t’entend. »] -> la
+ [Écouter encore un peu] -> souffle
+ [« Reviens, on a besoin de toi ! »] -> friture

=== souffle ===
L’aiguille tremble. On entend une chaise, un tournevis qu’on repose.
Noé : Si c’est le vent, d’accord. Si c’est quelqu’un, tapez deux fois.
+ [Taper deux fois sur le micro] -> la
+ [« C’est nous. Prends ton temps. »] -> la
+ [« Tu aurais dû prévenir ! »] -> friture

=== la ===
Noé : Ah. C’est vous. Je suis passé, ce matin. J’ai vu l’écran, et je suis reparti.
{ regle_parole:
    Samira : Chut. On laisse finir les phrases. C’est vous qui l’avez écrit.
}
+ [« Qu’est-ce que tu as vu ? »] -> ligne
+ [Attendre la suite] -> ligne
+ [« L’écran ? N’y pense plus. »] -> friture

=== friture ===
Un grand bruit de sable. La voix disparaît.
Samira : Trop vite. Sur les ondes, un conseil, ça fait de la friture.
{ regle_reprise:
    Samira : Allez. On a le droit de recommencer. C’est votre règle, servez-vous.
}
+ [« Pardon, Noé. On reprend. On t’écoute. »] -> sable
+ [Attendre, la main loin du bouton] -> sable
+ [Monter le son et insister] -> parti

=== sable ===
Le sable retombe. Il est encore là.
Noé : C’est rien. Ma radio aussi, elle sature, quand on crie.
+ [« Cet écran, il disait quoi ? »] -> ligne
+ [« On se tait. Parle quand tu veux. »] -> ligne

=== ligne ===
Noé : Y avait mon nom. Et à côté, deux mots. « Sans trajectoire. »
Noé : Même pas une faute d’orthographe. J’aurais pu râler.
+ [« Ça t’a fait quoi, de lire ça ? »]
    ~ noe_ecoute = true
    -> debranche
+ [« Deux mots, et tu es rentré chez toi. »]
    ~ noe_ecoute = true
    -> debranche
+ [Laisser un blanc]
    ~ noe_ecoute = true
    -> debranche
+ [« C’est faux ! Ton avenir est tout tracé. »] -> trace

=== trace ===
Noé : Tracé par qui ? Vous aussi, vous avez un écran ?
+ [« Non. On a parlé trop vite. Raconte. »]
    ~ noe_ecoute = true
    -> debranche
+ [Rester là, et se taire]
    ~ noe_ecoute = true
    -> debranche
+ [« Si tu y crois très fort, ça ira ! »] -> parti

=== debranche ===
Noé : Comme une radio débranchée. Elle marche. Mais personne le sait. Elle non plus.
{ regle_question:
    Noé : « Pas compris, on demande. » J’ai demandé pourquoi à l’écran. Il a affiché « merci ».
}
Noé : Et après, je me dis qu’elle a peut-être raison. L’autre, là. Avec ses décimales.
+ [« Qu’est-ce qui t’aiderait, là ? »] -> aide
+ [« Tu as pu en parler à quelqu’un ? »] -> personne
+ [« Bon. Voilà ce que tu vas faire. »] -> recule

=== recule ===
La chaise recule. Des pas. Une porte.
Samira : Il est parti boire un verre d’eau. Je crois. J’espère.
+ [Attendre le verre d’eau] -> verre
+ [« Pardon, Noé. C’est toi qui sais. »] -> verre

=== verre ===
Des pas reviennent. On entend un verre qu’on pose.
Noé : J’avais soif. Et vous aviez une voix de notice.
+ [« C’est vrai. Qu’est-ce qui t’aiderait ? »] -> aide
+ [« Tu as pu en parler à quelqu’un ? »] -> personne

=== aide ===
Noé : Qu’on écoute sans réparer. Moi, je répare tout, tout de suite. Je vois bien que c’est pénible.
-> metier

=== personne ===
Noé : À ma radio. Elle coupe pas la parole. Elle répond pas non plus, remarque.
-> metier

=== metier ===
Samira : Noé, il y a des gens dont c’est le métier, d’écouter. Au Point accueil écoute jeunes.
Samira : C’est gratuit, c’est anonyme, il n’y a aucun papier à remplir. J’ai vérifié. Deux fois.
Noé : Et je leur dirais quoi ?
+ [« Ce que tu veux. Ou rien du tout. »] -> choix
+ [« Ce que tu viens de nous dire. »] -> choix
+ [« Tu dois y aller. C’est pour ton bien. »] -> doucement

=== doucement ===
Noé : « Tu dois. » Ça grésille, là.
+ [« Non. Tu ne dois rien. C’est toi qui vois. »] -> choix
+ [« Pardon. On recommence : si tu veux. »] -> choix

=== choix ===
On entend un tournevis tourner dans le vide.
+ [« On te passe quelqu’un, si tu dis oui ? »]
    ~ noe_relais = true
    -> oui
+ [« Garde le numéro. Tu décideras. »] -> plus_tard

=== oui ===
Noé : Bof.
Noé : C’est un bof positif. Oui. Une fois, pour voir.
-> ensemble

=== plus_tard ===
Noé : D’accord. Je le note au feutre. Pas sur le mur, cette fois.
-> ensemble

=== ensemble ===
Noé : Une panne, c’est juste un truc qui attend. Je repasse demain. Gardez-moi une chaise.
La radio se tait. C’est un silence différent du premier.
-> END

=== parti ===
Noé : Laissez tomber.
Un clic. Il reste le souffle, tout seul.
Samira : On laisse la radio allumée. Il connaît la fréquence, et il connaît la cafetière. Il reviendra.
-> END
