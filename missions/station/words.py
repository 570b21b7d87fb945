"""When two words read on a wall are the same word."""

import re
from unicodedata import combining, normalize

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_ARTICLE = re.compile(r"^(?:le|la|les|l|un|une|des|du|de la|de l|de) (?=.)")


def fold(text: str) -> str:
    """The text without capitals, accents, signs and leading article; empty when it holds no letter and no digit."""
    plain = normalize("NFKD", text.casefold().translate(_LIGATURES))
    letters = "".join(sign if sign.isalnum() else " " for sign in plain if not combining(sign))
    return _ARTICLE.sub("", " ".join(letters.split()))
