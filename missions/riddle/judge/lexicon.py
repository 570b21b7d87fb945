"""The small words of French that the judge knows, folded: no accent, no capital."""


def word_set(words: str) -> frozenset[str]:
    """Words of a text, as a set: a list of words reads better as words."""
    return frozenset(words.split())


DETERMINERS = word_set(
    "le la les l' un une des du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces"
)
GENDERS = dict.fromkeys(("le", "un", "ce", "du", "cet"), False) | dict.fromkeys(
    ("la", "une", "cette", "ma", "ta", "sa", "de la"), True
)
"""Whether a determiner is feminine; « l' », « mon » and « les » do not say."""

AFTER_A_NOUN = word_set("de d' du des a au aux et ou en est sur le la les l' pas")
"""What follows a noun and never a determiner: « son de cloche » begins with a noun."""

FRAMES = tuple(
    tuple(frame.split())
    for frame in (
        "je pense que c' est",
        "je crois que c' est",
        "la reponse c' est",
        "ma reponse c' est",
        "il s' agit de",
        "il s' agit d'",
        "la reponse est",
        "ma reponse est",
        "c' etait",
        "ce serait",
        "ce sont",
        "c' est",
        "ce est",
        "cest",
    )
)
"""Ways to introduce an answer, which are no part of it; the longest first."""

AROUND_A_CODE = word_set("le la l' mon notre c' est cest code numero reponse je pense crois que")

NEGATIONS = word_set("pas non ne n' jamais rien aucun aucune sans ni moins nul nulle nullement")

LIGHT = word_set("a au aux d' de des du en et l' la le les ou par pour sur un une")
"""Words that one may forget without changing what is meant."""

TWO_GENDERS = word_set(
    """
    aide barbe cache couple crepe critique finale garde geste greffe guide livre manche manoeuvre memoire mode mort
    moule mousse oeuvre ombre page parallele pendule physique poele politique poste radio solde somme tour trompette
    vapeur vase voile
    """
)
"""Nouns whose article decides the meaning: « la tour » is not « le tour »."""

UNCHANGED = word_set(
    """
    alors ananas anis apres autobus avis bas bois bras bus cannes cas chaos chaux colis concours corps cours dans
    discours dos faux fils fois frais gars gens gras gros hors ici jamais jus lors lucas mais mars mets mieux mois
    moins nous ours palais paris parcours pas permis plus poids pois pres propos puis puits recours repas repos sans
    secours sens sous souris suis tapis taux temps tous toujours tours tres trois univers vers virus vous
    """
)
"""Words whose s or x is their own, chosen because the word without it is another one."""

BOTH_NUMBERS = word_set("cours fils vers tours sous paris pres cannes")
"""Words of `UNCHANGED` that are also the plural of the word without s: « des cours » may be many « cour »."""

IRREGULAR_PLURALS = {
    "yeux": "oeil", "cieux": "ciel", "messieurs": "monsieur", "mesdames": "madame", "ans": "an",
    "travaux": "travail", "vitraux": "vitrail", "baux": "bail", "coraux": "corail", "emaux": "email",
    "soupiraux": "soupirail", "vantaux": "vantail", "tuyaux": "tuyau", "noyaux": "noyau", "joyaux": "joyau",
    "boyaux": "boyau", "etaux": "etau", "bonshommes": "bonhomme", "mesdemoiselles": "mademoiselle",
}  # fmt: skip
