"""The smallest pack without a mistake, to be broken one mistake at a time."""

from pathlib import Path
from shutil import copytree

PACK = """\
title: Le pont
pitch: Un pont, et deux rives.
language: fr
characters:
  - {id: zoe, name: Zoé, role: gardienne du pont}
flags:
  pont_ouvert: Le pont est ouvert.
days:
  - title: Le matin
    opens: "14:00"
    closes: "16:00"
    opening: Le pont est fermé.
    closing: Le pont est ouvert.
    missions: [la-cle]
"""
MISSION = """\
title: La clé
brief: Il manque une clé.
act: Personne ne l’avait prévu.
offer: essai
minutes: 30
steps:
  - kind: riddle
    title: Le mot
    content:
      question: Quel mot ouvre le pont ?
      clues:
        - Il commence par un C.
        - Il finit par un É.
      accepted: [clé]
      after: Le pont s’ouvre.
      facts: [essai-gratuit]
    hints:
      - {said_by: zoe, text: Écoutez-vous.}
      - {said_by: zoe, text: Trois lettres.}
      - {said_by: zoe, text: Elle ouvre.}
    plan_b: Lisez les indices à voix haute.
  - kind: vote
    title: Le choix
    content:
      question: On ouvre le pont ?
      options:
        - {id: oui, text: Oui, outcome: Il s’ouvre., sets: {pont_ouvert: true}}
        - {id: non, text: Non, outcome: Il attend.}
      tie: {says: Le vent décide.}
      talk: Donnez une raison.
    hints:
      - {said_by: zoe, text: Parlez-vous.}
      - {said_by: zoe, text: Écoutez-vous.}
      - {said_by: zoe, text: Votez.}
    plan_b: Levez la main.
"""
OFFER = """\
id: essai
code: EMPLOI
title: Un essai
family: emploi
text: Tu essaies un métier.
path_step: 4
who: Tout jeune.
facts:
  - id: essai-gratuit
    text: C’est gratuit.
    mark: S
    as_of: 2026-11-01
    source: Charte, 1990
  - id: essai-prime
    text: Tu touches {value}.
    mark: V
    value: essai.prime
    as_of: 2026-11-01
    source: la région
"""
VALUES = """\
essai.prime:
  value: 10 €
  as_of: 2026-01-01
  source: la région
"""
FILES = {
    "pack.yaml": PACK,
    "missions/01-la-cle.yaml": MISSION,
    "offers/essai.yaml": OFFER,
    "values.yaml": VALUES,
}
SHIPPED = Path(__file__).parents[2] / "scenarios/packs/le_quai_des_possibles/1"
TEMPO = SHIPPED.parents[1] / "tempo_2050/1"


def tiny_pack(root: Path, **changed: str) -> Path:
    """Write the pack, with other texts in the place of some files."""
    pack = root / "pont" / "1"
    for name, text in (FILES | changed).items():
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_text(text, encoding="utf-8")
    return pack


def change(pack: Path, file: str, old: str, new: str) -> None:
    """Replace the one place where `old` stands."""
    text = (pack / file).read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is not in {file}"
    (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(pack: Path, file: str, excerpt: str) -> int:
    """The line, from 1, on which an excerpt stands first."""
    text = (pack / file).read_text(encoding="utf-8")
    assert excerpt in text, f"{excerpt!r} is not in {file}"
    return text.count("\n", 0, text.index(excerpt)) + 1


def shipped_copy(root: Path) -> Path:
    """A copy of the shipped pack that a test may break."""
    return Path(copytree(SHIPPED, root / "le_quai_des_possibles" / "1"))
