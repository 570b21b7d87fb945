"""The road of one action: known already? decide, store, and only then show it and say so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from game_server.application.door import Door
from game_server.application.live_groups import LiveGroup, LiveGroups, UnknownGroupError
from game_server.application.ports import (
    Clock,
    Entry,
    Journal,
    Luck,
    StaleVersionError,
    StoreUnreachableError,
    UncertainCommitError,
)
from game_server.application.presence import Presence
from game_server.application.projector import Projector
from game_server.core.decide import decide
from game_server.core.due import next_due
from game_server.core.evolve import evolve
from game_server.core.group_commands import CreateGroup, GroupCommand
from game_server.core.ids import DeviceId, GroupId
from game_server.core.messages import Accepted, Actor, Commit, Refused, Role
from game_server.core.moment import Moment
from game_server.core.standing import standing_then
from game_server.core.state import counter_key
from game_server.core.steering_commands import ReturnTo, StandAgain

MOST_TRIES = 8


@dataclass(frozen=True, slots=True)
class Request:
    """One action as it arrives. A phone's or console's device counts its actions, so that a repeat is known."""

    group: GroupId
    actor: Actor
    command: GroupCommand
    device: DeviceId | None = None
    counter: int | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The action is stored, in the commit of this version."""

    version: int


@dataclass(frozen=True, slots=True)
class Settled:
    """The action was answered long ago; the slices say what came of it."""


class Gate(Protocol):
    """What the game itself cannot know and must be true first."""

    async def refuses(self, group: LiveGroup, command: GroupCommand) -> Refused | None:
        """Return why this command may not pass now. Raises StoreUnreachableError."""


class PlayService:
    """Takes every action of every role to the journal, one at a time in each group."""

    def __init__(
        self,
        groups: LiveGroups,
        door: Door,
        journal: Journal,
        projector: Projector,
        presence: Presence,
        clock: Clock,
        luck: Luck,
    ) -> None:
        """Share the parts of this process."""
        self._groups, self._door, self._journal, self._projector = groups, door, journal, projector
        self._presence, self._clock, self._luck = presence, clock, luck
        self.gate: Gate | None = None
        self.hears: list[Callable[[LiveGroup, Commit], None]] = []
        """Told of each commit stored here, after the pages; none may wait or fail."""

    async def create(self, group: GroupId, command: CreateGroup, actor: Actor) -> Receipt | Refused:
        """Begin a group. Raises UnknownGroupError for an edition that is not installed, StoreUnreachableError."""
        rules = self._groups.rules_of(command.pack, command.edition)
        at = self._clock.now()
        outcome = decide(rules, None, command, actor, Moment(at, self._luck.seed()))
        if isinstance(outcome, Refused):
            return outcome
        commit = Commit(group, 1, None, None, actor, at, outcome.events)
        state = evolve(rules, None, commit)
        try:
            await self._journal.append(Entry(commit, outcome.words, next_due(rules, state)))
        except StaleVersionError:
            return Refused("already_created")
        except UncertainCommitError:
            if list(await self._journal.tail(group, 0)) != [commit]:
                raise StoreUnreachableError(group) from None
        awake = await self._groups.add(group, rules, state)
        self._projector.show(awake, commit)
        return Receipt(1)

    async def submit(self, request: Request) -> Receipt | Settled | Refused:
        """Answer one action. Raises StoreUnreachableError: nothing is stored and the sender tries again."""
        try:
            group = await self._groups.awake(request.group)
        except UnknownGroupError:
            return Refused("unknown_group")
        async with group.lock:
            for _ in range(MOST_TRIES):
                answer = self._known(group, request) or await self._held_back(group, request)
                answer = answer or await self._try(group, request)
                if answer is not None:
                    return answer
                await self._door.catch_up(group)
                self._projector.show_again(group)
        return Refused("too_busy")

    async def _with_the_past(self, group: LiveGroup, request: Request) -> GroupCommand:
        """A wish to return to a moment, with what the journal says of it; any other command as it came."""
        command, past = request.command, None
        if not isinstance(command, ReturnTo) or request.actor.role is not Role.STAFF:
            return command
        for commit in await self._journal.tail(group.id, 0):
            if commit.version <= command.version:
                past = evolve(group.rules, past, commit)
        if past is None or past.version != command.version:
            return command
        return StandAgain(command.version, standing_then(past, group.state), command.reason)

    def _known(self, group: LiveGroup, request: Request) -> Receipt | Settled | None:
        if request.device is None or request.counter is None:
            return None
        key = counter_key(request.actor.role, request.actor.id, request.device)
        highest = group.state.counters.get(key, -1)
        if request.counter > highest:
            return None
        return Receipt(group.state.version) if request.counter == highest else Settled()

    async def _held_back(self, group: LiveGroup, request: Request) -> Refused | None:
        steers = request.actor.role is not Role.PLAYER
        return await self.gate.refuses(group, request.command) if self.gate and steers else None

    async def _try(self, group: LiveGroup, request: Request) -> Receipt | Refused | None:
        moment = self._moment(group)
        command = await self._with_the_past(group, request)
        outcome = decide(group.rules, group.state, command, request.actor, moment)
        if isinstance(outcome, Refused):
            return outcome
        commit = _commit(request, group, outcome, moment.at)
        after = evolve(group.rules, group.state, commit)
        try:
            await self._journal.append(Entry(commit, outcome.words, next_due(group.rules, after)))
        except (StaleVersionError, UncertainCommitError):
            return None
        await self._door.accept(group, commit, outcome.words, after)
        self._projector.show(group, commit)
        for hears in self.hears:
            hears(group, commit)
        return Receipt(commit.version)

    def _moment(self, group: LiveGroup) -> Moment:
        at = max(self._clock.now(), group.state.at)
        group.touched = at
        return Moment(at, self._luck.seed(), self._presence.here(group.id, at))


def _commit(request: Request, group: LiveGroup, outcome: Accepted, at: datetime) -> Commit:
    version = group.state.version + 1
    actor = request.actor if request.actor.role in (Role.PLAYER, Role.STAFF) else Actor(request.actor.role)
    return Commit(group.id, version, request.device, request.counter, actor, at, outcome.events)
