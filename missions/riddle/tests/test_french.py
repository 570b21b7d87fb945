"""What the French judge promises to a player and to an author.

Spec: K11 K12 K13 X4 SC5
"""

import csv
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missions.riddle import french
from missions.riddle.french import Near, Verdict, code_of, fold, judge
from missions.riddle.judge.letters import MAX_LENGTH
from missions.riddle.tests.french_numbers import written

CORPUS = Path(__file__).with_name("corpus.tsv")
WORDS = (
    "cœur",
    "Élève",
    "l'avenir",
    "un œuf",
    "mission locale",
    "chef-d'œuvre",
    "aujourd'hui",
    "mot de passe",
    "forêt",
)
LONG_WORDS = ("confiance", "apprentissage", "responsabilité", "mission locale", "formation")
LETTERS = "abcdefghijklmnopqrtuvw"


def corpus() -> list[tuple[str, str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(answer, accepted, verdict) for answer, accepted, verdict in rows[1:]]


def test_every_answer_of_the_corpus_gets_the_verdict_a_french_reader_gave_it() -> None:
    wrong = []
    for answer, accepted, verdict in corpus():
        code = accepted.startswith("code:")
        forms = [accepted.removeprefix("code:")] if code else accepted.split("|")
        given_verdict = judge(answer, forms, numeric_code=code).kind
        if given_verdict != verdict:
            wrong.append(f"{answer!r} for {accepted!r}: {given_verdict}, not {verdict}")
    assert wrong == []


def test_the_corpus_holds_at_least_five_hundred_cases_and_all_four_verdicts() -> None:
    rows = corpus()
    assert len(rows) >= 500
    assert {verdict for _, _, verdict in rows} == {"right", "near", "wrong", "empty"}


@pytest.mark.parametrize("answer", ["cœur", "coeur", "Coeur !", "le cœur"])
def test_the_four_ways_to_type_coeur_are_right(answer: str) -> None:
    assert judge(answer, ["cœur"]) == Verdict("right")


@given(
    st.sampled_from(WORDS),
    st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
    st.sampled_from([str.upper, str.lower, str.title, str.casefold, str.swapcase]),
    st.sampled_from(["", " ", "  ", "\u00a0", "« ", "(", "- ", "\u200b", "\ufeff", "c'est ", "C’est "]),
    st.sampled_from(["", " !", ".", "…", " »", ")", " ?!", "\n", "\u202f!", " 😀"]),
    st.sampled_from(["'", "\u2019", "\u2018", "\u00b4", "`", "\u02bc", "\uff07", "' "]),
)
def test_a_listed_form_is_right_however_the_phone_typed_it(
    word: str,
    form: Literal["NFC", "NFD", "NFKC", "NFKD"],
    case: Callable[[str], str],
    before: str,
    after: str,
    apostrophe: str,
) -> None:
    typed = before + unicodedata.normalize(form, case(word)).replace("'", apostrophe) + after
    assert judge(typed, [word]).kind == "right"


@given(st.text(min_size=1, max_size=60))
def test_a_listed_form_with_a_letter_or_a_digit_is_never_refused_as_it_stands(text: str) -> None:
    assert judge(text, [text]).kind == ("right" if fold(text) else "empty")


@given(st.text(max_size=500), st.text(max_size=60), st.booleans())
def test_no_text_breaks_the_judge_and_a_hint_is_a_sentence(answer: str, accepted: str, code: bool) -> None:
    verdict = judge(answer, [accepted], numeric_code=code)
    assert verdict.kind in {"right", "near", "wrong", "empty"}
    assert verdict.hint is None or verdict.hint.endswith(".")
    assert (verdict.kind == "near") <= (verdict.hint is not None)


@given(st.integers(0, 999_999_999), st.booleans(), st.sampled_from(["-", " ", "‑"]))
def test_a_number_in_words_of_france_or_switzerland_reads_as_its_digits(
    number: int, romande: bool, hyphen: str
) -> None:
    assert fold(f"c'est {written(number, romande=romande)}".replace("-", hyphen)) == str(number)


@given(st.integers(1000, 999_999_999), st.sampled_from([" ", "\u00a0", "\u202f", ".", "'"]))
def test_a_number_cut_in_groups_of_three_is_the_same_number(number: int, gap: str) -> None:
    assert fold(f"{number:,}".replace(",", gap)) == str(number)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_two_different_numbers_are_never_right_nor_near(one: int, other: int) -> None:
    for answer in (str(other), written(other)):
        assert judge(answer, [str(one)]).kind == ("right" if one == other else "wrong")


@given(st.text("0123456789", min_size=1, max_size=8), st.text("0123456789", min_size=1, max_size=8))
def test_only_the_same_digits_in_the_same_order_open_a_code(code: str, answer: str) -> None:
    assert judge(answer, [code], numeric_code=True).kind == ("right" if code == answer else "wrong")


@given(st.text("0123456789", min_size=2, max_size=8), st.sampled_from([" ", "-", " - ", "/", "_", ", ", "\u00a0", ":"]))
def test_a_code_may_be_typed_digit_by_digit(code: str, gap: str) -> None:
    assert judge(gap.join(code), [code], numeric_code=True).kind == "right"


@given(st.permutations("4213"))
def test_the_digits_of_a_code_in_another_order_are_wrong_and_get_no_hint(digits: list[str]) -> None:
    typed = "".join(digits)
    assert judge(typed, ["4213"], numeric_code=True) == Verdict("right" if typed == "4213" else "wrong")


def test_a_code_with_a_leading_zero_keeps_it() -> None:
    assert code_of("0713") == "0713"
    assert code_of("zéro sept treize") == "0713"
    assert judge("713", ["0713"], numeric_code=True).kind == "wrong"


@pytest.mark.parametrize("text", ["4213 ou 4231", "pas 4213", "42,13", "4213,0", "4213e", "quatre mots", ""])
def test_what_is_more_or_less_than_one_code_is_no_code(text: str) -> None:
    assert code_of(text) is None


def test_words_in_place_of_a_code_are_told_that_digits_are_wanted() -> None:
    assert judge("le coffre", ["4213"], numeric_code=True) == Verdict("wrong", french.ONLY_DIGITS)


@given(st.sampled_from(WORDS), st.sampled_from(["pas {}", "ce n'est pas {}", "c’est pas {}", "non, {}", "sans {}"]))
def test_a_negation_is_never_dropped_nor_taken_for_a_slip(word: str, sentence: str) -> None:
    assert judge(sentence.format(word), [word]).kind == "wrong"
    assert judge(word, [sentence.format(word)]).kind == "wrong"


@given(st.sampled_from(LONG_WORDS), st.data())
def test_one_slip_in_a_long_word_is_near_and_never_right(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2).filter(lambda place: word[place] != " " != word[place + 1]))
    letter = data.draw(st.sampled_from(LETTERS))
    slips = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]]
    slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    for slip in slips:
        assert judge(slip, [word]).kind == ("right" if fold(slip) == fold(word) else "near")


@pytest.mark.parametrize(
    ("answer", "accepted", "hint"),
    [
        ("confiace", "confiance", french.SPELLING),
        ("contrat travail", "contrat de travail", french.WORD_MISSING),
        ("mission", "mission locale", french.WORD_MISSING),
        ("la mission locale Nord", "mission locale", french.WORD_TOO_MANY),
        ("locale mission", "mission locale", french.WORD_ORDER),
        ("le tour", "la tour", french.LITTLE_WORD),
    ],
)
def test_a_near_miss_says_what_is_missing(answer: str, accepted: str, hint: str) -> None:
    assert judge(answer, [accepted]) == Verdict("near", hint)


@pytest.mark.parametrize(("one", "other"), [("utile", "inutile"), ("égalité", "inégalité"), ("content", "mécontent")])
def test_a_word_and_its_opposite_are_never_near(one: str, other: str) -> None:
    assert judge(one, [other]).kind == "wrong"
    assert judge(other, [one]).kind == "wrong"


def test_a_foreseen_mistake_gets_the_authors_own_hint_before_any_other() -> None:
    slip = Near("le contrat", "C'est ce qui vient après la signature.")
    assert judge("Contrat !", ["contrats de travail"], [slip]) == Verdict("near", slip.hint)
    assert judge("4231", ["4213"], [Near("4231", "Regarde l'ordre.")], numeric_code=True).hint == "Regarde l'ordre."


def test_a_foreseen_mistake_never_makes_a_right_answer_wrong() -> None:
    assert judge("le cœur", ["cœur"], [Near("coeur", "Non.")]) == Verdict("right")


@pytest.mark.parametrize("nothing", ["", "   ", "…", "😀", "\u200b\ufeff", "?!", " " * 20_000])
def test_nothing_readable_is_empty_and_asks_for_a_word(nothing: str) -> None:
    assert judge(nothing, ["cœur"]) == Verdict("empty", french.NOTHING_WRITTEN)


@pytest.mark.parametrize("sign", ["a", "œ", "\ufdfa", "l'", "9", "1 ", "é\u0301", "mille ", "pas ", "\U0001d54f", "x."])
def test_twenty_kilobytes_are_refused_after_reading_only_their_beginning(sign: str) -> None:
    flood = sign * 20_000
    assert judge(flood, ["cœur"]) == Verdict("wrong", french.TOO_LONG)
    assert judge(f"cœur {flood}", ["cœur"]).kind == "wrong"
    assert fold(flood) == fold(flood[:MAX_LENGTH])


def test_an_answer_lost_in_blanks_is_still_read() -> None:
    assert judge(" " * 10_000 + "cœur" + "\n" * 10_000, ["cœur"]).kind == "right"
