"""An answer accepted after the edition came out: it holds for the structure, and credits those who had given it."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

import structlog

from game_server.application.live_groups import LiveGroup, LiveGroups, UnknownGroupError
from game_server.application.people import Group, Staff
from game_server.application.play import PlayService, Receipt, Request, Settled
from game_server.application.ports import Clock, Journal, StoreUnreachableError
from game_server.application.ports_people import GroupStore
from game_server.core.erratum import Erratum
from game_server.core.group_commands import EnterErratum, Undo, WithdrawErratum
from game_server.core.ids import DeviceId, GroupId, MissionId, WordId
from game_server.core.messages import Actor, Refused, Role


@dataclass(frozen=True, slots=True)
class NewErratum:
    """What is accepted, for which step of which edition, and by whom."""

    structure: UUID
    pack: str
    edition: int
    mission: MissionId
    step: int
    answer: str
    by: UUID
    at: datetime


class ErratumStore(Protocol):
    """The accepted answers of each structure."""

    async def enter(self, new: NewErratum) -> Erratum:
        """Store it under the next number of its structure and edition; one that is there already keeps its own."""

    async def in_force(self, structure: UUID, pack: str, edition: int) -> Sequence[Erratum]:
        """Those of an edition, in the order of their numbers."""

    async def withdraw(self, structure: UUID, pack: str, edition: int, number: str) -> None:
        """Forget one; one that is not there is forgotten already."""


@dataclass(frozen=True, slots=True)
class Accepting:
    """A facilitator's gesture: this attempt, in this step, is right. The console counts its actions."""

    mission: MissionId
    step: int
    attempt: WordId
    device: DeviceId
    counter: int


@dataclass(frozen=True, slots=True)
class TakingBack:
    """A facilitator's gesture: the acceptance stored at this version of the group was a mistake."""

    version: int
    device: DeviceId
    counter: int
    reason: str = ""


class Errata:
    """Use cases of accepted answers."""

    def __init__(
        self,
        store: ErratumStore,
        groups: GroupStore,
        live: LiveGroups,
        journal: Journal,
        play: PlayService,
        clock: Clock,
    ) -> None:
        """Take the stores, and the road of every action."""
        self._store, self._groups, self._live = store, groups, live
        self._journal, self._play, self._clock = journal, play, clock

    async def in_force(self, structure: UUID, pack: str, edition: int) -> tuple[Erratum, ...]:
        """What a new group of the structure begins with."""
        return tuple(await self._store.in_force(structure, pack, edition))

    async def accept(self, by: Staff, group: Group, what: Accepting) -> Receipt | Settled | Refused:
        """Accept an attempt of this group, then tell every open group of the structure on the same edition.

        Refuses `attempt_unknown` when the step is no longer open or the attempt's text was erased, and
        `erratum_known`. Raises StoreUnreachableError and UnknownGroupError. Doing it again finishes what was left.
        """
        by.must_be("facilitator")
        live = await self._live.awake(GroupId(str(group.id)))
        texts = await self._attempts(live, what.mission, what.step)
        answer = texts.get(what.attempt)
        if answer is None:
            return Refused("attempt_unknown")
        new = self._new(by, live, what, answer)
        erratum = await self._store.enter(new)
        command = EnterErratum(erratum, _same(texts, answer))
        actor = Actor(Role.STAFF, str(by.id))
        told = await self._play.submit(Request(live.id, actor, command, what.device, what.counter))
        for other in await self._others(group):
            await self._told(other, self._tell(other, new, erratum))
        return told

    async def take_back(self, by: Staff, group: Group, what: TakingBack) -> Receipt | Settled | Refused:
        """Undo an acceptance here, for new groups and in every open group of the structure; whom it credited stays credited.

        Refuses `nothing_to_undo`. Raises StoreUnreachableError and UnknownGroupError.
        """
        by.must_be("facilitator")
        live = await self._live.awake(GroupId(str(group.id)))
        act = next((one for one in live.state.acts if one.version == what.version), None)
        if act is None or act.act != "accept_answer" or act.undone:
            return Refused("nothing_to_undo")
        await self._store.withdraw(by.structure, live.state.pack, live.state.edition, act.detail)
        for other in await self._others(group):
            request = Request(other, Actor(Role.SYSTEM), WithdrawErratum(act.detail))
            await self._told(other, self._play.submit(request))
        command, actor = Undo(what.version, what.reason), Actor(Role.STAFF, str(by.id))
        return await self._play.submit(Request(live.id, actor, command, what.device, what.counter))

    def _new(self, by: Staff, live: LiveGroup, what: Accepting, answer: str) -> NewErratum:
        state, now = live.state, self._clock.now()
        return NewErratum(by.structure, state.pack, state.edition, what.mission, what.step, answer, by.id, now)

    async def _others(self, group: Group) -> Sequence[GroupId]:
        """The other open groups of the structure on the same edition."""
        return [
            GroupId(str(other.id))
            for other in await self._groups.groups(group.structure)
            if other.id != group.id
            and other.ended_at is None
            and (other.pack, other.edition) == (group.pack, group.edition)
        ]

    async def _told(self, other: GroupId, telling: Awaitable[object]) -> None:
        """A group that cannot be reached keeps nobody else from hearing."""
        try:
            await telling
        except (StoreUnreachableError, UnknownGroupError) as error:
            log = structlog.get_logger(__name__)
            log.warning("erratum_not_told", group=str(other), error=type(error).__name__)

    async def _tell(self, group: GroupId, new: NewErratum, erratum: Erratum) -> None:
        live = await self._live.awake(group)
        texts = await self._attempts(live, new.mission, new.step)
        command = EnterErratum(erratum, _same(texts, new.answer))
        await self._play.submit(Request(group, Actor(Role.SYSTEM), command))

    async def _attempts(self, group: LiveGroup, mission: MissionId, step: int) -> Mapping[WordId, str]:
        """The texts of the attempts that the open step keeps: a kind that can credit them has `attempts`, each an `id`."""
        state = group.state.mission(mission)
        attempts = getattr(state.inner, "attempts", ()) if state.step == step else ()
        return await self._journal.words(group.id, [one.id for one in attempts])


def _same(texts: Mapping[WordId, str], answer: str) -> tuple[str, ...]:
    return tuple(attempt for attempt, text in texts.items() if text == answer)
