// L'agenda d'Inès est plein de l'écriture des autres. On lui demande ce qu'elle veut ; à la presser, elle recule, et revient.
VAR noe_ecoute = false
VAR noe_relais = false
VAR ines_ecoutee = false

-> agenda

=== agenda ===
L’agenda d’Inès est ouvert sur la table. Cinq écritures différentes, et pas la sienne.
Inès : J’ai onze minutes. Douze si Sacha retrouve sa chaussure.
+ [« Ta semaine, tu la veux comment, toi ? »]
    ~ ines_ecoutee = true
    -> souhait
+ [Regarder l’agenda avec elle, sans stylo] -> sans_stylo
+ [Chercher la chaussure de Sacha] -> chaussure
+ [Lui montrer la semaine qu’on a prévue pour elle] -> trop_vite

=== chaussure ===
Sous le banc, rien. Derrière la bobine, une demi-gaufre. De chaussure, toujours pas.
Inès : C’est gentil d’avoir cherché. Il me reste sept minutes.
+ [« Sept minutes pour quoi, si c’est toi qui choisis ? »]
    ~ ines_ecoutee = true
    -> souhait
+ [« On remplit la grille, ça ira plus vite. »] -> trop_vite

=== sans_stylo ===
On tourne les pages. Personne ne touche à rien.
Inès : Vous voyez ? Il reste un carré blanc. Le jeudi, de six heures à six heures dix.
+ [« Tu y mettrais quoi, si tu avais la place ? »]
    ~ ines_ecoutee = true
    -> souhait
+ [Attendre la suite] -> attendre

=== attendre ===
Une minute. Sacha s’assoit, et attend aussi. C’est rare.
Inès : C’est reposant, vous. J’attends juste une question.
+ [« Alors, ta semaine, tu la veux comment ? »]
    ~ ines_ecoutee = true
    -> souhait
+ [« On peut t’aider ? Et si oui, comment ? »]
    ~ ines_ecoutee = true
    -> souhait
+ [« Tout le monde dit qu’il faut commencer par dormir. »] -> trop_vite

=== trop_vite ===
Inès referme l’agenda, et recule d’un pas.
Inès : Ne m’aidez pas. Demandez-moi d’abord comment.
+ [« Pardon, reprends. Comment ? »]
    ~ ines_ecoutee = true
    -> souhait
+ [Se taire, et poser le stylo] -> attendre
+ [« C’est pour ton bien. »] -> pour_son_bien

=== pour_son_bien ===
Inès : OPALE dit pareil. Elle a même calculé mon bien, à deux décimales.
Elle prend Sacha dans ses bras, et va faire le tour du sas.
Odile : Elle va revenir. Elle a laissé son agenda. Laissez-lui au moins les pages.
+ [L’attendre, sans rien écrire] -> retour
+ [Remplir l’agenda pendant ce temps] -> rempli

=== retour ===
Inès : Vous n’avez rien écrit. C’est la première bonne nouvelle de la journée.
+ [« Pardon. Ta semaine, tu la veux comment ? »]
    ~ ines_ecoutee = true
    -> souhait
+ [« Pardon. Dis-nous ce qu’il ne faut pas toucher. »]
    ~ ines_ecoutee = true
    -> intouchable

=== rempli ===
Elle revient, et lit. Longtemps.
Inès : C’est très propre. Il y a juste ma leçon pendant la sieste, et la sieste pendant ma leçon.
Elle gomme tout, sauf un petit dessin de bateau.
Inès : On recommence, au crayon. Cette fois, je parle, et vous écrivez.
-> END

=== souhait ===
Inès : Apprendre le mécanisme de l’écluse. Pas le balayer. Le comprendre, avec Odile, une fois par semaine.
{ noe_relais:
    Noé : Moi, je vais voir quelqu’un dont c’est le métier. L’heure, c’est moi qui l’ai choisie. Ça change tout.
- else:
    { noe_ecoute:
        Noé : Moi, on m’a laissé finir mes phrases. Bof. Un bof positif.
    }
}
+ [« Qu’est-ce qu’on ne touche pas ? »] -> intouchable
+ [« Tu veux un coup de main, et où exactement ? »] -> coup_de_main
+ [« Tu devrais te reposer, aussi. »] -> conseil

=== conseil ===
Inès : C’est noté. Page douze, à côté de « boire de l’eau ».
+ [« Pardon. Qu’est-ce qu’on ne touche pas ? »] -> intouchable
+ [« Pardon. Un coup de main, tu en veux un où ? »] -> coup_de_main

=== intouchable ===
Inès : La sieste. Le mercredi. Et le moment où je rentre avec de la graisse sur les mains, contente.
-> au_crayon

=== coup_de_main ===
Inès : Pas pour porter. Pour savoir qui garde Sacha, à la même heure, chaque semaine. Et pour de vrai.
-> au_crayon

=== au_crayon ===
Odile : Je connais quelqu’un. À la crèche du quai.
Inès pousse l’agenda au milieu de la table, avec une gomme.
Inès : Alors on cherche un créneau. Un seul. Au crayon.
-> END
