// La première traversée : ce que le groupe a choisi hier revient aujourd'hui.
VAR mission_anciens = false
VAR mission_ecole = false
VAR mission_velos = false
VAR lison_ecoutee = false
VAR lison_marraine = false

-> quai

=== quai ===
{ mission_anciens:
    Madame Carlier est au premier rang. Elle a mis le manteau du dimanche.
}
{ mission_ecole:
    Vingt-six enfants comptent les cordes. Ils n’arrivent pas au même nombre.
}
{ mission_velos:
    Il y a quatorze vélos sur le pont. Idriss leur a donné des prénoms.
}
{ lison_marraine:
    Lison : J’ai vu Claire ce matin. Elle m’a dit : « Montre tes mains. » On a parlé deux heures.
- else:
    { lison_ecoutee:
        Lison : Je suis venue. Hier, vous m’avez laissée finir mes phrases. Ça change.
    - else:
        Lison : Je suis revenue. Ne dites rien. Mado m’avait gardé ma place. Et un numéro de téléphone.
    }
}
Bastien : Je compte trente-deux passagers. Le Tableau disait zéro. J’écris quoi, moi ?
+ [« Écrivez trente-deux. »] -> compte
+ [« Écrivez leurs prénoms. »] -> prenoms
+ [« Montez, ça fera trente-trois. »] -> monte

=== compte ===
Bastien : Trente-deux. La case est trop petite. Je vais déborder.
-> canal

=== prenoms ===
Bastien : Leurs prénoms. Il faudra une autre feuille. Une grande.
-> canal

=== monte ===
Bastien regarde sa montre, puis le quai, puis ses chaussures. Il monte.
-> canal

=== canal ===
Au milieu du canal, le moteur tousse. L’Obstinée ralentit.
Mado : Pas de panique. Elle fait ça quand on la regarde. Une idée ?
+ [Laisser Idriss écouter le moteur] -> ecouter
+ [Demander qui, à bord, s’y connaît] -> demander
+ [Prendre les rames] -> rames

=== ecouter ===
Idriss pose l’oreille sur le capot. Tout le monde se tait. Il serre une vis, une seule.
-> rive

=== demander ===
Trois mains se lèvent. Une couturière trouve la courroie. Elle la recoud.
-> rive

=== rames ===
Il n’y a que deux rames. On se relaie, et quelqu’un compte. Le moteur, vexé, repart.
-> rive

=== rive ===
L’autre rive. On applaudit, et on ne sait pas qui a commencé.
Bastien : Et vous, après ? Sur le Tableau, votre case est vide. Ça m’ennuie.
+ [« On ne sait pas encore. »] -> pas_encore
+ [« On a une petite idée. »] -> une_idee

=== pas_encore ===
Mado : Ne pas savoir, c’est un bon début. On en parle à quelqu’un, et ça se dessine.
-> place_vide

=== une_idee ===
Mado : Une idée toute seule, ça rouille. Montrez-la à quelqu’un, tant qu’elle brille.
-> place_vide

=== place_vide ===
Mado : Moi, un jour, j’ai pris un rendez-vous. J’avais peur d’être en retard. On m’attendait.
-> END
