"""The groups of a structure at a glance, as Redis shows them; the journal answers where Redis has nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from game_server.application.groups import Groups
from game_server.application.live_groups import LiveGroups, UnknownGroupError
from game_server.application.people import Group, Staff
from game_server.application.ports import Clock, LiveProgress
from game_server.application.presence import GRACE
from game_server.application.projector import progress_fields
from game_server.application.training.training import Practice
from game_server.core.ids import GroupId


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One group: how far it is, how many are here now, how many éclats it has."""

    group: Group
    day: int = 0
    day_status: str = "before"
    current: str = ""
    paused: bool = False
    here: int = 0
    seats: int = 0
    eclats: int = 0
    training: bool = False


class Practices(Protocol):
    """The groups made to practise."""

    async def all(self, structure: UUID) -> Sequence[Practice]: ...  # noqa: D102


class Board:
    """Reads the live progress of groups."""

    def __init__(
        self, groups: Groups, practices: Practices, live_groups: LiveGroups, live: LiveProgress, clock: Clock
    ) -> None:
        """Share the parts of this process."""
        self._groups, self._practices = groups, practices
        self._live_groups, self._live, self._clock = live_groups, live, clock

    async def all(self, by: Staff) -> Sequence[BoardRow]:
        """Every group of the structure, the newest first; a practice group is its maker's alone."""
        makers = {one.group: one.made_by for one in await self._practices.all(by.structure)}
        mine = [group for group in await self._groups.all(by) if makers.get(group.id, by.id) == by.id]
        return [replace(await self.row(group), training=group.id in makers) for group in mine]

    async def row(self, group: Group) -> BoardRow:
        """One group; a group whose edition is not installed shows no progress."""
        name = GroupId(str(group.id))
        shown = await self._live.progress(name) or await self._from_journal(name)
        here = await self._live.present(name, self._clock.now() - GRACE)
        return BoardRow(
            group,
            day=int(shown.get("day", "0")),
            day_status=shown.get("day_status", "before"),
            current=shown.get("current", ""),
            paused=shown.get("paused") == "1",
            here=len(here),
            seats=int(shown.get("seats", "0")),
            eclats=int(shown.get("eclats", "0")),
        )

    async def _from_journal(self, group: GroupId) -> Mapping[str, str]:
        try:
            live = await self._live_groups.awake(group)
        except UnknownGroupError:
            return {}
        return progress_fields(live.rules, live.state)
