"""The live progress in memory: what Redis shows, and a hub that stands for Redis itself between several of them."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from game_server.adapters.memory.feed import Feed
from game_server.application.ports import FeedItem, Projection
from game_server.core.ids import GroupId, SeatId


@dataclass(slots=True)
class Shown:
    """What is shown of one group."""

    version: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    snapshot: tuple[int, bytes] | None = None
    next_due: datetime | None = None
    seen: dict[SeatId, datetime] = field(default_factory=dict)


class MemoryHub:
    """What several processes share; `flush` forgets all of it, as a store that came back empty."""

    def __init__(self) -> None:
        self._shown: dict[str, dict[GroupId, Shown]] = {}
        self.processes: list[MemoryLive] = []

    def groups(self, epoch: str) -> dict[GroupId, Shown]:
        """The groups shown of one journal."""
        return self._shown.setdefault(epoch, {})

    def flush(self) -> None:
        """Forget everything; every process is told to compare versions."""
        self._shown.clear()
        for process in self.processes:
            process.inbox.compare()


class MemoryLive:
    """One process's view of a hub."""

    def __init__(self, hub: MemoryHub | None = None) -> None:
        self._hub = hub or MemoryHub()
        self._epoch = ""
        self._followed: set[GroupId] = set()
        self.inbox = Feed()

    async def start(self, epoch: str) -> None:
        """Join the hub, under the name of a journal."""
        self._epoch = epoch
        self._hub.processes.append(self)
        self.inbox.compare()

    @property
    def reachable(self) -> bool:
        """Memory never goes away."""
        return True

    async def project(self, projections: Sequence[Projection]) -> None:
        """Show these groups; an older version never replaces a newer one."""
        for one in projections:
            shown = self._of(one.group)
            if one.snapshot is not None and one.version > (shown.snapshot or (0, b""))[0]:
                shown.snapshot = (one.version, one.snapshot)
            if one.version > shown.version:
                shown.version, shown.next_due = one.version, one.next_due
                shown.fields = {**one.fields, "version": str(one.version)}
                self._hand_on(FeedItem(one.group, one.version, one.commit))

    async def snapshot(self, group: GroupId) -> tuple[int, bytes] | None:
        """The last whole snapshot and its version."""
        return self._of(group).snapshot

    async def progress(self, group: GroupId) -> Mapping[str, str]:
        """The progress fields, `version` among them."""
        return dict(self._of(group).fields)

    def progress_key(self, group: GroupId) -> str:
        """A name that no other group has."""
        return f"eclats:{self._epoch}:{{{group}}}:progress"

    async def follow(self, group: GroupId) -> None:
        """Hear of this group's commits."""
        self._followed.add(group)

    async def unfollow(self, group: GroupId) -> None:
        """No longer."""
        self._followed.discard(group)

    def feed(self) -> AsyncIterator[FeedItem]:
        """What the other processes of the hub showed; ends with `close`. One reader."""
        return self.inbox.items()

    async def seen(self, group: GroupId, seats: Sequence[SeatId], at: datetime) -> None:
        """These seats have an open page."""
        seen = self._of(group).seen
        seen |= {seat: max(at, seen.get(seat, at)) for seat in seats}

    async def gone(self, group: GroupId, seat: SeatId) -> None:
        """This seat left."""
        self._of(group).seen.pop(seat, None)

    async def present(self, group: GroupId, since: datetime) -> frozenset[SeatId]:
        """Seats seen at or after that instant."""
        return frozenset(seat for seat, at in self._of(group).seen.items() if at >= since)

    async def due_groups(self, until: datetime) -> Sequence[GroupId]:
        """Groups due at or before `until`, the soonest first."""
        groups = self._hub.groups(self._epoch).items()
        due = [(one.next_due, group) for group, one in groups if one.next_due is not None]
        return [group for at, group in sorted(due) if at <= until]

    async def close(self) -> None:
        """Leave the hub."""
        self._hub.processes.remove(self)
        self.inbox.close()

    def _of(self, group: GroupId) -> Shown:
        return self._hub.groups(self._epoch).setdefault(group, Shown())

    def _hand_on(self, item: FeedItem) -> None:
        for process in self._hub.processes:
            if process is not self and process._epoch == self._epoch and item.group in process._followed:  # noqa: SLF001
                process.inbox.put(item)
