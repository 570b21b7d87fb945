"""Shows in Redis what the journal holds: in the background, many groups a round trip, never waited for by a player."""

import asyncio
from collections.abc import Mapping

from game_server.application.codec import Codec
from game_server.application.live_groups import LiveGroup
from game_server.application.ports import LiveProgress, Projection
from game_server.core.due import next_due
from game_server.core.messages import Commit
from game_server.core.rules import Rules
from game_server.core.state import GroupState

SNAPSHOT_EVERY = 50
LONGEST_QUEUE = 10_000


def progress_fields(rules: Rules, state: GroupState) -> Mapping[str, str]:
    """The group's progress as plain text fields: day, missions done, offers, and what each reward rule counts."""
    fields = {
        "version": str(state.version),
        "at": state.at.isoformat(),
        "pack": state.pack,
        "edition": str(state.edition),
        "day": str(state.day),
        "day_status": state.day_status.value,
        "current": state.current or "",
        "paused": "1" if state.paused_at else "0",
        "missions_done": str(sum(one.won for one in state.missions.values())),
        "offers": " ".join(offer for offer, _ in state.unlocked),
        "seats": str(len(state.table())),
    }
    for rule in rules.rewards:
        fields |= rule.progress(rules.scenario, state.rewards[rule.name])
    return fields


class Projector:
    """Keeps a queue of what to show, and one task that shows it."""

    def __init__(self, live: LiveProgress, codec: Codec) -> None:
        """Start with an empty queue."""
        self._live, self._codec = live, codec
        self._queue: list[Projection] = []
        self._some = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    def show(self, group: LiveGroup, commit: Commit) -> None:
        """Show the group as it is after this commit; a whole snapshot now and then."""
        snapshot = group.state.version - group.snapshot_at >= SNAPSHOT_EVERY
        self._put(self._projection(group, self._codec.commit_bytes(commit), snapshot=snapshot))

    def show_again(self, group: LiveGroup) -> None:
        """Show the group as it is: whoever stored its last commit may be gone, and never have shown it."""
        self._put(self._projection(group, b"", snapshot=False))

    def show_whole(self, group: LiveGroup) -> None:
        """Show the group with a snapshot: when it falls quiet, and when Redis came back empty."""
        self._put(self._projection(group, b"", snapshot=True))

    async def run(self) -> None:
        """Show what is queued, for ever."""
        while True:
            await self._some.wait()
            self._some.clear()
            batch, self._queue = self._queue, []
            if batch:
                await self._live.project(batch)
            if not self._queue:
                self._idle.set()

    async def drained(self) -> None:
        """Return when everything queued so far was shown (or dropped by a store that is away)."""
        await self._idle.wait()

    def _put(self, projection: Projection) -> None:
        if len(self._queue) < LONGEST_QUEUE:
            self._queue.append(projection)
        self._idle.clear()
        self._some.set()

    def _projection(self, group: LiveGroup, commit: bytes, *, snapshot: bool) -> Projection:
        if snapshot:
            group.snapshot_at = group.state.version
        return Projection(
            group.id,
            group.state.version,
            progress_fields(group.rules, group.state),
            commit,
            next_due(group.rules, group.state),
            self._codec.snapshot_bytes(group.state) if snapshot else None,
        )
