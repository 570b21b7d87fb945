"""An edition speaks other languages: whole texts, checked against the French, and never a sentence in two languages.

Spec: K24 K30
"""

from pathlib import Path

import pytest

from game_server.application.stories import mark
from game_server.entrypoints.cli_packs import PACKS, check_packs, print_texts
from scenarios.checker import check
from scenarios.compiler import compile_pack, editions
from scenarios.hashes import fingerprint
from scenarios.reader import read_pack
from scenarios.translations import coverage, told
from tests.packs.tiny import line_of

FILE = "languages/en.yaml"
ENGLISH = """\
name: English
to_confirm: check with your counsellor
texts:
  la-cle:
    - fr: La clé
      to: The key
    - fr: Il manque une clé.
      to: A key is missing.
  offres:
    - fr: Tu touches {value}.
      to: You get {value}.
"""


def write(pack: Path, text: str = ENGLISH) -> None:
    (pack / FILE).parent.mkdir(exist_ok=True)
    (pack / FILE).write_text(text)


def test_a_whole_text_stands_for_a_whole_text(pack, kinds):
    write(pack)
    language = compile_pack(pack, kinds).languages["en"]

    assert (language.name, language.dir) == ("English", "ltr")
    assert language.texts["Il manque une clé."] == "A key is missing."
    assert "Il commence par un C." not in language.texts


def test_a_fact_is_found_as_its_card_says_it_with_its_value_and_its_doubt(pack, kinds):
    write(pack)
    scenario = compile_pack(pack, kinds)
    fact = scenario.offers["essai"].facts[1]

    assert "à vérifier avec ton conseiller" in fact
    assert scenario.languages["en"].texts[fact] == "You get 10\N{NO-BREAK SPACE}€ (check with your counsellor)."


@pytest.mark.parametrize("missing", ["to_confirm: check with your counsellor\n", "      to: You get {value}.\n"])
def test_a_fact_of_which_a_part_is_missing_stays_whole_in_french(pack, kinds, missing):
    write(pack, ENGLISH.replace(missing, ""))
    scenario = compile_pack(pack, kinds)

    assert scenario.offers["essai"].facts[1] not in scenario.languages["en"].texts


MISTAKES = [
    ("fr: La clé", "fr: La porte", "unknown_text", "fr: La porte"),
    ("{value}.\n      to: You get {value}.", "{value}.\n      to: You get it.", "other_placeholders", "to: You get it"),
    ("to: The key", "to: The key\n    - {fr: La clé, to: Key}", "translated_twice", "to: Key"),
    ("name: English", "nom: English", "bad_language_file", "nom:"),
    ("to: The key", "too: The key", "bad_language_file", "too:"),
    ("name: English", "name: English\ndir: up", "bad_language_file", "dir:"),
]


@pytest.mark.parametrize(("before", "after", "code", "where"), MISTAKES, ids=lambda one: str(one)[:24])
def test_each_mistake_of_a_translator_has_its_line(pack, kinds, before, after, code, where):
    write(pack, ENGLISH.replace(before, after))

    found = {(one.code, one.file, one.line) for one in check(pack, kinds)}
    assert (code, FILE, line_of(pack, FILE, where)) in found


def test_a_translation_that_speaks_of_a_text_gone_does_not_stop_the_game(pack, kinds):
    write(pack, ENGLISH.replace("fr: La clé", "fr: La porte"))

    assert compile_pack(pack, kinds).languages["en"].texts["Il manque une clé."] == "A key is missing."


def test_easy_french_is_typeset_as_french(pack, kinds):
    write(pack)
    (pack / FILE).rename(pack / "languages/fr-facile.yaml")
    text = (pack / "languages/fr-facile.yaml").read_text().replace("A key is missing.", "Où est la clé ?")
    (pack / "languages/fr-facile.yaml").write_text(text)

    assert [one.code for one in check(pack, kinds)] == ["typography"]


def test_a_language_may_come_to_an_edition_that_is_being_played(pack):
    before = fingerprint(pack)
    write(pack)
    assert fingerprint(pack) == before


def test_the_file_to_fill_in_holds_every_text_once_and_keeps_what_is_filled_in(pack, kinds, capsys):
    write(pack)
    assert print_texts(pack, language="en", write=True) == 0

    draft = read_pack(pack)
    assert check(pack, kinds) == []
    assert coverage(draft, draft.languages["en"]) == (3, len(list(told(draft))))
    text = (pack / FILE).read_text()
    assert text.count('fr: "Écoutez-vous."') == 1
    assert 'to: "A key is missing."' in text
    check_packs([pack])
    assert "en, 3 textes sur" in capsys.readouterr().out


def test_what_nobody_reads_is_not_asked_of_a_translator(pack):
    texts = {one.text for one in told(read_pack(pack))}
    assert not texts & {"clé", "essai", "zoe", "la région", "oui"}
    assert {"Il commence par un C.", "Oui", "gardienne du pont"} <= texts


SOUND = b"OggS" + bytes(60)
RECORDINGS = "recordings:\n  - text: Il manque une clé.\n    file: cle.ogg\n    voice: Lou\n"


def record(pack: Path, listed: str = RECORDINGS, sound: bytes = SOUND) -> None:
    (pack / "audio").mkdir()
    (pack / "audio/recordings.yaml").write_text(listed)
    (pack / "audio/cle.ogg").write_bytes(sound)


def test_a_text_is_heard_in_its_recording(pack, kinds):
    record(pack)
    assert check(pack, kinds) == []
    heard = compile_pack(pack, kinds).recordings["Il manque une clé."]
    assert Path(heard).read_bytes() == SOUND


@pytest.mark.parametrize(
    ("listed", "sound", "code"),
    [
        (RECORDINGS, b"RIFF", "not_a_sound"),
        (RECORDINGS, SOUND + bytes(300_000), "sound_too_large"),
        (RECORDINGS.replace("cle.ogg", "clef.ogg"), SOUND, "sound_missing"),
        (RECORDINGS.replace("manque", "reste"), SOUND, "unknown_text"),
        (RECORDINGS.replace("voice", "by"), SOUND, "bad_recordings"),
        ("recordings: []\n", SOUND, "unheard_sound"),
    ],
)
def test_a_recording_says_a_text_of_the_edition_in_a_small_file(pack, kinds, listed, sound, code):
    record(pack, listed, sound)
    assert code in {one.code for one in check(pack, kinds)}


@pytest.mark.parametrize("path", editions(PACKS), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_two_texts_of_an_edition_never_share_a_mark(path):
    texts = [one.text for one in told(read_pack(path))]
    assert len({mark(text) for text in texts}) == len(texts)
