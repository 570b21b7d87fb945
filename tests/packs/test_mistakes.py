"""Each mistake of an author is told at its file and line, and nothing else is.

Spec: K24 K26 K29
"""

from pathlib import Path
from shutil import copytree

import pytest

from scenarios.checker import check
from tests.packs.tiny import TEMPO, change, line_of, shipped_copy

MISSION = "missions/01-la-cle.yaml"
OFFER = "offers/essai.yaml"
SECOND_DAY = '  - {title: Le soir, opens: "14:00", closes: "16:00", opening: Rien., closing: Rien., missions: []}\n'
LONG = "Ce pont est vieux et long et beau et gris et grand et haut et bas et froid et seul et bon et à moi."


def test_the_small_pack_has_no_mistake(pack, kinds):
    assert check(pack, kinds) == []


MISTAKES = [
    # file, what stands there, what the author wrote instead, code, where it is told
    ("pack.yaml", "title: Le pont\n", "", "bad_field", "pitch:"),
    ("pack.yaml", "pitch:", "pich:", "bad_field", "pich:"),
    ("pack.yaml", "language: fr", "language: en", "bad_field", "language:"),
    ("pack.yaml", 'opens: "14:00"', "opens: 14", "bad_field", "opens:"),
    ("pack.yaml", 'opens: "14:00"', 'opens: "25:00"', "bad_field", "opens:"),
    ("pack.yaml", 'closes: "16:00"', 'closes: "13:00"', "hours_upside_down", "closes:"),
    ("pack.yaml", 'closes: "16:00"', 'closes: "14:20"', "day_too_full", "missions:"),
    (
        "pack.yaml",
        "    missions: [la-cle]\n",
        "    missions: [la-cle]\n" + SECOND_DAY,
        "day_without_mission",
        "Le soir",
    ),
    ("pack.yaml", "[la-cle]", "[la-cle, la-cle]", "mission_twice", "missions:"),
    ("pack.yaml", "[la-cle]", "[la-cle, le-vent]", "unknown_mission", "missions:"),
    (
        "pack.yaml",
        "  - {id: zoe,",
        "  - {id: zoe, name: Zoé, role: double}\n  - {id: zoe,",
        "duplicate_id",
        "gardienne",
    ),
    ("pack.yaml", "flags:\n", "flags:\n  vent: Il y a du vent.\n", "flag_never_set", "vent:"),
    ("pack.yaml", "title: Le pont\n", "title: Le pont\ntitle: Le quai\n", "duplicate_key", "title: Le quai"),
    ("pack.yaml", "title: Le pont", "title: &nom Le pont", "anchor", "title:"),
    ("pack.yaml", "title: Le pont", "title: !!str Le pont", "yaml_tag", "title:"),
    ("pack.yaml", "title: Le pont", "%YAML 1.1\n---\ntitle: Le pont", "yaml_directive", "---"),
    ("pack.yaml", "title: Le pont", 'title: "Le pont', "not_yaml", None),
    ("pack.yaml", "title: Le pont", "title: Le\tpont\n\tpitch: x", "not_yaml", None),
    ("pack.yaml", "title: Le pont", "[a]: Le pont", "key_not_text", "[a]:"),
    ("pack.yaml", "title: Le pont", "a: 1\n---\ntitle: Le pont", "two_documents", "---"),
    (MISSION, "kind: riddle", "kind: ridle", "unknown_kind", "ridle"),
    (MISSION, "      question: Quel mot", "      qestion: Quel mot", "bad_content", "qestion:"),
    (MISSION, "accepted: [clé]", "accepted: []", "bad_content", "accepted:"),
    (MISSION, "accepted: [clé]", 'accepted: ["…"]', "bad_content", "content:"),
    (MISSION, "minutes: 30", "minutes: une heure", "bad_field", "minutes:"),
    (MISSION, "minutes: 30", "minutes: 1", "bad_field", "minutes:"),
    (MISSION, "minutes: 30", "minutes: 30\ncompetences: [trust_nobody]", "bad_field", "competences:"),
    (
        MISSION,
        "minutes: 30",
        "minutes: 30\ncompetences: [ask_for_help, ask_for_help]",
        "competence_twice",
        "competences:",
    ),
    (MISSION, "offer: essai", "offer: essaie", "no_offer_card", "offer:"),
    (MISSION, "    plan_b: Levez la main.\n", "", "no_plan_b", "kind: vote"),
    (MISSION, "plan_b: Levez la main.", 'plan_b: ""', "no_plan_b", 'plan_b: ""'),
    (
        MISSION,
        "      - {said_by: zoe, text: Votez.}\n",
        "",
        "ladder_not_three",
        "    hints:\n      - {said_by: zoe, text: Parlez-vous",
    ),
    (MISSION, "{said_by: zoe, text: Votez.}", "{said_by: zoé, text: Votez.}", "bad_field", "Votez"),
    (MISSION, "{said_by: zoe, text: Votez.}", "{said_by: marc, text: Votez.}", "unknown_character", "marc"),
    (MISSION, "{pont_ouvert: true}", "{pont_ferme: true}", "unknown_flag", "pont_ferme"),
    (MISSION, "facts: [essai-gratuit]", "facts: []", "answer_without_fact", "content:"),
    (MISSION, "facts: [essai-gratuit]", "facts: [essai-prime]", "answer_on_unsettled_fact", "facts:"),
    (MISSION, "facts: [essai-gratuit]", "facts: [essai-beau]", "unknown_fact", "facts:"),
    (MISSION, "le pont\u00a0?", "le pont ?", "typography", "question: Quel"),
    (MISSION, "La clé", "« La clé »", "typography", "title:"),
    (MISSION, "l’avait", "l'avait", "typography", "act:"),
    (MISSION, "Il manque une clé.", 'Il manque une "clé".', "typography", "brief:"),
    (MISSION, "Il manque une clé.", LONG, "sentence_too_long", "brief:"),
    (MISSION, "Il manque une clé.", "Le pont est fermé. " * 16, "text_too_long", "brief:"),
    (MISSION, "Il manque une clé.", "Un dispositif manque.", "hard_word", "brief:"),
    (OFFER, "id: essai\n", "id: essais\n", "offer_id_differs", "id: essais"),
    (OFFER, "    mark: S\n", "", "fact_unmarked", "essai-gratuit"),
    (OFFER, "mark: S", "mark: T", "bad_field", "mark: T"),
    (OFFER, "mark: S", "mark: K", "answer_on_unsettled_fact", None),
    (OFFER, "    source: Charte, 1990\n", "", "fact_without_source", "essai-gratuit"),
    (OFFER, "source: Charte, 1990", "source: Charte, 1990\n    verified_by: Karim", "half_verified", "essai-gratuit"),
    (OFFER, "id: essai-prime", "id: essai-gratuit", "duplicate_id", "id: essai-gratuit\n    text: Tu"),
    (OFFER, "as_of: 2026-11-01", "as_of: l’an dernier", "bad_field", "as_of: l’an"),
    (OFFER, "as_of: 2026-11-01", "as_of: 2026-13-45", "bad_field", "as_of: 2026-13"),
    (OFFER, "value: essai.prime", "value: essai.bonus", "unknown_value", "essai.bonus"),
    (OFFER, "mark: V", "mark: S", "value_not_v", "value: essai.prime"),
    (OFFER, "{value}", "dix euros", "value_without_place", "dix euros"),
    (OFFER, "path_step: 4", "path_step: 6", "bad_field", "path_step:"),
    (OFFER, "family: emploi", "family: travail", "bad_field", "family:"),
    ("values.yaml", "  as_of: 2026-01-01\n", "", "bad_field", "essai.prime:"),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "where"), MISTAKES, ids=[f"{one[3]}-{place}" for place, one in enumerate(MISTAKES)]
)
def test_a_mistake_is_told_at_its_file_and_line(pack, kinds, file, old, new, code, where):
    change(pack, file, old, new)

    told = [mistake for mistake in check(pack, kinds) if mistake.code == code]

    assert told, check(pack, kinds)
    if where is not None:
        assert (file, line_of(pack, file, where)) in [(mistake.file, mistake.line) for mistake in told]
    assert all(mistake.sentence.endswith((".", "?", "!", ")")) for mistake in told)


def test_every_mistake_is_told_in_one_run(pack, kinds):
    change(pack, "pack.yaml", "pitch:", "pich:")
    change(pack, MISSION, "kind: riddle", "kind: ridle")
    change(pack, MISSION, "accepted: [clé]", "accepted: []")
    change(pack, MISSION, "{pont_ouvert: true}", "{pont_ferme: true}")
    change(pack, OFFER, "    mark: S\n", "")
    change(pack, OFFER, "Tu essaies un métier.", "Tu essaies ?")
    (pack / "notes.txt").write_text("à moi")

    assert {mistake.code for mistake in check(pack, kinds)} >= {
        "bad_field",
        "unknown_kind",
        "unknown_flag",
        "fact_unmarked",
        "typography",
        "unexpected_file",
    }


def test_five_missions_are_too_many_for_a_day(pack, kinds):
    change(pack, "pack.yaml", "[la-cle]", "[la-cle, b, c, d, e]")

    (told,) = [one for one in check(pack, kinds) if one.code == "too_many_missions"]

    assert (told.file, told.line) == ("pack.yaml", line_of(pack, "pack.yaml", "missions:"))


def test_an_offer_that_two_missions_unlock_is_told_at_the_second(pack, kinds):
    change(pack, "pack.yaml", "[la-cle]", "[la-cle, le-vent]")
    (pack / "missions/02-le-vent.yaml").write_text((pack / MISSION).read_text())

    (told,) = [one for one in check(pack, kinds) if one.code == "offer_twice"]

    assert (told.file, told.line) == ("missions/02-le-vent.yaml", 4)


def test_a_card_that_no_mission_unlocks_is_told(pack, kinds):
    (pack / "offers/autre.yaml").write_text((pack / OFFER).read_text().replace("essai", "autre"))

    told = [one for one in check(pack, kinds) if one.code == "offer_never_unlocked"]

    assert [one.file for one in told] == ["offers/autre.yaml"]


def test_a_mission_that_no_day_plays_is_told(pack, kinds):
    (pack / "missions/02-le-vent.yaml").write_text((pack / MISSION).read_text())

    told = {(one.file, one.code) for one in check(pack, kinds)}

    assert ("missions/02-le-vent.yaml", "mission_never_played") in told


def test_an_unknown_competence_is_told_with_those_that_there_are(pack, kinds):
    change(pack, MISSION, "minutes: 30", "minutes: 30\ncompetences: [trust_nobody]")

    (told,) = [one for one in check(pack, kinds) if one.code == "bad_field"]

    assert "trust_nobody" in told.sentence
    assert "trust_the_counsellor" in told.sentence


def test_a_pack_of_five_missions_that_never_practises_a_competence_is_told(tmp_path, kinds):
    pack = shipped_copy(tmp_path)
    change(pack, "missions/04-lison-sur-le-ponton.yaml", "competences: [ask_for_help]\n", "")

    (told,) = check(pack, kinds)

    assert (told.file, told.code) == ("pack.yaml", "competence_too_rare")
    assert told.line == line_of(pack, "pack.yaml", "days:")
    assert "« ask_for_help »" in " ".join(told.sentence.split())


def test_a_pack_of_twenty_five_missions_practises_each_competence_three_times(tmp_path, kinds):
    pack = Path(copytree(TEMPO, tmp_path / "tempo_2050" / "1"))
    for mission in ("19-qui-peut-ouvrir-ce-dossier", "22-la-voix-qui-guide", "07-la-voix-de-noe"):
        change(pack, f"missions/{mission}.yaml", "competences: [ask_for_help, trust_the_counsellor]", "competences: []")
    change(pack, "missions/24-le-bilan.yaml", "competences: [trust_the_counsellor]", "competences: []")

    told = [one for one in check(pack, kinds) if one.code == "competence_too_rare"]

    assert ["trust_the_counsellor" in one.sentence for one in told] == [True]


def test_a_misspelt_field_is_told_with_the_right_name(pack, kinds):
    change(pack, "pack.yaml", "pitch:", "pich:")

    assert any("« pitch »" in mistake.sentence for mistake in check(pack, kinds))


def test_a_folder_without_pack_file_is_told(tmp_path, kinds):
    assert [one.code for one in check(tmp_path / "nothing", kinds)] == ["no_pack_file"]
