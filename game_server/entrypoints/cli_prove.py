"""`eclats prove PACK`: whether a pack comes to its end whoever is there, and what stops it otherwise."""

from pathlib import Path

from rich.console import Console

from game_server.application.plug_ins import find_kinds, find_rewards
from game_server.application.simulation.prove import SAMPLED, CounterExample, Proof
from game_server.application.simulation.prove import prove as prove_rules
from game_server.core.rules import Rules
from game_server.entrypoints.cli_simulate import edition_at, wide_console
from scenarios.compiler import compile_pack
from scenarios.mistakes import BrokenPackError
from scenarios.reader import read_pack

MOST_TOLD = 10


def prove(pack: Path, *, seed: int = 1, sampled: int = SAMPLED, only: int | None = None) -> int:
    """Prouver qu’un pack va toujours au bout, de 1 à 12 présents, quoi que le groupe choisisse. Rend 1 et un contre-exemple sinon.

    PACK est un dossier d’édition, ou le nom d’un pack installé. Avec --only, une seule table, par son numéro.
    """
    console = wide_console()
    kinds = find_kinds()
    path = edition_at(pack)
    if path is None:
        console.print(f"Aucun pack à {pack} : donnez un dossier d’édition, ou le nom d’un pack installé.")
        return 2
    try:
        rules = Rules(compile_pack(path, kinds), kinds, find_rewards())
    except BrokenPackError as error:
        console.print(f"{error}\nLancez d’abord : eclats check {path}", markup=False)
        return 2
    proof = prove_rules(rules, seed, sampled, only)
    _tell(console, path, proof)
    return int(bool(proof.counter_examples))


def _tell(console: Console, path: Path, proof: Proof) -> None:
    roads = proof.roads
    console.print(f"{proof.scenario.title}, graine {proof.seed}.\n")
    console.print(
        f"Tout parcouru : {roads.scenes} scènes, {roads.starts} débuts, {roads.passages} passages, "
        f"jusqu’à {roads.states} états des drapeaux à une même étape."
    )
    console.print(
        f"Joué en entier : {proof.tried - proof.sampled} tables choisies (chaque taille de 6 à 12, chaque nombre de présents "
        "de 1 à 12 chaque jour, une absence et une arrivée chaque jour, un départ dans chaque étape) "
        f"et {proof.sampled} tirées au sort."
    )
    console.print(
        "Échantillon seulement : le moment d’un départ dans l’étape, plusieurs départs à la fois, les réponses fausses."
    )
    console.print(f"Le jour le plus long a duré {proof.longest_day:.1f} heures.\n".replace(".", ",", 1))
    if not proof.counter_examples:
        console.print(
            "Aucun contre-exemple : chaque offre s’ouvre, rien ne se bloque, chaque jour tient dans ses heures."
        )
        return
    for one in proof.counter_examples[:MOST_TOLD]:
        console.print(_told(path, proof, one), markup=False, soft_wrap=True)
    more = len(proof.counter_examples) - MOST_TOLD
    if more > 0:
        console.print(f"… et {more} autres.")


def _told(path: Path, proof: Proof, one: CounterExample) -> str:
    """Where, why, who was there, and the command that shows it again."""
    place = f"{path / read_pack(path).missions[one.mission].file}, étape {one.step + 1} : {one.why}."
    if one.trial is None:
        return place
    present = f"présents : {', '.join(one.present)}" if one.present else "fin de l’histoire"
    again = f"eclats prove {path} --seed {proof.seed} --only {one.trial}"
    return f"{place}\n  Jour {one.day}, {present}. Table {one.trial} : {one.name}.\n  À rejouer : {again}"
