// Lison veut partir. On gagne sa confiance en écoutant ; à trop la presser, elle s'en va, et revient le lendemain.
VAR mission_anciens = false
VAR mission_ecole = false
VAR mission_velos = false
VAR lison_ecoutee = false
VAR lison_marraine = false

-> ponton

=== ponton ===
Lison est assise au bout du ponton. Son sac est fait.
Lison : Ne dites rien à Mado. Je prends le bus de 18 h.
+ [Lui demander ce qui s’est passé] -> raconte
+ [S’asseoir à côté, sans parler] -> silence
+ [Lui dire de rester] -> trop_vite

=== silence ===
L’eau tape contre le bois. Une minute passe.
Lison : Vous savez que c’est la première fois qu’on ne me donne pas un conseil ?
+ [« On t’écoute. »] -> raconte
+ [« On en a un, si tu veux. »] -> conseil

=== conseil ===
Lison : Ah. J’ai parlé trop vite. Gardez-le au chaud, votre conseil.
+ [« D’accord. Raconte d’abord. »] -> raconte
+ [Le donner quand même] -> trop_vite

=== trop_vite ===
Lison : Tout le monde sait ce que je dois faire. C’est fou. Sauf moi.
Elle prend son sac et s’éloigne de dix pas.
+ [L’attendre, sans bouger] -> retour
+ [« Pardon. On a parlé trop vite. »] -> retour
+ [Courir derrière elle] -> partie

=== retour ===
Elle revient. Elle avait laissé sa gourde.
Lison : Vous n’avez pas bougé. C’est pas mal. La gourde non plus.
+ [« Qu’est-ce qui s’est passé ? »] -> raconte
+ [« Garde ta gourde. Et raconte, si tu veux. »] -> raconte

=== raconte ===
Lison : J’ai envoyé sept candidatures. La dernière réponse est tombée à midi.
Lison : « Il nous faut de l’expérience. » Deux semaines ici, ça compte pour qui ?
+ [« Sept portes fermées. Tu en as assez. »]
    ~ lison_ecoutee = true
    -> comprise
+ [« Laquelle des sept tu voulais vraiment ? »]
    ~ lison_ecoutee = true
    -> la_septieme
+ [« C’est pareil pour tout le monde. »] -> vexee

=== vexee ===
Lison : Pareil pour tout le monde. Merci, ça me fait une belle jambe.
+ [« Tu as raison. C’était nul. Reprends. »]
    ~ lison_ecoutee = true
    -> comprise
+ [« Sur un bateau, une belle jambe, ça sert. »] -> rire
+ [Insister : il ne faut pas se plaindre] -> partie

=== rire ===
Elle fait un effort pour ne pas rire. Elle perd.
Lison : Elle est mauvaise. Presque aussi mauvaise qu’Idriss qui chante.
+ [« Laquelle des sept tu voulais vraiment ? »]
    ~ lison_ecoutee = true
    -> la_septieme
+ [Rire avec elle, et attendre la suite]
    ~ lison_ecoutee = true
    -> comprise

=== la_septieme ===
Lison : La dernière. Matelot sur une péniche. J’ai relu ma lettre onze fois. Ils ont répondu en onze minutes.
-> besoin

=== comprise ===
Lison : Oui. Assez. Ce n’est pas le travail qui me fait peur. C’est de frapper à une porte où personne ne me connaît.
-> besoin

=== besoin ===
{ mission_anciens:
    Lison : Ici, on va chercher les anciens chez eux. Et moi, qui vient me chercher ?
}
{ mission_ecole:
    Lison : Les gamins, demain, ils vont me demander mon métier. Je réponds quoi ?
}
{ mission_velos:
    Lison : Un vélo, on le répare avec quelqu’un qui sait. Et moi, qui me montre ?
}
Lison : Il me manque une personne qui dise : « Elle, je la connais. »
+ [« Tu connais qui, sur l’eau ? »] -> reseau
+ [« On va te trouver une place. Promis. »] -> promesse
+ [« Et si on en parlait à Mado ? »] -> mado_arrive

=== promesse ===
Lison : Vous pouvez promettre ça, vous ?
+ [« Non. Mais on peut chercher avec toi. »] -> reseau
+ [« Non. Mado, elle, connaît du monde. »] -> mado_arrive

=== reseau ===
Lison : Personne. Enfin, si. Mado. Et Idriss, mais il faut crier plus fort que lui.
+ [« Mado t’a vue travailler. C’est déjà quelqu’un. »] -> mado_arrive
+ [« On va la voir ensemble ? »] -> mado_arrive

=== mado_arrive ===
Mado est derrière vous depuis un moment. Elle a deux cafés.
Mado : Claire, capitaine de péniche. Elle a déjà eu trois filleules. Elle ne gagne rien à le faire, et toi, tu ne paies rien.
Lison : Et mon conseiller, il dit quoi ?
Mado : Il reste ton conseiller. Une marraine, c’est en plus. Elle connaît les gens, et les mots qu’il faut.
+ [« Et si Lison ne veut pas ? »] -> volontaire
+ [« Qu’est-ce que tu en dis, toi ? »] -> decision

=== volontaire ===
Mado : Alors on boit le café, et on parle d’autre chose. Il faut être deux à en avoir envie.
-> decision

=== decision ===
Lison : J’ai le droit de la voir une fois, et de décider après ?
+ [« Oui. C’est toi qui choisis. »]
    ~ lison_marraine = true
    -> reste
+ [« Prends la nuit pour y penser. »] -> reste

=== reste ===
Le bus de 18 h passe sur le pont. Personne ne lève la tête.
{ lison_marraine:
    Lison : Mado, tu me donnes son numéro ? À Claire.
- else:
    Lison : Je garde mon sac. Mais je le pose à bord.
}
-> END

=== partie ===
Elle presse le pas. Le bus de 18 h est à l’heure, pour une fois.
Mado : On ne rattrape pas quelqu’un en courant. Sa place reste à bord.
Mado : J’allais lui parler de Claire, une marraine du métier. Ce sera pour demain.
-> END
