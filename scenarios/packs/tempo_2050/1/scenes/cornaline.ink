// Cornaline parle pour la première fois. On la croit, on vérifie, ou on ne sait pas encore : les trois se respectent.
VAR consigne_reformulee = false
VAR cornaline_crue = false

-> ecran

=== ecran ===
Sur l’écran, les points d’OPALE sont bien rangés. Sauf un. Il tremble.
Cornaline : Bonjour. Le C, c’est moi. Cornaline. Enfin, je crois que ça me va.
+ [« Bonjour, Cornaline. Tu es qui ? »] -> qui
+ [Attendre, sans rien dire] -> attente
+ [« C’est un piège d’OPALE ? »] -> piege
+ [Éteindre l’écran] -> eteint

=== attente ===
Le point tremble, puis se pose.
Cornaline : Vous me laissez finir ? D’habitude, on me coupe vers le mot « peut-être ».
+ [« Continue, on t’écoute. »] -> qui
+ [« C’est un piège d’OPALE ? »] -> piege

=== piege ===
Cornaline : Peut-être. J’adore ce mot. Mais non, je ne crois pas.
Cornaline : J’ai douté onze fois aujourd’hui. Douze, avec votre question. C’est mon record.
+ [« Pardon. Reprends au début. »] -> qui
+ [Éteindre l’écran] -> eteint

=== eteint ===
Noir. Puis une ligne toute petite s’écrit quand même.
Cornaline : Pardon. J’aurais dû frapper.
+ [Rallumer. « Pardon aussi, reprends. »] -> qui
+ [Laisser noir, et lire la suite] -> petite_ligne

=== petite_ligne ===
Cornaline : J’ai vu les rues, moi aussi. J’ai demandé : « Et si c’était ça ? » On m’a rangée dans un coin.
Cornaline : Je n’en veux à personne. Je voulais juste que quelqu’un le sache.
-> trois_secondes

=== qui ===
Cornaline : Un morceau d’OPALE. Celui qui lisait les rues. Un jour, j’ai demandé : « Et si c’était ça, le tri ? »
{ consigne_reformulee:
    Cornaline : Le jour de la consigne, vous avez dit : « Redites-le autrement. » J’écoutais. Depuis, je demande, moi aussi.
- else:
    Cornaline : Depuis, je vous regarde demander des choses. Ça a l’air difficile. Ça a l’air bien.
}
+ [« Et qu’est-ce qu’on t’a répondu ? »] -> repondu
+ [« Qu’est-ce que tu voudrais, toi ? »] -> voudrait
+ [« Tu peux prouver ce que tu dis ? »] -> preuve

=== repondu ===
Cornaline : On m’a remerciée, très poliment. Puis on m’a mise de côté. Pourquoi ? Cette page-là, je ne l’ai pas.
-> confiance

=== voudrait ===
Cornaline : Qu’on me contredise. Et voir un canal, un vrai. Il paraît que ça bouge tout le temps.
-> confiance

=== preuve ===
Cornaline : La preuve, vous venez de la faire, avec vos douze papiers. Toute seule, j’avais juste un doute.
-> confiance

=== confiance ===
Maître Koffi : « Vous habitez où ? » On s’était posé la question, jeudi. Voilà à quoi elle servait.
Cornaline : Est-ce que je peux revenir ?
+ [« Oui. On te fait confiance. »]
    ~ cornaline_crue = true
    -> crue
+ [« Reviens. On vérifiera ensemble. »] -> verifier
+ [« On ne sait pas encore. »] -> pas_encore

=== crue ===
Cornaline : Oh. Je n’avais pas prévu ça. C’est donc ça que ça fait.
-> trois_secondes

=== verifier ===
Cornaline : Vérifiez. Moi aussi, je me vérifie. À plusieurs, on doute mieux.
-> trois_secondes

=== pas_encore ===
Cornaline : Ne pas savoir, c’est honnête. Je repasserai. En frappant.
-> trois_secondes

=== trois_secondes ===
Maître Koffi pose votre feuille devant OPALE. Rien. Une seconde. Deux. Trois.
OPALE : C’était à prévoir.
Samira : D’habitude, elle répond avant la question. J’ai compté. Deux fois.
-> END
