"""Small slips: how far two folded answers stand from each other, and which slips are never small.

Distance: optimal string alignment (insertion, deletion, substitution, transposition of neighbours each count one).
"""

from collections import Counter
from collections.abc import Sequence

from missions.riddle.judge.lexicon import LIGHT, NEGATIONS

_OPPOSITE = ("in", "im", "ir", "il", "de", "des", "dis", "me", "mal", "non", "anti", "contre")
_ONE_SLIP, _TWO_SLIPS = 5, 9


def has_digit(word: str) -> bool:
    """Whether a word is a number, which is right or wrong and never near."""
    return any(sign.isdecimal() for sign in word)


def exact_part(words: Sequence[str]) -> tuple[list[str], Counter[str]]:
    """What no slip may touch: the numbers in their order, and the negations."""
    return [word for word in words if has_digit(word)], Counter(word for word in words if word in NEGATIONS)


def letters(words: Sequence[str]) -> str:
    """The letters alone, without spaces and numbers; apostrophes stay: « l'égalité » is not « légalité »."""
    return "".join(word for word in words if not has_digit(word))


def is_small_slip(answer: Sequence[str], listed: Sequence[str]) -> bool:
    """One edit from 5 letters on, two from 9 on; never from a word to its opposite."""
    given, wanted = letters(answer), letters(listed)
    size = sum(sign.isalpha() for sign in wanted)
    allowed = 2 if size >= _TWO_SLIPS else 1 if size >= _ONE_SLIP else 0
    if not allowed or _are_opposites(given, wanted) or any(map(_are_opposites, answer, listed)):
        return False
    return _distance_within(given, wanted, allowed)


def word_missing(answer: Sequence[str], listed: Sequence[str]) -> bool:
    """Whether `answer` is `listed` in its order without one of its full words; small words do not count."""
    if not answer or len(answer) >= len(listed):
        return False
    rest = list(listed)
    for word in answer:
        if word not in rest:
            return False
        rest.remove(word)
    lost = [word for word in rest if word not in LIGHT]
    return len(lost) <= 1 and any(word not in LIGHT for word in answer) and _is_in_order(answer, listed)


def same_words_in_another_order(answer: Sequence[str], listed: Sequence[str]) -> bool:
    """Whether only the order of words differs; the order of numbers is never small."""
    return len(listed) > 1 and Counter(answer) == Counter(listed) and not any(map(has_digit, listed))


def _is_in_order(part: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _are_opposites(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and any(f"{prefix}{short}" == long for prefix in _OPPOSITE)


def _distance_within(one: str, other: str, most: int) -> bool:
    """Only the diagonal band of width 2 * most + 1 is computed: the cost grows with the length, not with its square."""
    if abs(len(one) - len(other)) > most:
        return False
    before: dict[int, int] = {}
    row = {column: column for column in range(min(most, len(other)) + 1)}
    for line in range(1, len(one) + 1):
        before, row = row, _next_row(one, other, line, most, (before, row))
    return row.get(len(other), most + 1) <= most


def _next_row(
    one: str, other: str, line: int, most: int, rows: tuple[dict[int, int], dict[int, int]]
) -> dict[int, int]:
    two_above, above = rows
    far = most + 1
    row: dict[int, int] = {}
    for column in range(max(0, line - most), min(len(other), line + most) + 1):
        if column == 0:
            row[column] = line
            continue
        change = one[line - 1] != other[column - 1]
        best = min(above.get(column, far) + 1, row.get(column - 1, far) + 1, above.get(column - 1, far) + change)
        swapped = line > 1 < column and one[line - 2 : line] == other[column - 1] + other[column - 2]
        row[column] = min(best, two_above.get(column - 2, far) + 1) if swapped else best
    return row
