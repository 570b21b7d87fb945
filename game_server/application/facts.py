"""Tells the groups what was stored outside the journal: an appointment chosen, a portrait done."""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Protocol
from uuid import UUID

from game_server.application.codec import Codec, UnreadableError
from game_server.application.people import Fact
from game_server.application.play import PlayService, Request
from game_server.application.ports import Clock, StoreUnreachableError
from game_server.core.group_commands import TellFact
from game_server.core.ids import GroupId
from game_server.core.messages import Actor, Refused, Role

AT_ONCE = 50


class FactStore(Protocol):
    """The rows `facts_to_tell`."""

    async def untold(self, limit: int) -> Sequence[Fact]:
        """The oldest facts that no group has heard."""

    async def told(self, fact: UUID, at: datetime) -> None:
        """The group has it."""


class FactTeller:
    """Submits each fact until it is stored; the core ignores one it has."""

    def __init__(self, store: FactStore, play: PlayService, codec: Codec, clock: Clock) -> None:
        """Share the parts of this process."""
        self._store, self._play, self._codec, self._clock = store, play, codec, clock
        self._some = asyncio.Event()

    def hurry(self) -> None:
        """A fact was just stored: look now."""
        self._some.set()

    async def run(self) -> None:
        """Look each second, or at once when told to, for ever."""
        while True:
            with suppress(StoreUnreachableError):
                await self.tell_all()
            try:
                await asyncio.wait_for(self._some.wait(), 1)
            except TimeoutError:
                continue
            self._some.clear()

    async def tell_all(self) -> int:
        """Tell what is untold now; returns how many."""
        facts = await self._store.untold(AT_ONCE)
        for fact in facts:
            await self._tell(fact)
        return len(facts)

    async def _tell(self, fact: Fact) -> None:
        raw = json.loads(fact.fact)
        try:
            action = {"type": raw["action"], **raw.get("fields", {})}
            command = self._codec.command(
                {
                    "type": "tell_fact",
                    "id": str(fact.id),
                    "mission": raw["mission"],
                    "seat": raw["seat"],
                    "action": action,
                }
            )
        except (KeyError, UnreadableError):
            await self._store.told(fact.id, self._clock.now())
            return
        if isinstance(command, TellFact):
            answer = await self._play.submit(Request(GroupId(str(fact.group)), Actor(Role.SYSTEM), command))
            if answer == Refused("too_busy"):
                return
        await self._store.told(fact.id, self._clock.now())
