"""French is mended as a typographer would, once and for all, and never twice.

Spec: K24
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.checker import check
from scenarios.french import mended, sentences
from scenarios.mender import mend
from tests.packs.tiny import change, shipped_copy

NB = "\u00a0"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Tu viens ?", f"Tu viens{NB}?"),
        ("Tu viens?", f"Tu viens{NB}?"),
        ("Tu viens\u202f?", f"Tu viens{NB}?"),
        ("Quoi ?!", f"Quoi{NB}?!"),
        ("Voilà : un pont ; une rive !", f"Voilà{NB}: un pont{NB}; une rive{NB}!"),
        ("« Oui »", f"«{NB}Oui{NB}»"),
        ("«Oui ?»", f"«{NB}Oui{NB}?{NB}»"),
        ('Elle dit "oui".', f"Elle dit «{NB}oui{NB}»."),
        ("l'eau d'ici", "l’eau d’ici"),
        ("Attends...", "Attends…"),
        ("à 14 h 30, pour 12 €", f"à 14{NB}h{NB}30, pour 12{NB}€"),
        ("de 14:30 à https://x.fr", "de 14:30 à https://x.fr"),
        ("Trois lettres, pas plus.", "Trois lettres, pas plus."),
    ],
)
def test_spaces_quotes_and_apostrophes_are_put_right(written, right):
    assert mended(written) == right


@given(st.text(alphabet=" ?!:;«»'\"…abé1h€.\u00a0\n", max_size=30))
def test_what_was_mended_once_needs_no_mending(text):
    assert mended(mended(mended(text))) == mended(mended(text))


def test_a_sentence_ends_at_its_mark_and_not_inside_quotes():
    assert sentences(f"Il dit{NB}: «{NB}Oui.{NB}» Elle part. Vite{NB}!") == [
        f"Il dit{NB}: «{NB}Oui.",
        "Elle part.",
        f"Vite{NB}!",
    ]


def test_mending_a_pack_leaves_no_mistake_of_typography_and_changes_nothing_else(pack, kinds):
    change(pack, "missions/01-la-cle.yaml", "title: La clé", 'title: "La clé ?"  # « une note » ?')
    change(pack, "missions/01-la-cle.yaml", "brief: Il manque une clé.", "brief: >\n  C'est\n  une clé ?")
    change(pack, "missions/01-la-cle.yaml", "accepted: [clé]", "accepted: [l'clé]")

    assert mend(pack) == 1

    text = (pack / "missions/01-la-cle.yaml").read_text()
    assert f'title: "La clé{NB}?"  # « une note » ?' in text
    assert f"  C’est\n  une clé{NB}?" in text
    assert "accepted: [l'clé]" in text
    assert check(pack, kinds) == []
    assert mend(pack) == 0


def test_mending_a_scene_keeps_what_ink_reads(tmp_path):
    pack = shipped_copy(tmp_path)
    before = (pack / "scenes/la-traversee.ink").read_text()
    (pack / "scenes/la-traversee.ink").write_text(before.replace(NB, " ").replace("’", "'"))

    mend(pack)

    assert (pack / "scenes/la-traversee.ink").read_text() == before
