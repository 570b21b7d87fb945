"""The French judge: kind to the ways a right answer is typed, exact on numbers and on « pas ».

Pure. `fold` gives the one form under which two writings of the same answer meet; `judge` compares an answer with
what the author listed. It never guesses: only a listed form is right, a slip is said as such.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from missions.riddle.judge.letters import MAX_LENGTH, words_of
from missions.riddle.judge.lexicon import (
    AFTER_A_NOUN,
    AROUND_A_CODE,
    DETERMINERS,
    FRAMES,
    GENDERS,
    NEGATIONS,
    TWO_GENDERS,
)
from missions.riddle.judge.nearness import (
    exact_part,
    has_digit,
    is_small_slip,
    letters,
    same_words_in_another_order,
    word_missing,
)
from missions.riddle.judge.numbers import with_digits
from missions.riddle.judge.plurals import may_be_plural_of, singular

NOTHING_WRITTEN = "Écris d'abord ta réponse : un mot suffit souvent."
TOO_LONG = "C'est long. Quelques mots suffisent."
ONLY_DIGITS = "Écris seulement les chiffres du code."
SPELLING = "Presque. Regarde l'orthographe de plus près."
WORD_MISSING = "Presque. Il manque un mot."
WORD_TOO_MANY = "Presque. Il y a un mot de trop."
WORD_ORDER = "Presque. Les mots sont bons, pas leur ordre."
LITTLE_WORD = "Presque. Regarde le petit mot devant."


_SlipOf = Callable[[Sequence[str], Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Near:
    """A wrong answer that the author foresaw, with the sentence that sends the player back to the right trail."""

    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is worth; `hint` is a French sentence to the player, or nothing to add."""

    kind: Literal["right", "near", "wrong", "empty"]
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """One answer read: without « c'est », then also without its article, whose gender is kept; `typed` keeps the plurals."""

    whole: tuple[str, ...]
    bare: tuple[str, ...]
    typed: tuple[str, ...]
    feminine: bool | None


def fold(text: str) -> str:
    """The form under which two writings of one answer meet: « Le CŒUR ! » and « coeurs » are both `coeur`.

    Reads at most `MAX_LENGTH` characters. Returns "" when there is no letter and no digit.
    """
    return " ".join(_read(text).bare).replace("' ", "'")


def code_of(text: str) -> str | None:
    """Digits of a number code, leading zeros kept, or None when the text says anything else than one code.

    « 4 213 », « 4-2-1-3 » and « quatre mille deux cent treize » are `4213`; « 42,13 » and « pas 4213 » are no code.
    """
    joined = _GROUPS.sub(lambda found: re.sub(r"[.,]", "", found[0]), text[:MAX_LENGTH])
    if re.search(r"\d[.,]\d", joined):
        return None
    words = with_digits(words_of(joined.translate(_CODE_SEPARATORS)), one_is_a_number=True)
    digits = [word for word in words if word not in AROUND_A_CODE]
    return "".join(digits) if digits and all(word.isdecimal() for word in digits) else None


def judge(answer: str, accepted: Sequence[str], near: Sequence[Near] = (), numeric_code: bool = False) -> Verdict:
    """Say whether `answer` is one of the `accepted` forms, a foreseen or small slip, wrong, or nothing at all.

    With `numeric_code` the answer is a code: its digits in their order, leading zeros too, and never a near miss
    but those listed. The author's `accepted` codes must be readable by `code_of`; the pack's check says so.
    """
    answer = answer.strip()
    if not fold(answer):
        return Verdict("empty", NOTHING_WRITTEN)
    if len(answer) > MAX_LENGTH:
        return Verdict("wrong", TOO_LONG)
    return _judge_code(answer, accepted, near) if numeric_code else _judge_words(answer, accepted, near)


def _judge_code(answer: str, accepted: Sequence[str], near: Sequence[Near]) -> Verdict:
    code = code_of(answer)
    if code is None:
        return Verdict("wrong", ONLY_DIGITS)
    if code in map(code_of, accepted):
        return Verdict("right")
    foreseen = (Verdict("near", slip.hint) for slip in near if code_of(slip.text) == code)
    return next(foreseen, Verdict("wrong"))


def _judge_words(answer: str, accepted: Sequence[str], near: Sequence[Near]) -> Verdict:
    given = _read(answer)
    listed = [reading for reading in map(_read, accepted) if reading.bare]
    matching = [reading for reading in listed if _agree(given, reading)]
    if any(not _other_gender(given, reading) for reading in matching):
        return Verdict("right")
    for slip in near:
        if _agree(given, _read(slip.text)):
            return Verdict("near", slip.hint)
    if matching:
        return Verdict("near", LITTLE_WORD)
    slips = (hint for slip_of, hint in _SLIPS for reading in listed if _slipped(slip_of, given, reading))
    hint = next(slips, None)
    return Verdict("near", hint) if hint else Verdict("wrong")


def _read(text: str) -> _Reading:
    words = _without_frame(_spoken_negation(with_digits(words_of(text))))
    size = _determiner(words)
    typed = ["1"] if words[size:] in (["un"], ["une"]) else words[size:]
    gender = GENDERS.get(" ".join(words[:size]))
    return _Reading(tuple(map(singular, words)), tuple(map(singular, typed)), tuple(typed), gender)


def _spoken_negation(words: list[str]) -> list[str]:
    """« ce n'est pas » is said « c'est pas »: ne goes when another negation stays."""
    if any(word in NEGATIONS and word not in {"ne", "n'"} for word in words):
        return [word for word in words if word not in {"ne", "n'"}]
    return words


def _without_frame(words: list[str]) -> list[str]:
    for frame in FRAMES:
        if len(words) > len(frame) and tuple(words[: len(frame)]) == frame:
            return words[len(frame) :]
    return words


def _determiner(words: list[str]) -> int:
    """How many leading words are an article or its like; « son de cloche » begins with a noun, « un » alone too."""
    size = 2 if tuple(words[:2]) in {("de", "la"), ("de", "l'")} else int(words[:1] != [] and words[0] in DETERMINERS)
    follows = words[size : size + 1]
    return size if follows and follows[0] not in AFTER_A_NOUN else 0


def _agree(given: _Reading, listed: _Reading) -> bool:
    return any(
        _same(one, other) for one in {given.whole, given.bare} for other in {listed.whole, listed.bare} if one and other
    )


def _same(given: tuple[str, ...], listed: tuple[str, ...]) -> bool:
    if len(given) == len(listed):
        pairs = zip(given, listed, strict=True)
        if all(one == other or may_be_plural_of(one, other) for one, other in pairs):
            return True
    if any(map(has_digit, (*given, *listed))) or exact_part(given) != exact_part(listed):
        return False
    if 1 in {len(given), len(listed)}:
        return singular(letters(given)) == singular(letters(listed))
    return letters(given) == letters(listed)


def _other_gender(given: _Reading, listed: _Reading) -> bool:
    """« la tour » is not « le tour »; for any other word a wrong gender is forgiven."""
    known = given.feminine is not None and listed.feminine is not None
    return known and given.feminine != listed.feminine and listed.bare[0] in TWO_GENDERS


def _slipped(slip_of: _SlipOf, given: _Reading, listed: _Reading) -> bool:
    if exact_part(given.bare) != exact_part(listed.bare):
        return False
    return slip_of(given.bare, listed.bare) or slip_of(given.typed, listed.typed)


_SLIPS: tuple[tuple[_SlipOf, str], ...] = (
    (same_words_in_another_order, WORD_ORDER),
    (word_missing, WORD_MISSING),
    (lambda given, listed: word_missing(listed, given), WORD_TOO_MANY),
    (is_small_slip, SPELLING),
)
_GROUPS = re.compile(r"(?<![\d.,])(?:\d(?:[.,]\d){2,}|\d\d(?:\.\d\d){2,}|[1-9]\d{0,2}(?:\.\d{3})+)(?![.,]?\d)")
_CODE_SEPARATORS = str.maketrans(dict.fromkeys("-/:_", " "))
