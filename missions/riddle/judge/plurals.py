"""One form for singular and plural, without mistaking « le mois » for « moi » or « Paris » for « pari ».

Source: the regular plurals of French (-s, -x, -aux) and their usual exceptions.
"""

from missions.riddle.judge.lexicon import BOTH_NUMBERS, IRREGULAR_PLURALS, UNCHANGED

_SHORTEST_PLURAL = 4


def singular(word: str) -> str:
    """Singular of a folded word; a word whose s or x belongs to it is left alone."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word in UNCHANGED or len(word) < _SHORTEST_PLURAL or not word.isalpha():
        return word
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux"):
        return f"{word[:-3]}al"
    if word.endswith(("eux", "oux")) or (word.endswith("s") and not word.endswith("ss")):
        return word[:-1]
    return word


def may_be_plural_of(word: str, listed: str) -> bool:
    """« les cours » is also the plural of « la cour »: right when « cour » is listed; the reverse is not."""
    return word in BOTH_NUMBERS and word[:-1] == listed
