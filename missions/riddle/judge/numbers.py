"""French number words, of France, Belgium and Switzerland, read as digits.

Source: the usual grammar of cardinals up to the milliards, hyphens already turned into spaces (reform of 1990 or not).
"""

_UNITS = {
    word: value
    for value, word in enumerate(
        ("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize")
    )
} | {"une": 1}  # fmt: skip
_TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_SCALES = (
    (frozenset({"milliard", "milliards"}), 10**9),
    (frozenset({"million", "millions"}), 10**6),
    (frozenset({"mille", "mil"}), 10**3),
)
_SUFFIX = "#e"
_ORDINALS = {
    f"{stem}ieme": cardinal
    for stem, cardinal in {
        "un": "un", "deux": "deux", "trois": "trois", "quatr": "quatre", "cinqu": "cinq", "six": "six",
        "sept": "sept", "huit": "huit", "neuv": "neuf", "dix": "dix", "onz": "onze", "douz": "douze",
        "treiz": "treize", "quatorz": "quatorze", "quinz": "quinze", "seiz": "seize", "vingt": "vingt",
        "trent": "trente", "quarant": "quarante", "cinquant": "cinquante", "soixant": "soixante",
        "septant": "septante", "huitant": "huitante", "nonant": "nonante", "cent": "cent", "mill": "mille",
    }.items()
}  # fmt: skip
_FIRST = frozenset({"premier", "premiere", "premiers", "premieres"})
_LONGEST_GROUP = 3


def with_digits(words: list[str], *, one_is_a_number: bool = False) -> list[str]:
    """Replace number words by digits: « deux mille cinquante » becomes `2050`, « vingt et unième » becomes `21e`.

    A lone « un » is an article, except before another number or when `one_is_a_number`.
    """
    words = _cardinals(words)
    out: list[str] = []
    at = 0
    while at < len(words):
        value, after = _number(words, at)
        article = words[at:after] in (["un"], ["une"]) and not (one_is_a_number or _counts(words, after, out))
        if after == at or article:
            out.append(words[at])
            at += 1
            continue
        suffix = after < len(words) and words[after] == _SUFFIX
        out.append(f"{value}e" if suffix else str(value))
        at = after + suffix
    return _hours(_decimals(out))


def _cardinals(words: list[str]) -> list[str]:
    """« deuxième » is « deux » and a mark; « premier » is `1e`."""
    out: list[str] = []
    for word in words:
        cardinal = _ORDINALS.get(word) or _ORDINALS.get(word.removesuffix("s"))
        out.extend([cardinal, _SUFFIX] if cardinal else ["1e" if word in _FIRST else word])
    return out


def _counts(words: list[str], after: int, before: list[str]) -> bool:
    """Whether a « un » that ends at `after` is said among other numbers: « un, deux », « deux, un »."""
    if after == len(words):
        return bool(before) and before[-1].isdecimal()
    after += words[after] == "sur"
    return _at(words, after) in {_SUFFIX, "virgule"} or _number(words, after)[1] > after


def _number(words: list[str], at: int) -> tuple[int, int]:
    """Longest number that starts at `at`: its value and where it ends (`at` when there is none)."""
    total, start, scaled = 0, at, False
    for names, scale in _SCALES:
        count, after = _below_a_thousand(words, at, digits=True)
        named = after < len(words) and words[after] in names
        if named and (count or (scale == 10**3 and after == at)):
            total, at, scaled = total + (count or 1) * scale, after + 1, True
    rest, after = _below_a_thousand(words, at, digits=scaled)
    if after > at and (rest or not scaled):
        return total + rest, after
    if scaled and words[at : at + 1] == ["et"] and words[at + 1 : at + 2] in (["un"], ["une"]):
        return total + 1, at + 2
    return (total, at) if scaled else (0, start)


def _below_a_thousand(words: list[str], at: int, *, digits: bool) -> tuple[int, int]:
    if digits and at < len(words) and words[at].isdecimal() and len(words[at]) <= _LONGEST_GROUP:
        return int(words[at]), at + 1
    hundreds, after = _below_a_hundred(words, at)
    multiplied = hundreds in range(2, 10) or hundreds in range(11, 20)
    if after < len(words) and words[after] in {"cent", "cents"} and multiplied:
        at, total = after + 1, hundreds * 100
    elif words[at : at + 1] == ["cent"]:
        at, total = at + 1, 100
    else:
        return hundreds, after
    rest, after = _below_a_hundred(words, at)
    return (total + rest, after) if rest else (total, at)


def _below_a_hundred(words: list[str], at: int) -> tuple[int, int]:
    word, after = _at(words, at), _at(words, at + 1)
    if word == "quatre" and after in {"vingt", "vingts"}:
        return _with_units(words, at + 2, 80, most=19)
    if word in _TENS:
        return _with_units(words, at + 1, _TENS[word], most=19 if word == "soixante" else 9)
    if word == "dix" and after in {"sept", "huit", "neuf"}:
        return 10 + _UNITS[after], at + 2
    return (_UNITS[word], at + 1) if word in _UNITS else (0, at)


def _with_units(words: list[str], at: int, tens: int, *, most: int) -> tuple[int, int]:
    """« vingt et un », « soixante et onze », « quatre-vingt-dix-sept »: the units that may follow these tens."""
    joined = _at(words, at) == "et"
    start = at + joined
    word = _at(words, start)
    if word == "dix" and most > 10 and not joined and _at(words, start + 1) in {"sept", "huit", "neuf"}:  # noqa: PLR2004
        return tens + 10 + _UNITS[_at(words, start + 1)], start + 2
    units = _UNITS.get(word, 0)
    if not 1 <= units <= most or (joined and units not in {1, 11}):
        return tens, at
    return tens + units, start + 1


def _at(words: list[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _decimals(words: list[str]) -> list[str]:
    """« trois virgule zéro deux » is `3,02`."""
    out: list[str] = []
    for at, word in enumerate(words):
        if word == "virgule" and out and out[-1].isdecimal() and _at(words, at + 1).isdecimal():
            out[-1] += ","
        elif word.isdecimal() and out and "," in out[-1] and _follows_a_comma(words, at):
            out[-1] += word
        else:
            out.append(word)
    return [word.rstrip("0").rstrip(",") if "," in word else word for word in out]


def _follows_a_comma(words: list[str], at: int) -> bool:
    while at and words[at - 1].isdecimal():
        at -= 1
    return _at(words, at - 1) == "virgule" if at else False


def _hours(words: list[str]) -> list[str]:
    """« 14h05 », « 14 : 05 » and « quatorze heures cinq » are all `14 h 5`; « 14 h 00 » is `14 h`."""
    out: list[str] = []
    for word in words:
        if word in {"h", "heure", "heures"} and out and out[-1].isdecimal():
            out.append("h")
        elif word.isdecimal() and out and out[-1] == "h":
            out.extend([word.lstrip("0")] if word.strip("0") else [])
        else:
            out.append(word)
    return out
