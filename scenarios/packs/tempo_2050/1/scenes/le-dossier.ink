// Le dossier de Noé n'est pas fermé. On lui demande, ou on ouvre, et alors on s'excuse : c'est toujours lui qui lit.
VAR noe_ecoute = false
VAR noe_relais = false
VAR cornaline_crue = false
VAR dossier_demande = false

-> table

=== table ===
Le dossier de Noé est sur la table. Derrière la cloison, on l’entend souder.
{ cornaline_crue:
    Cornaline : Vous m’avez crue, alors je vous le dis. La serrure, c’est moi. Je ne suis plus très sûre d’avoir bien fait.
- else:
    Cornaline : La serrure, c’est moi. Je ne suis plus très sûre d’avoir bien fait.
}
Samira : Pas fermé, ça ne veut pas dire ouvert.
+ [Frapper à la cloison, et demander à Noé]
    ~ dossier_demande = true
    -> frapper
+ [Attendre que Noé ait fini sa soudure] -> attendre
+ [Demander à Samira ce que dit le règlement] -> reglement
+ [L’ouvrir, juste pour l’aider] -> ouvrir

=== reglement ===
Samira : Sécurité, respect, droit de se défendre. Pour se défendre, il vaut mieux être dans la pièce.
+ [Frapper à la cloison, et demander à Noé]
    ~ dossier_demande = true
    -> frapper
+ [L’ouvrir quand même, un tout petit peu] -> ouvrir

=== attendre ===
Le fer refroidit. Noé passe la tête, et voit son nom.
Noé : C’est moi, ça.
+ [« C’est à toi. On peut en parler, ou pas ? »]
    ~ dossier_demande = true
    -> tu_decides
+ [Lui tendre le dossier, fermé] -> a_lui

=== ouvrir ===
La couverture se soulève à peine. L’écran la referme.
Cornaline : Non. Pardon. Ce n’est pas à vous. À moi non plus, en fait.
Noé est à la porte, son fer à la main. Il recule d’un pas.
+ [« Pardon. On aurait dû te demander. On peut ? »]
    ~ dossier_demande = true
    -> tu_decides
+ [« C’était pour t’aider. »] -> pour_t_aider
+ [Ne rien dire, et lui tendre le dossier] -> a_lui

=== pour_t_aider ===
Noé : Bof.
Samira : Celui-là, c’était un vrai.
+ [« Pardon, reprends. C’est à toi de dire. »]
    ~ dossier_demande = true
    -> tu_decides
+ [Lui tendre le dossier, et attendre] -> a_lui

=== frapper ===
Trois petits coups. Le fer s’arrête.
Noé : Personne ne frappe. D’habitude, on me lit, et après on me parle.
+ [« Tu veux l’ouvrir, toi ? »] -> tu_decides
+ [« Tu peux dire non. »] -> dire_non

=== dire_non ===
Noé : Je sais. C’est pour ça que je peux dire oui.
-> lecture

=== tu_decides ===
Noé : D’accord. Mais c’est moi qui tourne les pages.
-> lecture

=== a_lui ===
Noé prend le dossier, et le pèse dans sa main.
Noé : C’est léger.
-> lecture

=== lecture ===
Noé ouvre. Une page. Une autre. Il le retourne, au cas où.
Noé : C’est vide.
Cornaline : Trois déménagements. Une case « adresse » restée vide. OPALE ne demande pas. Elle a écrit « sans trajectoire ».
+ [Se taire, et rester là] -> rester
+ [« Ça te fait quoi ? »] -> effet
+ [« Tu veux y écrire quelque chose ? »] -> un_mot

=== rester ===
Personne ne bouge. Derrière la cloison, la radio se met à jouer toute seule.
{ noe_ecoute:
    Noé : Ça, vous savez faire. Vous taire au bon moment.
- else:
    Noé : Vous ne dites rien. Bof positif.
}
-> un_mot

=== effet ===
Noé : Je croyais que la panne, c’était moi. En fait, c’était un trou dans un formulaire.
{ noe_relais:
    Noé : Je le raconterai à la personne que je vais voir. Elle va lever un sourcil. Un seul.
}
-> un_mot

=== un_mot ===
Samira lui tend un crayon. Noé cherche la case, et y écrit un mot. « Ici. »
Noé : C’est mon adresse. Pour l’instant.
Maître Koffi : Puis-je tamponner ?
Noé : Vous voyez, quand vous voulez.
-> END
