"""The checklist of a weekend outing: without it the day does not open, by nobody's hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal, Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from game_server.application.groups import Groups
from game_server.application.live_groups import LiveGroup, LiveGroups
from game_server.application.people import Group, Player, Staff
from game_server.application.ports import Clock
from game_server.application.ports_people import StaffStore
from game_server.application.refusals import RefusedRequest
from game_server.core.calendar import Calendar, PlannedDay, instant
from game_server.core.group_commands import FallDue, GroupCommand, OpenDay
from game_server.core.ids import GroupId, SeatId
from game_server.core.messages import Refused
from game_server.core.state import GroupState

Authorisation = Literal["adult", "received"]

SATURDAY = 5
CATCH_UP = "catch_up:"
LONGEST_PLACE = 200
FROM_THE_EVE = time(16)
"""Local time of the eve from which phones show the adult of the outing: they keep the number for when there is no network."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """What a facilitator answers for. No birth date: « majeur », or « mineur, autorisation reçue »."""

    on_call_staff: UUID | None = None
    on_call_phone: str = ""
    authorisations: Mapping[str, Authorisation] = field(default_factory=dict)
    meeting_point: str = ""
    return_hour: time | None = None
    by: UUID | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that the outing still needs, in words."""

    code: str
    sentence: str


class SafetyStore(Protocol):
    """The checklists, one for a group."""

    async def of_group(self, structure: UUID, group: UUID) -> Checklist | None: ...  # noqa: D102
    async def of_game(self, group: UUID) -> Checklist | None:
        """Return the checklist of a game, whichever its structure."""
        ...

    async def write(self, structure: UUID, group: UUID, checklist: Checklist) -> None: ...  # noqa: D102


def missing(checklist: Checklist | None, table: Iterable[SeatId]) -> tuple[Missing, ...]:
    """What is missing before these seats may go out."""
    one = checklist or Checklist()
    unsure = [seat for seat in table if seat not in one.authorisations]
    wanted = (
        (one.on_call_staff and one.on_call_phone, "on_call", "Nommez l’adulte joignable, avec son numéro."),
        (not unsure, "authorisations", f"Cochez « majeur » ou « autorisation reçue » : il en manque {len(unsure)}."),
        (one.meeting_point, "meeting_point", "Dites où l’on se retrouve."),
        (one.return_hour, "return_hour", "Dites l’heure du retour."),
    )
    return tuple(Missing(code, sentence) for there, code, sentence in wanted if not there)


def weekend_days(calendar: Calendar) -> tuple[PlannedDay, ...]:
    """The days of a group that fall on a Saturday or a Sunday."""
    return tuple(one for one in calendar.days if one.on.weekday() >= SATURDAY)


class WeekendGate:
    """Stands before every command that opens a day, whoever sends it: a facilitator, or the clock."""

    def __init__(self, store: SafetyStore) -> None:
        """Take the checklists."""
        self._store = store

    async def refuses(self, group: LiveGroup, command: GroupCommand) -> Refused | None:
        """Return `safety_missing` for a weekend day without its checklist. Raises StoreUnreachableError."""
        on = _opens_on(group.state, command)
        if on is None or on.weekday() < SATURDAY:
            return None
        lacking = missing(await self._store.of_game(UUID(group.id)), group.state.table())
        return Refused("safety_missing", {"missing": [one.code for one in lacking]}) if lacking else None


def _opens_on(state: GroupState, command: GroupCommand) -> date | None:
    """The planned date of the day that this command would open."""
    upcoming = state.calendar.day(state.day + 1)
    match command:
        case OpenDay(day) if upcoming is not None and day == upcoming.number:
            return upcoming.on
        case FallDue(item) if upcoming is not None and item == f"open_day:{upcoming.number}":
            return upcoming.on
        case FallDue(item) if item.startswith(CATCH_UP):
            return date.fromisoformat(item.removeprefix(CATCH_UP))
    return None


class Safety:
    """Use cases of the checklist. Every refusal is a RefusedRequest."""

    def __init__(self, store: SafetyStore, groups: Groups, staff: StaffStore, live: LiveGroups, clock: Clock) -> None:
        """Take the stores, the games and the clock."""
        self._store, self._groups, self._staff, self._live, self._clock = store, groups, staff, live, clock

    async def read(self, by: Staff, group: UUID) -> tuple[Checklist, Sequence[Missing], Sequence[PlannedDay]]:
        """The checklist, what is missing, and the weekend days it is for."""
        by.must_be("facilitator", "manager")
        await self._groups.one(by, group)
        state = (await self._live.awake(GroupId(str(group)))).state
        found = await self._store.of_group(by.structure, group)
        return found or Checklist(), missing(found, state.table()), weekend_days(state.calendar)

    async def write(self, by: Staff, group: UUID, wanted: Checklist) -> None:
        """Write the checklist; an incomplete one keeps the weekend waiting.

        Refuses unknown_colleague, bad_place, unknown_seat.
        """
        by.must_be("facilitator")
        await self._groups.one(by, group)
        await self._must_be_staff(by, wanted.on_call_staff)
        place = wanted.meeting_point.strip()
        if len(place) > LONGEST_PLACE or not (place.isprintable()):
            sentence = f"Écrivez le lieu en {LONGEST_PLACE} signes au plus, sans retour à la ligne."
            raise RefusedRequest("bad_place", sentence, {"field": "meeting_point"})
        state = (await self._live.awake(GroupId(str(group)))).state
        if any(seat not in state.seats for seat in wanted.authorisations):
            raise RefusedRequest("unknown_seat", "Une place n’est plus dans ce groupe. Rechargez la liste.")
        kept = Checklist(
            wanted.on_call_staff,
            wanted.on_call_phone.strip(),
            wanted.authorisations,
            place,
            wanted.return_hour,
            by.id,
            self._clock.now(),
        )
        await self._store.write(by.structure, group, kept)

    async def on_call(self, player: Player, group: Group) -> tuple[str, str] | None:
        """Name and number of the adult of the outing, from the eve of a weekend day to its end; None at any other time."""
        found = await self._store.of_group(player.structure, player.group)
        if found is None or found.on_call_staff is None or not found.on_call_phone:
            return None
        state = (await self._live.awake(GroupId(str(group.id)))).state
        if not _is_near(state.calendar, self._clock.now()):
            return None
        adult = await self._staff.staff(player.structure, found.on_call_staff)
        return (adult.name, found.on_call_phone) if adult and adult.disabled_at is None else None

    async def _must_be_staff(self, by: Staff, colleague: UUID | None) -> None:
        if colleague is None:
            return
        found = await self._staff.staff(by.structure, colleague)
        if found is None or found.disabled_at is not None:
            raise RefusedRequest("unknown_colleague", "Choisissez une personne de votre équipe dans la liste.")


def _is_near(calendar: Calendar, now: datetime) -> bool:
    zone = ZoneInfo(calendar.time_zone)
    return any(
        instant(one.on - timedelta(days=1), FROM_THE_EVE, zone.key)
        <= now
        < instant(one.on + timedelta(days=1), time(0), zone.key)
        for one in weekend_days(calendar)
    )
