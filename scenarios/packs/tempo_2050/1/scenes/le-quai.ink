// Le quai, le dernier soir : ce que le groupe a décidé revient, dans la bouche de chacun.
VAR metier_ecluse = false
VAR metier_radio = false
VAR opale_coupee = false
VAR donnees_ouvertes = false
VAR noe_relais = false
VAR ines_ecoutee = false

-> chaises

=== chaises ===
La verrière est allumée, vitre par vitre. Sur le quai, il y a tellement de monde qu’on ne voit plus le quai.
Samira : J’avais prévu vingt chaises. J’ai recompté deux fois. Il en manque soixante.
+ [« On s’assoit par terre. »] -> par_terre
+ [« Odile, tu connais quelqu’un ? »] -> quelquun
+ [Regarder les gens arriver] -> regarder

=== par_terre ===
Vous vous asseyez sur la pierre. Elle est tiède. Dix personnes font pareil, puis cent.
-> noe

=== quelquun ===
Odile : Évidemment.
Huit minutes après, arrivent soixante chaises, un accordéon, et une dame que personne n’attendait.
-> noe

=== regarder ===
Une dame hésite. Un enfant pousse son cartable pour lui faire de la place. Aucun des deux n’a calculé.
-> noe

=== noe ===
Noé traverse la foule, un tournevis derrière l’oreille.
{ metier_radio:
    Noé : La radio commence dans un mois. On a six inscrits. C’est moi qui ouvre l’atelier, avec une vraie clé.
- else:
    { metier_ecluse:
        Noé : L’écluse commence dans un mois. Six inscrits. Odile m’a confié la radio du bord.
    - else:
        Noé : Le fil commence dans un mois. Six inscrits. J’ai réparé le métier à tisser. C’est une grosse radio, en fait.
    }
}
{ noe_relais:
    Noé : Et j’ai vu quelqu’un, au Point écoute. Une fois. J’y retourne jeudi.
- else:
    Noé : J’ai un numéro dans ma poche, si un jour j’en veux. Ça me va comme ça.
}
+ [« Alors, sur l’échelle de bof ? »] -> echelle
+ [« Tu nous montres ? »] -> montre
+ [Lui faire une place] -> place

=== echelle ===
Noé : Y a pas de bof, ce soir. J’ai cherché.
-> ines

=== montre ===
Il tourne un bouton. La radio attrape une chanson, très vieille. Une dame la connaît par cœur.
-> ines

=== place ===
Il s’assoit. Il ne dit rien, et c’est très clair.
-> ines

=== ines ===
Inès arrive, Sacha sur les épaules. Deux pieds, deux chaussures. On applaudit les chaussures.
{ ines_ecoutee:
    Inès : Vous m’aviez demandé comment, avant d’aider. Maintenant, je le fais avec les autres. Ça va plus vite, figurez-vous.
- else:
    Inès : J’ai une astuce. Quand on veut m’aider, je dis : « Demande-moi d’abord comment. » Vous avez été mes premiers élèves.
}
Inès : Lundi, je tourne la manivelle sans Odile. Elle a promis de ne pas regarder. Elle regardera.
+ [« On viendra regarder aussi. »] -> pont
+ [« Comment on peut t’aider ? »] -> comment

=== pont ===
Inès : Du pont, alors. Et on applaudit à la fin, pas au début. J’ai onze minutes par bateau.
-> ecran

=== comment ===
Inès : Tenez-moi Sacha deux minutes. Et la chaussure. Surtout la chaussure.
-> ecran

=== ecran ===
{ opale_coupee:
    L’écran de l’atelier est éteint. Quelqu’un y a scotché les horaires du bus, écrits à la main.
    Cornaline : Je suis dans la radio de Noé. On y est serrée, on y est bien. J’ai douté deux fois, aujourd’hui. Je me repose.
- else:
    { donnees_ouvertes:
        L’écran de l’atelier montre toutes les règles d’OPALE. Trois retraités en discutent une, debout, depuis une heure.
        Cornaline : Tout le monde peut lire, maintenant. Une fille de douze ans a trouvé une faute. J’étais deuxième.
    - else:
        Devant l’atelier, une file. Chacun repart avec son dossier sous le bras. Certains en font déjà des bateaux.
        Cornaline : Les gens lisent leur dossier, et ils rient. Puis ils le corrigent. J’apprends beaucoup de fautes.
    }
}
Cornaline : Et vous, lundi ? Je demande pour savoir. Je n’ai aucune prévision.
+ [« Aucune idée. Et ça va. »] -> aucune
+ [« Un truc à essayer. »] -> essayer
+ [« Voir quelqu’un, et en parler. »] -> parler

=== aucune ===
Cornaline : « Et ça va. » C’est la plus belle phrase du dossier. Enfin, il n’y a plus de dossier.
-> page

=== essayer ===
Cornaline : Essayer. Ça peut rater ? Oh, tant mieux.
-> page

=== parler ===
Cornaline : À quelqu’un de vrai ? Avec des sourcils ? Quelle chance.
-> page

=== page ===
Samira : Votre contrat finit ce soir. Je l’ai relu une dernière fois. La fin est prévue. La suite, non.
Elle vous tend une page d’agenda, blanche. Maître Koffi tamponne juste à côté, pour laisser la place.
Samira : Une date, si vous voulez. Ou rien. Une page blanche, ça se garde aussi.
-> END
