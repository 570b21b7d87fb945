"""A pack becomes the scenario that the core plays; its two hashes say what changed.

Spec: K25 K26 X3
"""

from datetime import time

import pytest

from scenarios.compiler import compile_pack, load_packs
from scenarios.hashes import fingerprint, same_but_for_words
from scenarios.mistakes import BrokenPackError
from tests.packs.tiny import change, shipped_copy, tiny_pack

MISSION = "missions/01-la-cle.yaml"


def test_a_pack_becomes_days_missions_steps_and_offers(pack, kinds):
    scenario = compile_pack(pack, kinds)

    (day,) = scenario.days
    (mission,) = day.missions
    assert (scenario.pack, scenario.edition, scenario.flags) == ("pont", 1, {"pont_ouvert"})
    assert (day.number, day.opens, day.closes) == (1, time(14), time(16))
    assert (mission.id, mission.offer, mission.minutes) == ("la-cle", "essai", 30)
    assert [(step.id, step.kind, len(step.hints)) for step in mission.steps] == [
        ("la-cle-1", "riddle", 3),
        ("la-cle-2", "vote", 3),
    ]
    assert mission.steps[0].content.accepted == ("clé",)
    assert scenario.characters["zoe"].name == "Zoé"


def test_a_fact_that_nobody_verified_says_so_on_its_card(pack, kinds):
    facts = compile_pack(pack, kinds).offers["essai"].facts

    assert facts == ("C’est gratuit.", "Tu touches 10\u00a0€ (à vérifier avec ton conseiller).")


def test_a_structure_s_own_verified_value_is_shown_and_leaves_the_fingerprint(pack, kinds, tmp_path):
    own = tmp_path / "lille.yaml"
    own.write_text(
        "essai.prime: {value: 12 €, as_of: 2026-10-01, source: ville, verified_by: Karim, verified_on: 2026-11-02}"
    )

    scenario = compile_pack(pack, kinds, own)

    assert scenario.offers["essai"].facts[1] == "Tu touches 12 €."
    assert scenario.fingerprint == compile_pack(pack, kinds).fingerprint


def test_a_structure_s_broken_values_are_refused_with_a_sentence(pack, kinds, tmp_path):
    own = tmp_path / "lille.yaml"
    own.write_text("essai.prime: [")

    with pytest.raises(BrokenPackError, match="YAML"):
        compile_pack(pack, kinds, own)


def test_a_pack_that_cannot_be_played_is_refused_with_all_its_mistakes(pack, kinds):
    change(pack, MISSION, "kind: riddle", "kind: ridle")
    change(pack, "pack.yaml", "[la-cle]", "[la-cle, le-vent]")

    with pytest.raises(BrokenPackError) as refused:
        compile_pack(pack, kinds)

    assert {one.code for one in refused.value.mistakes} >= {"unknown_kind", "unknown_mission"}


def test_a_mistake_of_style_does_not_stop_a_game(pack, kinds):
    change(pack, MISSION, "le pont\u00a0?", "le pont ?")

    assert compile_pack(pack, kinds).title == "Le pont"


def test_a_folder_whose_name_is_no_edition_is_refused(pack, kinds):
    draft = pack.rename(pack.with_name("brouillon"))

    with pytest.raises(BrokenPackError, match="édition"):
        compile_pack(draft, kinds)


def test_one_broken_pack_does_not_hide_the_others(tmp_path, kinds):
    tiny_pack(tmp_path)
    broken = shipped_copy(tmp_path)
    change(broken, "pack.yaml", "language: fr", "language: xx")
    told = []

    packs = load_packs(tmp_path, kinds, on_broken=told.append)

    assert list(packs) == [("pont", 1)]
    assert [error.pack for error in told] == [broken]
    with pytest.raises(BrokenPackError):
        load_packs(tmp_path, kinds)


def test_any_change_of_a_file_changes_the_fingerprint(pack):
    before = fingerprint(pack)
    change(pack, MISSION, "Il manque une clé.", "Il manque la clé.")

    assert fingerprint(pack) != before


def test_moving_a_byte_from_one_file_to_the_next_changes_the_fingerprint(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, parts in ((one, ("ab", "c")), (other, ("a", "bc"))):
        folder.mkdir()
        for name, part in zip("xy", parts, strict=True):
            (folder / name).write_text(part)

    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MISSION, "Il manque une clé.", "Une clé manque."),
        (MISSION, "Trois lettres.", "Un petit mot."),
        (MISSION, "text: Oui,", "text: D’accord,"),
        ("pack.yaml", "Le pont est fermé.", "On ne passe pas."),
        ("offers/essai.yaml", "C’est gratuit.", "Tu ne paies rien."),
        (MISSION, "title: La clé", "title: La clé # une note"),
    ],
)
def test_an_edition_that_differs_by_words_is_known_as_such(tmp_path, pack, file, old, new):
    other = tiny_pack(tmp_path / "new")
    change(other, file, old, new)

    assert same_but_for_words(pack, other)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MISSION, "accepted: [clé]", "accepted: [clé, clef]"),
        (MISSION, "        - Il finit par un É.\n", "        - Il finit par un É.\n        - Il ouvre.\n"),
        (MISSION, "{pont_ouvert: true}", "{pont_ouvert: false}"),
        (MISSION, "minutes: 30", "minutes: 40"),
        (MISSION, "id: non", "id: plus-tard"),
        ("pack.yaml", 'opens: "14:00"', 'opens: "13:30"'),
        ("offers/essai.yaml", "mark: S", "mark: K"),
        ("offers/essai.yaml", "path_step: 4", "path_step: 5"),
    ],
)
def test_an_edition_that_differs_by_more_than_words_is_known_as_such(tmp_path, pack, file, old, new):
    other = tiny_pack(tmp_path / "new")
    change(other, file, old, new)

    assert not same_but_for_words(pack, other)
