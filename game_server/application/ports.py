"""What the game's use cases need from outside. Adapters give it; nothing here names a vendor."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from game_server.core.ids import GroupId, SeatId, WordId
from game_server.core.messages import Commit, Word


class StaleVersionError(Exception):
    """Another process stored this version of the group first; catch up and decide again."""


class UncertainCommitError(Exception):
    """The connection broke while committing: the commit may be stored or not; catch up and decide again."""


class StoreUnreachableError(Exception):
    """The journal cannot be reached now; nothing was stored; the sender keeps the action and tries again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is appended at once: a commit, the words its events name, and when the group is next due (UTC, None: never)."""

    commit: Commit
    words: tuple[Word, ...]
    next_due: datetime | None


class Journal(Protocol):
    """The memory of every group: commits by (group, version), words beside them, and the name of this journal."""

    async def append(self, entry: Entry) -> None:
        """Store durably, together with what other groups append now.

        Raises StaleVersionError, UncertainCommitError or StoreUnreachableError; in the first and last case nothing was stored.
        """

    async def tail(self, group: GroupId, after: int) -> Sequence[Commit]:
        """Commits of the group with a version above `after`, in order."""

    async def versions(self, groups: Sequence[GroupId]) -> Mapping[GroupId, int]:
        """The highest version stored of each group that has one."""

    async def words(self, group: GroupId, ids: Sequence[WordId]) -> Mapping[WordId, str]:
        """The texts that still exist among these; an erased one is left out."""

    async def due_groups(self, until: datetime) -> Sequence[tuple[GroupId, datetime]]:
        """Groups whose next due time is at or before `until`, with that time, the soonest first."""

    async def epoch(self) -> str:
        """The name of this journal; `restore` renews it, and everything that others copied of an older one is void."""


@dataclass(frozen=True, slots=True)
class Projection:
    """What Redis shows of a group at a version: text fields, and now and then a whole snapshot of its state."""

    group: GroupId
    version: int
    fields: Mapping[str, str]
    commit: bytes
    next_due: datetime | None
    snapshot: bytes | None = None


class LiveProgress(Protocol):
    """The live group as every process reads it. It may vanish at any time; nothing is lost with it."""

    async def start(self, epoch: str) -> None:
        """Connect, and name the journal that every key belongs to. An unreachable store is no error: it is tried again."""

    @property
    def reachable(self) -> bool:
        """Whether it answered lately; False while it is away."""

    async def project(self, projections: Sequence[Projection]) -> None:
        """Show these groups, one guarded script call each in one round trip: an older version never replaces a newer one.

        The same call hands each commit to the other processes that follow the group. Unreachable: silently left out.
        """

    async def snapshot(self, group: GroupId) -> tuple[int, bytes] | None:
        """The last whole snapshot and its version, if there is one of this epoch."""

    async def progress(self, group: GroupId) -> Mapping[str, str]:
        """The progress fields, empty when nothing is shown."""

    def progress_key(self, group: GroupId) -> str:
        """The key of the hash that `progress` reads."""

    async def follow(self, group: GroupId) -> None:
        """From now on the commits of this group come to this process's inbox."""

    async def unfollow(self, group: GroupId) -> None:
        """No longer."""

    def feed(self) -> AsyncIterator["FeedItem"]:
        """Commits that other processes stored, and `None`-like items of kind "again" when a connection came (back)."""

    async def seen(self, group: GroupId, seats: Sequence[SeatId], at: datetime) -> None:
        """These seats have an open page in this process."""

    async def gone(self, group: GroupId, seat: SeatId) -> None:
        """This seat left: nothing seen of it before counts; a page still open elsewhere is seen again by its process."""

    async def present(self, group: GroupId, since: datetime) -> frozenset[SeatId]:
        """Seats seen by any process at or after that instant."""

    async def due_groups(self, until: datetime) -> Sequence[GroupId]:
        """Groups due at or before `until`, as far as the copy of the due times knows."""

    async def close(self) -> None:
        """Give the connection back."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One thing from the inbox: a commit of another process, or (group None) word that the connection is new: compare versions."""

    group: GroupId | None
    version: int = 0
    commit: bytes = b""


class Clock(Protocol):
    """The time of the outside world."""

    def now(self) -> datetime:
        """This instant, aware, UTC."""


class Luck(Protocol):
    """The chance of the outside world."""

    def seed(self) -> int:
        """64 random bits."""
