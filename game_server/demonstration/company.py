"""The simulated people as a company: who sits at the table from the first day, who comes late, who stays away for a day."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence

from game_server.demonstration.facilitator import SimulatedFacilitator
from game_server.demonstration.player import SimulatedPlayer

Play = Callable[[SimulatedPlayer], Coroutine[None, None, None]]


class Company:
    """Plays as long as `tasks` last, the seats that it holds known as `seats`."""

    def __init__(self, players: Sequence[SimulatedPlayer], facilitator: SimulatedFacilitator, days: int) -> None:
        """Know everybody, and how many days there are."""
        self.players, self._facilitator, self._days = tuple(players), facilitator, days
        self._playing: dict[SimulatedPlayer, asyncio.Task[None]] = {}
        self._tasks: asyncio.TaskGroup | None = None
        self._play: Play | None = None

    def seats(self) -> set[str]:
        """The seats of those who have come."""
        return {player.seat for player in self.players if player.seat}

    async def sits_down(self) -> None:
        """Those who are there from the first day join, one after the other, and are linked to their counsellors."""
        first = [player for player in self.players if player.person.joins(self._days) == 1]
        for player in first:
            await player.pace.think(0.7)
            await player.join(self._facilitator.door["code"])
        await self._facilitator.wait_for_table(len(first))
        await self._facilitator.link([player.seat for player in first])

    def plays(self, tasks: asyncio.TaskGroup, play: Play) -> None:
        """Everybody who is there plays from now on; what goes wrong for one ends the film."""
        self._tasks, self._play = tasks, play
        for player in self.players:
            if player.seat:
                self._begins(player)

    def rests(self) -> None:
        """Nobody plays any more."""
        for task in self._playing.values():
            task.cancel()

    async def before(self, day: int) -> None:
        """Who is away that day has said so, and closes their page; who was away the day before opens it again."""
        for player in self.players:
            if player.person.is_away(day, self._days):
                self._playing.pop(player).cancel()
                await self._facilitator.excuse(player.seat)
                await player.phone.shut()
            elif day > 1 and player.person.is_away(day - 1, self._days):
                await player.comes_back()
                self._begins(player)

    async def during(self, day: int) -> None:
        """Who comes late joins in the middle of that day, by the same door."""
        for player in self.players:
            if day > 1 and player.person.joins(self._days) == day:
                await player.pace.think(6)
                await player.join(self._facilitator.door["code"])
                self._begins(player)
                await self._facilitator.link([player.seat])

    def _begins(self, player: SimulatedPlayer) -> None:
        if self._tasks is None or self._play is None:
            raise RuntimeError("nobody plays before `plays`")
        self._playing[player] = self._tasks.create_task(self._play(player))
