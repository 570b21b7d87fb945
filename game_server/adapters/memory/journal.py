"""The journal in memory: what PostgreSQL promises while it runs, gone with the process."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from game_server.application.ports import Entry, StaleVersionError
from game_server.core.ids import GroupId, WordId
from game_server.core.messages import Commit, Word


class MemoryJournal:
    """Commits, words and due times of every group; several users of one object stand for several processes."""

    def __init__(self) -> None:
        self._commits: dict[GroupId, dict[int, Commit]] = defaultdict(dict)
        self._words: dict[GroupId, dict[WordId, Word]] = defaultdict(dict)
        self._due: dict[GroupId, datetime] = {}
        self._epoch = str(uuid4())

    async def append(self, entry: Entry) -> None:
        """Keep the commit and its words. Raises StaleVersionError."""
        group, version = entry.commit.group, entry.commit.version
        if version in self._commits[group]:
            raise StaleVersionError(group)
        self._commits[group][version] = entry.commit
        self._words[group] |= {word.id: word for word in entry.words}
        self._due.pop(group, None)
        if entry.next_due is not None:
            self._due[group] = entry.next_due

    async def tail(self, group: GroupId, after: int) -> Sequence[Commit]:
        """Commits of the group with a version above `after`, in order."""
        return [commit for version, commit in sorted(self._commits[group].items()) if version > after]

    async def versions(self, groups: Sequence[GroupId]) -> Mapping[GroupId, int]:
        """The highest version of each group that has one."""
        return {group: max(self._commits[group]) for group in groups if self._commits[group]}

    async def words(self, group: GroupId, ids: Sequence[WordId]) -> Mapping[WordId, str]:
        """The texts that still exist among these."""
        kept = self._words[group]
        return {one: kept[one].text for one in ids if one in kept}

    async def due_groups(self, until: datetime) -> Sequence[tuple[GroupId, datetime]]:
        """Groups due at or before `until`, the soonest first."""
        due = [(group, at) for group, at in self._due.items() if at <= until]
        return sorted(due, key=lambda one: one[1])

    async def epoch(self) -> str:
        """The name of this journal, another one for each object."""
        return self._epoch

    def erase(self, group: GroupId, owner: str) -> None:
        """Erase every word of an owner."""
        self._words[group] = {one: word for one, word in self._words[group].items() if word.owner != owner}
