"""Gathers the facts of every running group of a structure, awake here or asleep, and finds their needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from game_server.application.live_groups import LiveGroup, LiveGroups, UnknownGroupError
from game_server.application.needs.days import SLOTS_FROM_DAY
from game_server.application.needs.facts import GroupFacts
from game_server.application.needs.need import LATER, Action, Need, SlotsLeft, Task
from game_server.application.needs.order import in_order, needs_of
from game_server.application.needs.ports import NeedStore, Stored
from game_server.application.needs.slots import SlotsWatch
from game_server.application.people import Group, Staff
from game_server.application.ports import Clock, LiveProgress
from game_server.application.ports_people import GroupStore, SeatStore, StaffStore
from game_server.application.presence import GRACE, Presence
from game_server.core.ids import GroupId, SeatId
from game_server.core.state import DayStatus

HANDED = "handed"
PRACTICE_PATIENCE = 0.2
PRACTICE_MISSING = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Games:
    """The games of this process and what Redis shows of the others'."""

    groups: LiveGroups
    presence: Presence
    live: LiveProgress


@dataclass(frozen=True, slots=True)
class People:
    """The stores of groups, seats and staff."""

    groups: GroupStore
    seats: SeatStore
    staff: StaffStore


class Gatherer:
    """Finds every need of a structure, as one member of staff may see it."""

    def __init__(self, store: NeedStore, people: People, games: Games, slots: SlotsWatch, clock: Clock) -> None:
        """Share the parts of this process."""
        self._store, self._people, self._games, self._slots, self._clock = store, people, games, slots, clock

    async def needs(self, by: Staff) -> list[Need]:
        """The list, in order. Raises StoreUnreachableError."""
        groups = [one for one in await self._people.groups.groups(by.structure) if one.ended_at is None]
        stored = await self._store.look(by.structure, [one.id for one in groups])
        found = await self._handed(by, stored)
        for group in groups:
            if stored.training.get(group.id, by.id) == by.id:
                found += await self._of_group(by, group, stored)
        return in_order(found, stored.tasks, self._clock.now())

    async def _of_group(self, by: Staff, group: Group, stored: Stored) -> list[Need]:
        try:
            live = await self._games.groups.awake(GroupId(str(group.id)))
        except UnknownGroupError:
            return []
        return needs_of(await self._facts(by, group, live, stored), self._clock.now())

    async def _facts(self, by: Staff, group: Group, live: LiveGroup, stored: Stored) -> GroupFacts:
        state = live.state
        return GroupFacts(
            group=group,
            rules=live.rules,
            state=state,
            here=await self._here(live.id),
            known=stored.known.get(group.id, {}),
            calls=[one for one in stored.calls if one.group == group.id],
            photos=[one for one in stored.photos if one.group == group.id],
            troubles=[one for one in stored.troubles if one.group == group.id],
            paces={mission: paces for (pack, mission), paces in stored.paces.items() if pack == group.pack},
            feelings=stored.feelings.get((group.id, state.day), ()),
            slots=await self._slots_left(group, live),
            checklist=stored.checklists.get(group.id),
            reader_on_duty=by.on_duty,
            **_in_an_exercise(group.id in stored.training),
        )

    async def _here(self, group: GroupId) -> frozenset[SeatId]:
        """Who is here by what this process or any other saw: with Redis away nobody vanishes from here."""
        now = self._clock.now()
        return frozenset(self._games.presence.here(group, now)) | await self._games.live.present(group, now - GRACE)

    async def _slots_left(self, group: Group, live: LiveGroup) -> SlotsLeft | None:
        """Counted from day 7 on, for those at the table, as long as the adventure lasts."""
        state = live.state
        over = state.day == len(live.rules.scenario.days) and state.day_status is DayStatus.ENDED
        missions = (one for day in live.rules.scenario.days for one in day.missions)
        asks = any(step.kind == "appointment" for one in missions for step in one.steps)
        if state.day < SLOTS_FROM_DAY - 1 or over or not asks:
            return None
        table = set(state.table())
        seats = [one for one in await self._people.seats.seats(group.structure, group.id) if str(one.id) in table]
        return self._slots.left(group.id, seats, self._clock.now())

    async def _handed(self, by: Staff, stored: Stored) -> list[Need]:
        """What colleagues wrote when they passed everything on, for its reader alone."""
        mine = [task for task in stored.tasks.values() if task.key.startswith(f"{HANDED}.") and task.by == by.id]
        if not mine:
            return []
        names = {str(one.id): one.name for one in await self._people.staff.staff_of(by.structure)}
        return list(_notes(mine, names))


def _in_an_exercise(practice: bool) -> dict[str, Any]:
    """Nobody waits five minutes, nor a quarter of an hour, to learn."""
    return {"patience": PRACTICE_PATIENCE, "missing_after": PRACTICE_MISSING} if practice else {}


def handed_key(giver: UUID, note: UUID) -> str:
    """The key of a note that goes with everything that somebody passes on."""
    return f"{HANDED}.{giver}.{note}"


def _notes(tasks: Sequence[Task], names: dict[str, str]) -> Iterator[Need]:
    for task in tasks:
        giver = names.get(task.key.split(".")[1], "Une personne de l’équipe")
        yield Need(
            key=task.key,
            group=None,
            group_name="",
            rank=LATER,
            why="handed_over",
            title=f"{giver} vous passe la main",
            detail=task.note or "Ses tâches sont maintenant les vôtres.",
            since=task.at,
            action=Action("C’est lu", "open"),
        )
