"""`eclats simulate PACK`: simulated groups play a pack in virtual time, and what they met is told."""

from json import dumps
from pathlib import Path

from rich.console import Console
from rich.table import Table

from game_server.application.bots import Persona
from game_server.application.plug_ins import find_kinds, find_rewards
from game_server.application.simulation.report import Report, Spread
from game_server.application.simulation.simulate import simulate as play_groups
from game_server.core.rules import Rules
from game_server.entrypoints.cli_packs import PACKS
from scenarios.compiler import compile_pack, editions
from scenarios.mistakes import BrokenPackError

MOST_TOLD = 20
WIDTH = 110
SPREAD = ("le moins", "1 sur 10", "au milieu", "9 sur 10", "le plus")
WHO = {
    Persona.FAST: "lit et répond vite",
    Persona.STEADY: "à son rythme",
    Persona.SLOW: "lent",
    Persona.WEAK_READER: "lit avec peine",
    Persona.JOKER: "plaisante",
    Persona.ABSENT: "absent un jour",
    Persona.LATE: "arrivé en route",
}


def simulate(pack: Path, *, groups: int = 200, seed: int = 1, only: int | None = None, json: Path | None = None) -> int:
    """Faire jouer un pack par des groupes simulés, en temps virtuel. Rend 1 si un groupe se bloque ou perd une offre.

    PACK est un dossier d’édition, ou le nom d’un pack installé (sa dernière édition). Avec --only, un seul groupe, par son numéro.
    Avec --json, tout s’écrit aussi dans ce fichier.
    """
    console = wide_console()
    kinds = find_kinds()
    path = edition_at(pack)
    if path is None or groups < 1:
        console.print(f"Aucun pack à {pack}, ou aucun groupe : donnez un dossier d’édition et un nombre d’au moins 1.")
        return 2
    try:
        rules = Rules(compile_pack(path, kinds), kinds, find_rewards())
    except BrokenPackError as error:
        console.print(f"{error}\nLancez d’abord : eclats check {path}", markup=False)
        return 2
    numbers = range(1, groups + 1) if only is None else (only,)
    report = play_groups(rules, numbers, seed)
    _tell(console, report)
    if json is not None:
        json.write_text(dumps(report.as_plain(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return int(bool(report.failures()))


def wide_console() -> Console:
    """A console on which the tables of a whole pack fit."""
    console = Console(highlight=False, soft_wrap=False)
    console.width = max(console.width, WIDTH)
    return console


def edition_at(pack: Path) -> Path | None:
    """The folder of an edition: the one that is named, or the last of an installed pack."""
    if (pack / "pack.yaml").exists():
        return pack
    installed = [one for one in editions(PACKS) if one.parent.name == str(pack)]
    return max(installed, key=lambda one: int(one.name), default=None)


def _tell(console: Console, report: Report) -> None:
    people = [group.people for group in report.groups]
    groups = f"{len(people)} groupes" if len(people) > 1 else "1 groupe"
    console.print(
        f"{report.scenario.title} : {groups} de {min(people)} à {max(people)} personnes, graine {report.seed}.\n"
    )
    console.print(_missions(report))
    console.print(_numbers(report))
    console.print(_people(report))
    low, high = report.target
    verdict = "dans la cible" if low <= report.hours.middle <= high else "hors de la cible"
    days = len(report.scenario.days)
    console.print(
        f"Cible pour {days} jours : {_number(low)} à {_number(high)} heures. Au milieu, ces groupes sont {verdict}."
    )
    if report.refusals:
        console.print(_refusals(report))
    _failures(console, report)


def _missions(report: Report) -> Table:
    table = Table("Mission", title="Par mission, en moyenne par groupe", title_justify="left")
    for name in ("prévu", "minutes", "9 sur 10", "essais faux", "aides offertes", "indices", "forcées"):
        table.add_column(name, justify="right")
    for one in report.lines():
        table.add_row(
            one.title,
            str(one.planned),
            f"{one.minutes:.0f}",
            f"{one.minutes_p90:.0f}",
            _number(one.wrong),
            _number(one.helps),
            _number(one.hints),
            str(one.forces),
        )
    return table


def _numbers(report: Report) -> Table:
    table = Table("Par groupe", *SPREAD, title_justify="left")
    table.add_row("heures de jeu", *_spread(report.hours))
    for day in report.scenario.days:
        table.add_row(f"jour {day.number}", *_spread(report.hours_of(day.number)))
    return table


def _people(report: Report) -> Table:
    table = Table("Par personne", *SPREAD, title="Heures passées avec le groupe", title_justify="left")
    for persona, hours in report.hours_by_persona().items():
        table.add_row(WHO[persona], *_spread(hours))
    return table


def _spread(spread: Spread) -> list[str]:
    return [_number(value) for value in spread]


def _refusals(report: Report) -> Table:
    table = Table("Refus", "fois", title_justify="left")
    for code, times in sorted(report.refusals.items(), key=lambda one: (-one[1], one[0])):
        table.add_row(code, str(times))
    return table


def _failures(console: Console, report: Report) -> None:
    failures = report.failures()
    if not failures:
        console.print("Chaque offre s’est ouverte dans chaque groupe, et rien ne s’est bloqué.")
        return
    for one in failures[:MOST_TOLD]:
        console.print(f"Groupe {one.group} : {one.sentence}.")
    more = len(failures) - MOST_TOLD
    if more > 0:
        console.print(f"… et {more} autres.")
    first = failures[0].group
    console.print(f"À rejouer : eclats simulate … --seed {report.seed} --only {first}")


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
