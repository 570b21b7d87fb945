"""Groups as staff run them: create, list, end, the door, the people behind the seats, attendance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from game_server.application.people import Door, Group, PersonLink, Seat, Staff, Stay
from game_server.application.ports import Clock
from game_server.application.ports_people import GroupStore, Luck, SeatStore, StaffStore
from game_server.application.refusals import RefusedRequest
from game_server.application.ways_in import readable_code

DOOR_STAYS_OPEN = timedelta(minutes=15)
NAME_LENGTH = 60
FIELD_LENGTHS = {"surname": 80, "file_number": 40, "phone": 24}


@dataclass(frozen=True, slots=True)
class NewGroup:
    """What a facilitator says of a new group; `first_day` is a date at `time_zone`, or at the site's when None."""

    site: UUID
    name: str
    pack: str
    edition: str
    first_day: date
    time_zone: str | None = None


class Groups:
    """Use cases of groups. Every refusal is a RefusedRequest; every act is a facilitator's of the same structure."""

    def __init__(self, groups: GroupStore, seats: SeatStore, staff: StaffStore, *, clock: Clock, luck: Luck) -> None:
        """Take the stores and the outside world."""
        self._groups, self._seats, self._staff = groups, seats, staff
        self._clock, self._luck = clock, luck

    async def create(self, by: Staff, new: NewGroup) -> Group:
        """Create a group; that its pack and edition exist is checked by the caller, which holds the packs."""
        by.must_be("facilitator")
        site = next((site for site in await self._staff.sites(by.structure) if site.id == new.site), None)
        if site is None:
            raise RefusedRequest("unknown_site", "Ce lieu n’est pas dans votre structure. Choisissez-le dans la liste.")
        name, zone = _checked_name(new.name), _checked_zone(new.time_zone or site.time_zone)
        while True:
            group = Group(
                id=uuid4(),
                structure=by.structure,
                site=site.id,
                name=name,
                pack=new.pack,
                edition=new.edition,
                first_day=new.first_day,
                time_zone=zone,
                seed=self._luck.seed(),
                group_code=readable_code(self._luck),
                created_at=self._clock.now(),
            )
            if await self._groups.add(group):
                return group

    async def abandon(self, by: Staff, group: UUID) -> None:
        """Take back a group whose game could not begin; one that somebody has joined stays."""
        by.must_be("facilitator")
        await self._groups.remove(by.structure, group)

    async def all(self, by: Staff) -> Sequence[Group]:
        """List the groups of the structure, the newest first."""
        return await self._groups.groups(by.structure)

    async def one(self, by: Staff, group: UUID) -> Group:
        """Return one group; `unknown_group` when it is not of this structure."""
        found = await self._groups.group(by.structure, group)
        if found is None:
            raise RefusedRequest("unknown_group", "Ce groupe n’est pas dans votre structure. Revenez à la liste.")
        return found

    async def end(self, by: Staff, group: UUID) -> None:
        """End a group: its door closes and the time it is kept begins. Ending it again changes nothing."""
        by.must_be("facilitator")
        await self.one(by, group)
        await self._groups.end(by.structure, group, self._clock.now())

    async def open_door(self, by: Staff, group: UUID) -> Door:
        """Open a door, or renew it with a new code: the code joins for 15 minutes."""
        by.must_be("facilitator")
        if (await self.one(by, group)).ended_at is not None:
            raise RefusedRequest("group_ended", "Ce groupe a terminé son aventure. Créez-en un nouveau.")
        while True:
            door = Door(group, by.structure, readable_code(self._luck), self._clock.now() + DOOR_STAYS_OPEN)
            if await self._groups.set_door(door):
                return door

    async def door(self, by: Staff, group: UUID) -> Door | None:
        """Return the door while it is open."""
        door = await self._groups.door(by.structure, group)
        return door if door and door.expires_at > self._clock.now() else None

    async def close_door(self, by: Staff, group: UUID) -> None:
        """Close the door at once: its code joins no more."""
        by.must_be("facilitator")
        await self.one(by, group)
        await self._groups.close_door(by.structure, group)

    async def seats(self, by: Staff, group: UUID) -> Sequence[Seat]:
        """List the seats of a group with the real people behind them."""
        by.must_be("facilitator", "counsellor")
        await self.one(by, group)
        return await self._seats.seats(by.structure, group)

    async def link(self, by: Staff, seat: UUID, person: PersonLink) -> None:
        """Say who a seat really is; `referent` is a counsellor of the structure, or None: « premier entretien »."""
        by.must_be("facilitator")
        if await self._seats.seat(by.structure, seat) is None:
            raise RefusedRequest("unknown_seat", "Cette place n’est pas dans votre structure. Rechargez le groupe.")
        for name, longest in FIELD_LENGTHS.items():
            value = getattr(person, name)
            if value is not None and (len(value) > longest or not value.isprintable()):
                raise RefusedRequest(
                    "bad_field", f"Écrivez {longest} signes au plus, sans retour à la ligne.", {"field": name}
                )
        referent = await self._staff.staff(by.structure, person.referent) if person.referent else None
        if person.referent and (referent is None or "counsellor" not in referent.roles):
            raise RefusedRequest("unknown_referent", "Choisissez un conseiller ou une conseillère de votre structure.")
        await self._seats.link(by.structure, seat, person)

    async def arrived(self, structure: UUID, group: UUID, seat: UUID, *, day: int, at: datetime) -> None:
        """Note an arrival; somebody already there stays there."""
        await self._groups.arrive(structure, group, seat, day, at)

    async def left(self, structure: UUID, seat: UUID, at: datetime) -> None:
        """Note a departure; somebody who is not there changes nothing."""
        await self._groups.leave(structure, seat, at)

    async def attendance(self, by: Staff, group: UUID) -> Sequence[Stay]:
        """List who was there, each day from when to when."""
        await self.one(by, group)
        return await self._groups.attendance(by.structure, group)


def _checked_name(name: str) -> str:
    shown = name.strip()
    if not shown or len(shown) > NAME_LENGTH or not shown.isprintable():
        raise RefusedRequest("bad_name", f"Donnez au groupe un nom de {NAME_LENGTH} signes au plus.", {"field": "name"})
    return shown


def _checked_zone(zone: str) -> str:
    try:
        return ZoneInfo(zone).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        sentence = "Ce fuseau horaire est inconnu. Choisissez-en un, par exemple Europe/Paris."
        raise RefusedRequest("bad_time_zone", sentence, {"field": "time_zone"}) from None
