"""The practice group itself: people who do not exist, in a game that does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from game_server.application.attendance import Attendance
from game_server.application.bots import Bot
from game_server.application.codec import Codec, slice_bytes
from game_server.application.live_groups import LiveGroup, LiveGroups
from game_server.application.people import Player, Staff
from game_server.application.play import PlayService, Request
from game_server.core import group_commands as c
from game_server.core.group_commands import GroupCommand
from game_server.core.ids import GroupId, MissionId, SeatId
from game_server.core.messages import Actor, Role
from game_server.core.state import GroupState
from game_server.core.view import EVERYONE, STAFF, seat_audience, slices


@dataclass(frozen=True, slots=True)
class Games:
    """What a bot needs of this process."""

    groups: LiveGroups
    play: PlayService
    attendance: Attendance
    codec: Codec


@dataclass
class Table:
    """The seats of a practice group, played in this process."""

    games: Games
    by: Staff
    group: GroupId
    players: list[Player]
    bots: dict[SeatId, Bot] = field(default_factory=dict)
    away: set[SeatId] = field(default_factory=set)

    async def sit_down(self, names: Mapping[SeatId, str]) -> None:
        """Ask for the seats, be let in, and open the pages."""
        live = await self.live()
        for place, (seat, name) in enumerate(names.items()):
            self.bots[seat] = Bot(live.rules.kinds, self.games.codec, seat, in_a_hurry=True)
            await self._submit(Actor(Role.SYSTEM), c.AskSeat(seat, name, place))
            await self.as_staff(c.AdmitSeat(seat))
            await self.comes(seat)

    async def live(self) -> LiveGroup:
        """The group, awake."""
        return await self.games.groups.awake(self.group)

    async def state(self) -> GroupState:
        """Where the group is."""
        return (await self.live()).state

    async def as_staff(self, command: GroupCommand) -> None:
        """What the facilitator would have done before the training begins."""
        await self._submit(Actor(Role.STAFF, str(self.by.id)), command)

    async def reach(self, mission: MissionId, day: int) -> None:
        """Open the days up to that one, with the mission begun and set aside for later."""
        for number in range(1, day + 1):
            await self.as_staff(c.OpenDay(number))
        first = (await self.state()).current
        await self.as_staff(c.OpenMission(mission))
        if first is not None and first != mission:
            await self.as_staff(c.OpenMission(first))

    async def comes(self, seat: SeatId) -> None:
        """Open the page of a seat."""
        self.away.discard(seat)
        await self.games.attendance.opened(self.by.structure, self.group, seat)

    async def goes(self, seat: SeatId) -> None:
        """Close it, as if the phone had died."""
        self.away.add(seat)
        self.games.attendance.closed(self.group, seat)
        await self.games.attendance.gone(self.group, seat)

    async def play_once(self) -> bool:
        """Let the first who can do something do it; False when nobody can."""
        live = await self.live()
        for seat, bot in self.bots.items():
            shown = _shown(live, seat)
            move = None if seat in self.away else bot.next_move(shown, (shown.get("desk") or {}).get("step"))
            if move is not None:
                await self._submit(Actor(Role.PLAYER, seat), self.games.codec.command(dict(move.command)))
                bot.did(move)
                return True
        return False

    async def leave(self) -> None:
        """Everybody goes home."""
        for seat in self.bots:
            if seat not in self.away:
                await self.goes(seat)

    async def _submit(self, actor: Actor, command: GroupCommand) -> None:
        await self.games.play.submit(Request(self.group, actor, command))


def _shown(live: LiveGroup, seat: SeatId) -> Mapping[str, Any]:
    """What a seat's phone shows of the open step, as JSON, and the staff's view of it."""
    wanted = {(EVERYONE, "mission"), (STAFF, "desk"), (seat_audience(seat), "mine")}
    built = {
        rule.name: rule.build(live.rules, live.state)
        for rule in slices(live.rules, live.state)
        if (rule.audience, rule.name) in wanted
    }
    shown: Mapping[str, Any] = msgspec.json.decode(slice_bytes(built, {}))
    return shown
