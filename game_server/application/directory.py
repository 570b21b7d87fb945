"""What pages may know of the people and places of a structure, read and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from game_server.application.people import Group, Player, Seat, Site, Staff, Structure
from game_server.application.ports_people import GroupStore, SeatStore, StaffStore
from game_server.application.refusals import RefusedRequest


@dataclass(frozen=True, slots=True)
class Home:
    """What a player's page says of its own place; `on_call` is the adult to ring, when one is on duty with a number."""

    seat: Seat
    group: Group
    on_call: Staff | None
    referent: Staff | None


class Directory:
    """Lookups within one structure."""

    def __init__(self, groups: GroupStore, seats: SeatStore, staff: StaffStore) -> None:
        """Take the stores."""
        self._groups, self._seats, self._staff = groups, seats, staff

    async def home(self, player: Player) -> Home:
        """The place of a player. Refuses `signed_out` when it was erased meanwhile."""
        seat = await self._seats.seat(player.structure, player.seat)
        group = await self._groups.group(player.structure, player.group)
        if seat is None or group is None:
            raise RefusedRequest("signed_out", "Cette place n’existe plus. Demande à ton animateur ou ton animatrice.")
        staff = await self._staff.staff_of(player.structure)
        active = [one for one in staff if one.disabled_at is None]
        on_call = next((one for one in active if one.on_duty and one.on_call_phone), None)
        referent = next((one for one in active if one.id == seat.person.referent), None)
        return Home(seat, group, on_call, referent)

    async def structure(self, structure: UUID) -> Structure | None:
        """The structure itself."""
        return await self._staff.structure(structure)

    async def places(self, structure: UUID) -> Mapping[UUID, Site]:
        """Its sites, by id."""
        return {site.id: site for site in await self._staff.sites(structure)}

    async def names(self, structure: UUID) -> Mapping[UUID, str]:
        """The names of its staff, by id."""
        return {one.id: one.name for one in await self._staff.staff_of(structure)}

    async def seat(self, structure: UUID, seat: UUID) -> Seat | None:
        """One seat."""
        return await self._seats.seat(structure, seat)
