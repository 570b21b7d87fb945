"""The groups that this process holds awake: their state, their words, and the pages that look at them."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from game_server.application.codec import Codec
from game_server.application.ports import Journal, LiveProgress
from game_server.core import group_events as e
from game_server.core.evolve import evolve
from game_server.core.ids import GroupId, WordId
from game_server.core.messages import Commit
from game_server.core.rules import Rules
from game_server.core.state import GroupState

Library = Mapping[tuple[str, int], Rules]
"""The rules of every pack, by pack name and edition."""


class UnknownGroupError(LookupError):
    """No commit of this group is in the journal, or its pack's edition is not installed here."""


class Page(Protocol):
    """An open page: it has audiences, and takes a frame without ever making the sender wait."""

    audiences: frozenset[str]

    def send(self, frame: bytes) -> None:
        """Take one frame, or close."""


@dataclass(eq=False)
class LiveGroup:
    """One group awake in this process. `lock` keeps one decision or catch-up at a time."""

    id: GroupId
    rules: Rules
    state: GroupState
    words: dict[WordId, str] = field(default_factory=dict)
    pages: set[Page] = field(default_factory=set)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    shown: dict[tuple[str, str], bytes] = field(default_factory=dict)
    """The slices as they were last sent, by audience and name."""
    touched: datetime | None = None
    snapshot_at: int = 0


class LiveGroups:
    """Wakes groups up, from Redis' snapshot and the journal's tail, and lets quiet ones sleep."""

    def __init__(
        self,
        journal: Journal,
        live: LiveProgress,
        codec: Codec,
        library: Library,
        woken: Callable[[LiveGroup], None] = lambda _: None,
    ) -> None:
        """Hold nothing yet; `woken` is told of each group that wakes up."""
        self._journal, self._live, self._codec, self._library = journal, live, codec, library
        self._woken = woken
        self._awake: dict[GroupId, LiveGroup] = {}
        self._waking: dict[GroupId, asyncio.Lock] = {}

    def held(self) -> tuple[LiveGroup, ...]:
        """The groups awake here."""
        return tuple(self._awake.values())

    def find(self, group: GroupId) -> LiveGroup | None:
        """The group if it is awake here."""
        return self._awake.get(group)

    async def awake(self, group: GroupId) -> LiveGroup:
        """The group, woken up if it slept. Raises UnknownGroupError, StoreUnreachableError."""
        if found := self._awake.get(group):
            return found
        async with self._waking.setdefault(group, asyncio.Lock()):
            if group not in self._awake:
                self._awake[group] = await self._wake(group)
                await self._live.follow(group)
                self._woken(self._awake[group])
        self._waking.pop(group, None)
        return self._awake[group]

    async def add(self, group: GroupId, rules: Rules, state: GroupState) -> LiveGroup:
        """Hold a group that was created here just now."""
        awake = self._awake.setdefault(group, LiveGroup(group, rules, state))
        await self._live.follow(group)
        return awake

    async def sleep(self, group: LiveGroup) -> None:
        """Let a group go that no page looks at."""
        if not group.pages and not group.lock.locked():
            self._awake.pop(group.id, None)
            await self._live.unfollow(group.id)

    def progress_key(self, group: GroupId) -> str:
        """Where Redis shows the group's progress."""
        return self._live.progress_key(group)

    def rules_of(self, pack: str, edition: int) -> Rules:
        """The rules of an edition. Raises UnknownGroupError when it is not installed."""
        try:
            return self._library[pack, edition]
        except KeyError:
            raise UnknownGroupError(f"{pack}/{edition} is not installed") from None

    async def _wake(self, group: GroupId) -> LiveGroup:
        state = await self._from_snapshot(group)
        commits = await self._journal.tail(group, state.version if state else 0)
        rules = self._rules(state, commits)
        for commit in commits:
            state = evolve(rules, state, commit)
        if state is None:
            raise UnknownGroupError(group)
        return LiveGroup(group, rules, state, snapshot_at=state.version)

    async def _from_snapshot(self, group: GroupId) -> GroupState | None:
        found = await self._live.snapshot(group)
        if found is None:
            return None
        version, data = found
        known = await self._journal.versions([group])
        return self._codec.state(data) if known.get(group, 0) >= version else None

    def _rules(self, state: GroupState | None, commits: Sequence[Commit]) -> Rules:
        if state is not None:
            return self.rules_of(state.pack, state.edition)
        created = commits[0].events[0] if commits else None
        if not isinstance(created, e.GroupCreated):
            raise UnknownGroupError("no commit creates this group")
        return self.rules_of(created.pack, created.edition)
