"""From what a phone's keyboard sends to plain lower-case words and digit groups.

Source of the folding rules: Unicode Standard Annex 15 (NFKC, NFD) and the Imprimerie nationale's use of spaces in numbers.
"""

import re
import unicodedata
from collections.abc import Iterator

from missions.riddle.judge.lexicon import word_set

MAX_LENGTH = 400
"""Characters of an answer that are read; a riddle's answer is a few words."""

_APOSTROPHES = "\u2018\u2019\u201b\u2032\u02bc\u02b9\u02bb\u00b4\u0060\uff07\u05f3\ua78c"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63\uff0d\u2043"
_SHAPES = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-") | {"º": "°", "⁄": "/"})
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "⁄": "/"})
_SYMBOLS = (
    (re.compile(r"\bn°"), " numero "),
    (re.compile(r"(?<=\d)\s?:\s?(?=\d)"), " h "),
    (re.compile(r"(?<=\d)\s?/\s?(?=\d)"), " sur "),
    (re.compile(r"(?<![\w.,])-(?=\d)"), " moins "),
    (re.compile(r"%"), " pour cent "),
    (re.compile(r"€"), " euro "),
    (re.compile(r"&"), " et "),
    (re.compile(r"\+"), " plus "),
    (re.compile(r"="), " egal "),
    (re.compile(r"@"), " arobase "),
    (re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"), lambda found: f" {found[0].replace('.', '')} "),
)
_TOKEN = re.compile(
    r"(?P<ordinal>\d+(?:ers?|i?e?res?|i?e?mes?|es?|n?des?|nds?)\b)"
    r"|(?P<grouped>[1-9]\d{0,2}(?P<gap>[ .'])\d{3}(?:(?P=gap)\d{3})*(?:[.,]\d+)?(?!\d)(?![.,']\d))"
    r"|(?P<decimal>(?<!\d[.,])\d+[.,]\d+(?!\d)(?![.,]\d))"
    r"|(?P<digits>\d+)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*'?)"
)
_ELIDED = word_set("l d j c n s m t qu jusqu lorsqu puisqu quoiqu")
_OPENING = tuple("aeiouyh")


def words_of(text: str) -> list[str]:
    """Cut a text into folded words, elided words (`l'`) and canonical numbers (`1867,02`, `2e`)."""
    return _elisions_after_a_space([word for found in _TOKEN.finditer(_plain(text)) for word in _words(found)])


def _plain(text: str) -> str:
    """Lower case, one space, no accent, ligature, invisible sign or foreign digit; symbols become words."""
    spaced = "".join(_with_gap_before_fraction(text[:MAX_LENGTH])).translate(_SHAPES)
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", spaced).casefold())[:MAX_LENGTH]
    apart = unicodedata.normalize("NFD", folded.translate(_SHAPES).translate(_LETTERS))
    plain = " ".join("".join(_ascii_digit(sign) for sign in apart if _is_shown(sign)).split())
    for pattern, word in _SYMBOLS:
        plain = pattern.sub(word, plain)
    return " ".join(plain.split())


def _with_gap_before_fraction(text: str) -> Iterator[str]:
    # "1½" would otherwise read as eleven halves.
    for sign in text:
        yield f" {sign}" if unicodedata.decomposition(sign).startswith("<fraction>") else sign


def _is_shown(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Mn", "Me", "Cf", "Cs"}


def _ascii_digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _words(found: re.Match[str]) -> list[str]:
    text = found[0]
    if found["word"]:
        return _around_apostrophes(text)
    if found["ordinal"]:
        return [f"{re.match(r'[0-9]+', text)[0]}e"]  # type: ignore[index]
    if found["grouped"]:
        return [_amount(text, found["gap"])]
    return [_amount(text, "")] if found["decimal"] else [text]


def _amount(text: str, gap: str) -> str:
    whole, _, part = _without_gaps(text, gap).replace(".", ",").partition(",")
    part = part.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole},{part}" if part else whole


def _without_gaps(text: str, gap: str) -> str:
    # The gap may be the point that also opens the decimals ("1.867.02"): only groups of three follow a gap.
    return re.sub(rf"{re.escape(gap)}(?=\d{{3}}(?!\d))", "", text) if gap else text


def _around_apostrophes(text: str) -> list[str]:
    """« l'avenir » is two words, « aujourd'hui » is one."""
    words: list[str] = []
    glued = ""
    parts = text.split("'")
    for part in parts[:-1]:
        if not glued and part in _ELIDED:
            words.append(f"{part}'")
        else:
            glued += part
    last = glued + parts[-1]
    return [*words, last] if last else words


def _elisions_after_a_space(words: list[str]) -> list[str]:
    """« l avenir » was typed by someone in a hurry: it is « l'avenir »."""
    pairs = zip(words, [*words, ""][1:], strict=True)
    return [
        f"{word}'" if word in _ELIDED and len(after) > 1 and after.startswith(_OPENING) else word
        for word, after in pairs
    ]
