"""Brings the situations about, one after the other, and watches how each is answered."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from game_server.application.needs.ports import NeedStore
from game_server.application.photos import Photos
from game_server.application.ports import Clock
from game_server.application.private import HelpKind, Private, PrivateStore
from game_server.application.refusals import RefusedRequest
from game_server.application.training.picture import grey_square
from game_server.application.training.situations import SITUATIONS, Met, Situation, Standing, situation
from game_server.application.training.table import Table
from game_server.core.ids import MissionId

Keeps = Callable[[Sequence[Met]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between two looks, of calm before a situation, and that a situation waits for an answer."""

    look: float = 2.0
    calm: float = 12.0
    within: float = 360.0


@dataclass(frozen=True, slots=True)
class Desk:
    """Where calls, photos and tasks stand."""

    needs: NeedStore
    private: Private
    calls: PrivateStore
    photos: Photos
    clock: Clock


class Coach:
    """One training from its first situation to its last."""

    def __init__(self, table: Table, desk: Desk, photo_mission: MissionId | None, keeps: Keeps, pace: Pace) -> None:
        """Sit beside the table; `keeps` writes down what was met."""
        self._table, self._desk, self._photo_mission = table, desk, photo_mission
        self._keeps, self._pace = keeps, pace
        wanted = [one for one in SITUATIONS if one.code != "photo" or photo_mission is not None]
        self._met = [Met(one.code) for one in wanted]
        self._bring = {
            "stuck": self._nothing,
            "absent": self._somebody_goes,
            "photo": self._photo,
            "pause": self._call,
            "plan_b": self._call,
            "distress": self._call,
        }

    async def run(self) -> None:
        """Every situation in turn; the bots play whenever the situation lets them."""
        await self._keeps(self._met)
        for place, one in enumerate(self._met):
            await self._play_for(self._pace.calm)
            await self._meets(place, situation(one.code))
        await self._table.leave()

    async def _meets(self, place: int, now: Situation) -> None:
        version = (await self._table.state()).version
        await self._bring[now.code](now)
        at = self._desk.clock.now()
        await self._note(place, replace(self._met[place], status="now", met_at=at))
        did = None
        while did is None and self._desk.clock.now() - at < timedelta(seconds=self._pace.within):
            await self._look(still=now.code == "stuck")
            did = await self._answer(now, version)
        status: Standing = "done" if did else "left"
        done_at = self._desk.clock.now() if did else None
        await self._note(place, replace(self._met[place], status=status, done_at=done_at, did=did))
        await self._tidy_up()

    async def _note(self, place: int, met: Met) -> None:
        self._met[place] = met
        await self._keeps(self._met)

    async def _look(self, *, still: bool = False) -> None:
        await asyncio.sleep(self._pace.look)
        if not still:
            await self._table.play_once()

    async def _play_for(self, seconds: float) -> None:
        until = self._desk.clock.now() + timedelta(seconds=seconds)
        while self._desk.clock.now() < until:
            await self._look()

    async def _nothing(self, _: Situation) -> None:
        """Everybody thinks, and nobody does anything."""

    async def _somebody_goes(self, _: Situation) -> None:
        await self._table.goes(next(iter(self._table.bots)))

    async def _photo(self, _: Situation) -> None:
        if self._photo_mission is not None:
            await self._desk.photos.send(self._table.players[-1], self._photo_mission, grey_square())

    async def _call(self, now: Situation) -> None:
        kind: HelpKind = "distress" if now.code == "distress" else "help"
        await self._desk.private.call_help(self._table.players[-1], kind, now.call)

    async def _answer(self, now: Situation, version: int) -> str | None:
        """What answered it, if anything did since that version."""
        acts = [one.act for one in (await self._table.state()).acts if one.version > version and not one.undone]
        answer = next((act for act in acts if act in now.acts), None)
        if answer is None and now.code == "photo":
            answer = None if await self._desk.photos.waiting(self._table.by, self._group) else "judged"
        elif answer is None and now.code == "distress":
            answer = None if await self._unanswered() else "answered"
        elif answer is None and now.code == "absent":
            answer = await self._claimed()
        return answer

    @property
    def _group(self) -> UUID:
        return UUID(self._table.group)

    async def _unanswered(self) -> bool:
        calls = await self._desk.calls.calls(self._table.by.structure)
        return any(one.group == self._group and one.claimed_by is None for one in calls)

    async def _claimed(self) -> str | None:
        log = await self._desk.needs.acts(self._table.by.structure, self._group)
        return "claim" if any(one.act == "claim" and ".absent." in one.key for one in log) else None

    async def _tidy_up(self) -> None:
        """The calls of the exercise end with it, and whoever had gone is back."""
        structure = self._table.by.structure
        for call in await self._desk.calls.calls(structure):
            if call.group == self._group:
                await self._desk.calls.close_call(structure, call.id, self._desk.clock.now())
        for seat in tuple(self._table.away):
            with suppress(RefusedRequest):
                await self._table.comes(seat)
