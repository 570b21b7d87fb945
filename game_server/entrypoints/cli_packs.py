"""`eclats check [PACK…]`: every mistake of the packs, with file and line."""

import sys
from collections.abc import Sequence
from pathlib import Path

import scenarios
from game_server.application.plug_ins import find_kinds
from scenarios.checker import check
from scenarios.compiler import editions
from scenarios.mender import mend

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
        mistakes = check(path, kinds)
        for mistake in mistakes:
            sys.stdout.write(f"{path / mistake.file}:{mistake.line} · {mistake.sentence} [{mistake.code}]\n")
        sys.stdout.write(f"{path} : {len(mistakes)} erreurs.\n" if mistakes else f"{path} : rien à corriger.\n")
        total += len(mistakes)
    return int(total > 0 or not wanted)
