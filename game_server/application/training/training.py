"""Making a practice group, and telling how it went."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import islice
from typing import Protocol
from uuid import UUID

import structlog

from game_server.application.admission import Admission
from game_server.application.groups import Groups, NewGroup
from game_server.application.live_groups import Library
from game_server.application.people import Group, Player, Site, Staff
from game_server.application.refusals import RefusedRequest
from game_server.application.training.coach import Coach, Desk, Pace
from game_server.application.training.situations import Met
from game_server.application.training.table import Games, Table
from game_server.core.calendar import Calendar, PlannedDay
from game_server.core.group_commands import CreateGroup
from game_server.core.ids import GroupId, MissionId, SeatId
from game_server.core.messages import Actor, Refused, Role
from game_server.core.rules import Rules
from game_server.core.scenario import Day

log = structlog.get_logger(__name__)

NAMES = ("Alix", "Charlie", "Dominique", "Sacha", "Camille")
NAME = "Entraînement"
PIN = "730184"
SATURDAY = 5
KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice group and what was met in it."""

    group: UUID
    made_by: UUID | None
    made_at: datetime
    met: tuple[Met, ...]


class TrainingStore(Protocol):
    """The practice groups; every method is one transaction within a structure."""

    async def add(self, structure: UUID, practice: Practice) -> None: ...  # noqa: D102
    async def write(self, structure: UUID, group: UUID, met: Sequence[Met]) -> None: ...  # noqa: D102
    async def one(self, structure: UUID, group: UUID) -> Practice | None: ...  # noqa: D102
    async def all(self, structure: UUID) -> Sequence[Practice]: ...  # noqa: D102


class Training:
    """Use cases of training. Every refusal is a RefusedRequest."""

    def __init__(
        self,
        store: TrainingStore,
        people: tuple[Groups, Admission],
        games: Games,
        desk: Desk,
        library: Library,
        pace: Pace = Pace(),  # noqa: B008 - frozen
    ) -> None:
        """Take the stores, the games and the pace of the exercise."""
        self._store, self._games, self._desk = store, games, desk
        self._groups, self._admission = people
        self._library, self._pace = library, pace
        self._running: set[asyncio.Task[None]] = set()

    async def begin(self, by: Staff, site: Site, wanted: tuple[str, int] | None = None) -> Group:
        """Make a practice group and let the exercise run beside. Refuses unknown_pack."""
        by.must_be("facilitator")
        rules = self._library.get(wanted) if wanted else _with_a_photo(self._library)
        if rules is None:
            raise RefusedRequest("unknown_pack", "Ce scénario n’est pas installé ici. Choisissez-en un dans la liste.")
        group = await self._created(by, site, rules)
        table = Table(self._games, by, GroupId(str(group.id)), [])
        await self._store.add(by.structure, Practice(group.id, by.id, self._desk.clock.now(), ()))
        await self._seat(table, by, group)
        day, mission = _photo_place(rules)
        await table.reach(mission, day)
        keeps = partial(self._store.write, by.structure, group.id)
        photo = mission if _asks_for_a_photo(rules, mission) else None
        self._run(by, group, Coach(table, self._desk, photo, keeps, self._pace).run)
        return group

    async def report(self, by: Staff, group: UUID) -> Practice:
        """What was met so far. Refuses unknown_training."""
        by.must_be("facilitator", "manager")
        found = await self._store.one(by.structure, group)
        if found is None:
            raise RefusedRequest("unknown_training", "Cet entraînement n’existe plus. Commencez-en un autre.")
        return found

    async def all(self, by: Staff) -> Sequence[tuple[Practice, str]]:
        """The practice groups of the structure, each with its group's name, the newest first."""
        by.must_be("facilitator", "manager")
        names = {one.id: one.name for one in await self._groups.all(by)}
        return [(one, names.get(one.group, NAME)) for one in await self._store.all(by.structure)]

    async def stop(self) -> None:
        """End every exercise that runs here."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def finished(self) -> None:
        """Return when every exercise that runs here is over."""
        await asyncio.gather(*self._running)

    def _run(self, by: Staff, group: Group, exercise: Callable[[], Awaitable[None]]) -> None:
        async def whole() -> None:
            try:
                await exercise()
            except Exception:
                log.exception("training_stopped", group=str(group.id))
            finally:
                await self._groups.end(by, group.id)

        task = asyncio.create_task(whole())
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _created(self, by: Staff, site: Site, rules: Rules) -> Group:
        scenario = rules.scenario
        days = _weekdays(scenario.days, self._desk.clock.now().date())
        new = NewGroup(site.id, NAME, scenario.pack, str(scenario.edition), days[0].on)
        group = await self._groups.create(by, new)
        calendar = Calendar(group.time_zone, days)
        command = CreateGroup(scenario.pack, scenario.edition, scenario.fingerprint, group.seed, calendar)
        answer = await self._games.play.create(GroupId(str(group.id)), command, Actor(Role.STAFF, str(by.id)))
        if isinstance(answer, Refused):
            await self._groups.abandon(by, group.id)
            raise RefusedRequest(answer.code, "Le groupe d’entraînement n’a pas pu commencer. Réessayez.")
        return group

    async def _seat(self, table: Table, by: Staff, group: Group) -> None:
        door = await self._groups.open_door(by, group.id)
        names: dict[SeatId, str] = {}
        for name in NAMES:
            player: Player = (await self._admission.join(door.code, name, PIN)).player
            table.players.append(player)
            names[SeatId(str(player.seat))] = name
        await self._groups.close_door(by, group.id)
        await table.sit_down(names)


def _weekdays(days: Sequence[Day], today: date) -> tuple[PlannedDay, ...]:
    """From tomorrow on, and never on a weekend: nobody goes out in an exercise."""
    dates = (today + timedelta(days=place) for place in range(1, 1000))
    working = islice((on for on in dates if on.weekday() < SATURDAY), len(days))
    return tuple(PlannedDay(day.number, on, day.opens, day.closes) for day, on in zip(days, working, strict=True))


def _with_a_photo(library: Library) -> Rules | None:
    """The edition that is richest in situations: one that asks for a photo, the newest first."""
    newest: Mapping[tuple[str, int], Rules] = dict(sorted(library.items(), key=lambda one: one[0], reverse=True))
    asking = (rules for rules in newest.values() if _asks_for_a_photo(rules, _photo_place(rules)[1]))
    return next(asking, next(iter(newest.values()), None))


def _photo_place(rules: Rules) -> tuple[int, MissionId]:
    """The first mission that asks for a photo, or the first of all, with its day."""
    places = [(day.number, one.id) for day in rules.scenario.days for one in day.missions]
    return next((place for place in places if _asks_for_a_photo(rules, place[1])), places[0])


def _asks_for_a_photo(rules: Rules, mission: MissionId) -> bool:
    plan = rules.scenario.mission(mission)
    return plan is not None and any(step.kind == "photo" for step in plan.steps)
