"""The line of a group's days in words: days, missions, hints, éclats, the team's acts, arrivals as counts. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from game_server.core import group_events as e
from game_server.core.ids import WordId
from game_server.core.messages import Commit, Role
from game_server.core.scenario import Scenario

NB = "\N{NO-BREAK SPACE}"

ACTS = {
    "skip_mission": "Une mission est mise de côté par l’équipe.",
    "force_step": "Une étape est passée par l’équipe.",
    "remove_seat": "Une place est retirée de la table.",
    "shift_calendar": "Les jours suivants sont décalés.",
    "shift_slots": "L’heure des missions suivantes est décalée.",
    "accept_answer": "Une réponse de plus est acceptée.",
    "give_time": "Du temps est donné.",
    "switch_plan_b": "Le plan B est choisi pour tout le groupe.",
    "redeal": "Les rôles sont redonnés.",
    "say": "L’équipe écrit au groupe.",
    "add_day": "Un jour de rattrapage est ajouté.",
    "remove_day": "Un jour de rattrapage est retiré.",
    "reopen_day": "Le jour reprend.",
    "return_to": "Le groupe revient à un moment d’avant.",
}
"""Acts that no other event tells. One about a single person is left out: the line may be shown to the whole group."""
OF_EVERYBODY = ("remove_seat",)


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of the line. `by` is a member of staff; `reason` the word of an act's reason."""

    version: int
    at: datetime
    day: int
    kind: str
    words: str
    mission: str | None = None
    by: str | None = None
    reason: WordId | None = None
    count: int = 0
    """People who came in, for an arrival."""


def moments(scenario: Scenario, commits: Iterable[Commit]) -> list[Moment]:
    """The line, oldest first. People let in one after the other are one moment."""
    line: list[Moment] = []
    day, won = 0, 0
    for commit in commits:
        reason = next((one.reason for one in commit.events if isinstance(one, e.ActNoted)), None)
        by = commit.actor.id if commit.actor.role is Role.STAFF else None
        for event in commit.events:
            day = event.day if isinstance(event, e.DayOpened) else day
            won += isinstance(event, e.OfferUnlocked)
            for kind, words, mission in _told(scenario, event, won):
                _add(line, Moment(commit.version, commit.at, day, kind, words, mission, by, reason))
    return line


def _add(line: list[Moment], moment: Moment) -> None:
    if moment.kind != "arrivals":
        line.append(moment)
        return
    before = line.pop() if line and line[-1].kind == "arrivals" and line[-1].day == moment.day else None
    count = (before.count if before else 0) + 1
    words = "Une personne prend place." if count == 1 else f"{count} personnes prennent place."
    line.append(replace(moment, count=count, words=words))


def _told(scenario: Scenario, event: e.GroupEvent, won: int) -> Iterator[tuple[str, str, str | None]]:
    match event:
        case e.GroupCreated():
            yield "created", "Le groupe est créé.", None
        case e.SeatAdmitted():
            yield "arrivals", "", None
        case e.DayOpened(day):
            yield "day_opened", f"Le jour {day} commence.", None
        case e.DayEnded(day):
            yield "day_ended", f"Le jour {day} se termine.", None
        case e.MissionOpened(mission):
            yield "mission_opened", f"Mission {_title(scenario, mission)}.", mission
        case e.MissionDone(mission):
            yield "mission_done", f"Mission {_title(scenario, mission)}{NB}: c’est fait.", mission
        case e.StepDone(mission, step):
            yield "step_done", f"Étape {step + 1} finie.", mission
        case e.HintGiven(mission):
            asked = "à la demande du groupe" if event.asked_by else "par l’équipe"
            yield "hint", f"Un indice, {asked}.", mission
        case e.OfferUnlocked(_, mission):
            yield "eclat", "Un premier éclat." if won == 1 else f"Un éclat de plus{NB}: {won}.", mission
        case _:
            yield from _told_of_staff(event)


def _told_of_staff(event: e.GroupEvent) -> Iterator[tuple[str, str, str | None]]:
    match event:
        case e.GroupPaused():
            yield "pause", "Pause.", None
        case e.GroupResumed():
            yield "resume", "On reprend.", None
        case e.ActUndone():
            yield "undone", "Un geste de l’équipe est annulé.", None
        case e.ActNoted(act) if act in ACTS and (event.seat is None or act in OF_EVERYBODY):
            yield "act", ACTS[act], event.mission


def _title(scenario: Scenario, mission: str) -> str:
    plan = scenario.mission(mission)  # type: ignore[arg-type]
    return f"«{NB}{plan.title if plan else mission}{NB}»"
