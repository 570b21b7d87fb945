"""`eclats check [PACK…]`: every mistake of the packs, with file and line. `eclats texts PACK`: a language file to fill in."""

import sys
from collections.abc import Sequence
from pathlib import Path

import scenarios
from game_server.application.plug_ins import find_kinds
from scenarios.checker import check_draft
from scenarios.compiler import editions
from scenarios.mender import mend
from scenarios.reader import Draft, read_pack
from scenarios.skeleton import skeleton
from scenarios.translations import coverage

PACKS = Path(scenarios.__file__).parent / "packs"


def check_packs(paths: Sequence[Path] = (), *, fix: bool = False) -> int:
    """Vérifie des packs (tous ceux de scenarios/packs sans argument) et dit chaque erreur, avec son fichier et sa ligne.

    Avec --fix, corrige d'abord les espaces, les guillemets et les apostrophes. Rend 0 quand tout va bien, 1 sinon.
    """
    kinds = find_kinds()
    wanted = list(paths) or editions(PACKS)
    if not wanted:
        sys.stdout.write(f"Aucun pack dans {PACKS}.\n")
    total = 0
    for path in wanted:
        if fix:
            sys.stdout.write(f"{path} : {mend(path)} fichiers corrigés.\n")
        draft = read_pack(path)
        mistakes = check_draft(draft, kinds)
        for mistake in mistakes:
            sys.stdout.write(f"{path / mistake.file}:{mistake.line} · {mistake.sentence} [{mistake.code}]\n")
        sys.stdout.write(f"{path} : {len(mistakes)} erreurs.\n" if mistakes else f"{path} : rien à corriger.\n")
        _tell_languages(path, draft)
        total += len(mistakes)
    return int(total > 0 or not wanted)


def print_texts(pack: Path, *, language: str = "fr-facile", write: bool = False) -> int:
    """Écrit à l’écran le fichier d’une langue à remplir : tous les textes du pack, sans doublon, par mission.

    Avec --write, le met dans le pack (languages/LANGUE.yaml) ; ce qui est déjà traduit y reste.
    """
    text = skeleton(read_pack(pack), language)
    if not write:
        sys.stdout.write(text)
        return 0
    file = pack / "languages" / f"{language}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{file} : à remplir.\n")
    return 0


def _tell_languages(path: Path, draft: Draft) -> None:
    for code, document in sorted(draft.languages.items()):
        said, every = coverage(draft, document)
        sys.stdout.write(f"{path} : {code}, {said} textes sur {every}.\n")
