"""Who may have which paper: reads what it says, and has it printed off the event loop."""

import asyncio
from dataclasses import dataclass
from uuid import UUID

from game_server.application.directory import Directory
from game_server.application.groups import Groups
from game_server.application.hours.sheet import HoursSheet
from game_server.application.live_groups import LiveGroups
from game_server.application.papers import attendance, door
from game_server.application.papers.door import Address
from game_server.application.papers.keepsake import MARKS, keepsake_paper
from game_server.application.papers.paper import Paper, Printer
from game_server.application.papers.recap import recap_paper
from game_server.application.papers.scene import Scene
from game_server.application.people import Door, Group, Player, Seat, Staff
from game_server.application.ports import Clock
from game_server.application.ports_people import SeatStore
from game_server.application.private import Private
from game_server.application.refusals import RefusedRequest
from game_server.application.ways_in import hashed
from game_server.core.ids import GroupId, SeatId

AT_ONCE = 1
"""Papers that one process prints at the same time: a dozen phones may ask for their keepsake together."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What papers are read from."""

    live: LiveGroups
    directory: Directory
    groups: Groups
    seats: SeatStore
    private: Private
    clock: Clock


class Papers:
    """Use cases of papers; each returns a PDF. Every refusal is a RefusedRequest; UnknownGroupError as LiveGroups raises it."""

    def __init__(self, printer: Printer, sources: Sources) -> None:
        """Take the printer and what papers are read from."""
        self._printer, self._from = printer, sources
        self._at_once = asyncio.Semaphore(AT_ONCE)

    async def recap(self, player: Player, day: int | None) -> bytes:
        """The recap of one day, or of all that are over. Refuses `recap_not_ready`."""
        home = await self._from.directory.home(player)
        return await self._print(recap_paper(await self._scene(home.group), home.seat.first_name, day))

    async def keepsake(self, player: Player) -> bytes:
        """What belongs to this person, on a known phone. Refuses `keepsake_not_ready`."""
        marks = await self._from.private.mine(player, MARKS)
        home = await self._from.directory.home(player)
        scene = await self._scene(home.group)
        return await self._print(keepsake_paper(scene, SeatId(str(player.seat)), home.seat.first_name, marks))

    async def own_card(self, player: Player, card: str, address: Address) -> bytes:
        """The personal card that was just issued. Refuses `card_not_valid` for a token that is not this seat's."""
        player.must_be_known()
        home = await self._from.directory.home(player)
        return await self._card(home.group, home.seat, card, address)

    async def card_of(self, by: Staff, group: UUID, seat: UUID, card: str, address: Address) -> bytes:
        """The same, for a seat of a facilitator's group. Refuses `unknown_seat` too."""
        by.must_be("facilitator")
        found = next((one for one in await self._from.groups.seats(by, group) if one.id == seat), None)
        if found is None:
            raise RefusedRequest("unknown_seat", "Cette place n’est pas dans ce groupe. Rechargez la liste.")
        return await self._card(await self._from.groups.one(by, group), found, card, address)

    async def open_door(self, by: Staff, group: UUID) -> tuple[Group, Door]:
        """The group and its door. Refuses `door_must_be_open`: a closed door has no code to print."""
        found = await self._from.groups.one(by, group)
        opened = await self._from.groups.door(by, group)
        if opened is None:
            raise RefusedRequest("door_must_be_open", "Ouvrez d’abord la porte du groupe, puis imprimez.")
        return found, opened

    async def door_cards(self, group: Group, opened: Door, address: Address) -> bytes:
        """Twelve cards on one page."""
        return await self._print(door.door_cards(group, opened, address))

    async def door_poster(self, group: Group, opened: Door, address: Address) -> bytes:
        """One page for the wall."""
        return await self._print(door.door_poster(group, opened, address))

    async def verriere(self, by: Staff, group: UUID, *, named: bool) -> bytes:
        """The group's picture alone."""
        scene = await self._scene(await self._from.groups.one(by, group))
        return await self._print(door.verriere_poster(scene, named=named))

    async def attestation(self, sheet: HoursSheet, seat: UUID, first_name: str | None = None) -> bytes:
        """One person's attestation; `first_name` is the one of the civil register, where the game knows another.

        Refuses `unknown_seat`, `surname_missing`.
        """
        return await self._print(attendance.attestation(sheet, seat, first_name))

    async def hours(self, sheet: HoursSheet) -> bytes:
        """The hours of a whole group."""
        return await self._print(attendance.hours_paper(sheet))

    async def _card(self, group: Group, seat: Seat, card: str, address: Address) -> bytes:
        holder = await self._from.seats.by_card(hashed(card))
        if holder is None or holder.id != seat.id:
            raise RefusedRequest("card_not_valid", "Cette carte ne marche plus. Fais-en une nouvelle, puis imprime-la.")
        made_on = self._from.clock.now().date()
        return await self._print(door.personal_card(group, seat.first_name, address, made_on))

    async def _scene(self, group: Group) -> Scene:
        live = await self._from.live.awake(GroupId(str(group.id)))
        return Scene(group, live.rules, live.state)

    async def _print(self, paper: Paper) -> bytes:
        async with self._at_once:
            return await asyncio.to_thread(self._printer.print, paper)
