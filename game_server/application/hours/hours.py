"""Hours as staff read and correct them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from game_server.application.groups import Groups
from game_server.application.hours.sheet import (
    Attended,
    Correction,
    HoursSheet,
    game_days,
    seat_hours,
)
from game_server.application.live_groups import LiveGroups
from game_server.application.people import Group, Seat, Staff
from game_server.application.ports import Clock
from game_server.application.ports_people import GroupStore, SeatStore, StaffStore
from game_server.application.refusals import RefusedRequest
from game_server.core.ids import GroupId, SeatId
from game_server.core.state import DayStatus, GroupState

LONGEST_REASON = 300
MOST_MINUTES = 900


class CorrectionStore(Protocol):
    """The corrections; none is ever changed, the last one holds."""

    async def add(self, structure: UUID, group: UUID, correction: Correction) -> None: ...  # noqa: D102
    async def of_group(self, structure: UUID, group: UUID) -> Sequence[Correction]:
        """Return every correction, the oldest first; `by_name` is empty."""
        ...


class Hours:
    """Use cases of hours. Every refusal is a RefusedRequest; UnknownGroupError for a group that never began."""

    def __init__(
        self,
        store: CorrectionStore,
        groups: Groups,
        people: tuple[GroupStore, SeatStore, StaffStore],
        live: LiveGroups,
        clock: Clock,
    ) -> None:
        """Take the stores, the games and the clock."""
        self._store, self._groups, self._live, self._clock = store, groups, live, clock
        self._attendance, self._seats, self._staff = people

    async def sheet(self, by: Staff, group: UUID) -> HoursSheet:
        """The hours of a group; surnames and file numbers are for facilitators only."""
        by.must_be("facilitator", "manager")
        found = await self._groups.one(by, group)
        state = (await self._live.awake(GroupId(str(group)))).state
        attended = await self._attended(found, state)
        seats = [one for one in await self._seats.seats(by.structure, group) if _counts(one, state, attended)]
        known = "facilitator" in by.roles
        shown = [one if known else _without_person(one) for one in sorted(seats, key=_in_order(state))]
        return HoursSheet(
            structure=await self._structure(found),
            site=await self._site(found),
            group=found.name,
            time_zone=found.time_zone,
            made_at=attended.now,
            days=game_days(state.calendar),
            seats=tuple(seat_hours(one, attended) for one in shown),
        )

    async def correct(self, by: Staff, group: UUID, seat: UUID, day: int, wanted: tuple[int | None, bool, str]) -> None:
        """Write (minutes, excused, reason) over what was recorded. Refuses unknown_seat, unknown_day, bad_reason, bad_minutes."""
        by.must_be("facilitator")
        minutes, excused, reason = wanted
        await self._groups.one(by, group)
        if all(one.id != seat for one in await self._seats.seats(by.structure, group)):
            raise RefusedRequest("unknown_seat", "Cette place n’est pas dans ce groupe. Rechargez la liste.")
        state = (await self._live.awake(GroupId(str(group)))).state
        if state.calendar.day(day) is None:
            raise RefusedRequest("unknown_day", "Ce groupe n’a pas ce jour. Choisissez-en un dans la liste.")
        if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
            raise RefusedRequest("bad_minutes", "Donnez une durée de 0 à 15 heures.", {"field": "minutes"})
        kept = reason.strip()
        if not kept or len(kept) > LONGEST_REASON or not kept.isprintable():
            sentence = f"Dites pourquoi, en {LONGEST_REASON} signes au plus et sur une seule ligne."
            raise RefusedRequest("bad_reason", sentence, {"field": "reason"})
        correction = Correction(seat, day, minutes, excused, kept, by.id, "", self._clock.now())
        await self._store.add(by.structure, group, correction)

    async def _attended(self, group: Group, state: GroupState) -> Attended:
        names = {one.id: one.name for one in await self._staff.staff_of(group.structure)}
        corrections = [
            replace(one, by_name=names.get(one.by, "") if one.by else "")
            for one in await self._store.of_group(group.structure, group.id)
        ]
        return Attended(
            calendar=state.calendar,
            day=state.day,
            day_open=state.day_status is DayStatus.OPEN,
            stays=await self._attendance.attendance(group.structure, group.id),
            corrections=corrections,
            excused=_excused(state),
            now=self._clock.now(),
        )

    async def _structure(self, group: Group) -> str:
        found = await self._staff.structure(group.structure)
        return found.name if found else ""

    async def _site(self, group: Group) -> str:
        sites = await self._staff.sites(group.structure)
        return next((f"{one.name}, {one.address}" for one in sites if one.id == group.site), "")


def _counts(seat: Seat, state: GroupState, attended: Attended) -> bool:
    """Who sat at the table, or was there: somebody whom nobody admitted has no hours."""
    return str(seat.id) in state.table() or any(one.seat == seat.id for one in attended.stays)


def _in_order(state: GroupState) -> Callable[[Seat], tuple[int, datetime]]:
    """As they joined the game."""
    places = {seat: place for place, seat in enumerate(state.seats)}
    return lambda one: (places.get(SeatId(str(one.id)), len(places)), one.created_at)


def _without_person(seat: Seat) -> Seat:
    return replace(seat, person=replace(seat.person, surname=None, file_number=None))


def _excused(state: GroupState) -> Mapping[UUID, frozenset[int]]:
    """What the facilitators excused in the game."""
    return {UUID(seat): frozenset(days) for seat, days in state.excused.items()}
