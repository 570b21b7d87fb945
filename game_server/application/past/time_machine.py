"""Any moment of a group as everyone saw it then, rebuilt from the journal by the same road as the pages themselves."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

import msgspec

from game_server.application.codec import slice_bytes, word_ids
from game_server.application.groups import Groups
from game_server.application.live_groups import LiveGroups
from game_server.application.past.moments import Moment, moments
from game_server.application.people import Staff
from game_server.application.ports import Journal
from game_server.application.refusals import RefusedRequest
from game_server.core.evolve import evolve
from game_server.core.ids import GroupId, WordId
from game_server.core.messages import Commit, Role
from game_server.core.rules import Rules
from game_server.core.state import GroupState
from game_server.core.view import EVERYONE, slices

KEPT_FILMS = 4
EVERY = 25
"""Versions between two states that are kept: a step of the line costs so many commits at most."""
UNSAID = "…"
"""Stands for what a young person typed: it was one person's, and a debrief is everybody's."""


@dataclass
class Film:
    """The commits of one group and some of its states."""

    rules: Rules
    commits: list[Commit] = field(default_factory=list)
    states: list[GroupState] = field(default_factory=list)

    def take(self, commit: Commit) -> None:
        """Add the next commit."""
        last = self.state(len(self.commits)) if self.commits else None
        self.commits.append(commit)
        if len(self.commits) % EVERY == 1:
            self.states.append(evolve(self.rules, last, commit))

    def state(self, version: int) -> GroupState:
        """The state after that version, from 1 to the last."""
        kept = (version - 1) // EVERY
        state = self.states[kept]
        for commit in self.commits[kept * EVERY + 1 : version]:
            state = evolve(self.rules, state, commit)
        return state


class TimeMachine:
    """Use cases of the past. Every refusal is a RefusedRequest; UnknownGroupError for a group that never began."""

    def __init__(self, groups: Groups, live: LiveGroups, journal: Journal) -> None:
        """Take the groups and the journal."""
        self._groups, self._live, self._journal = groups, live, journal
        self._films: OrderedDict[GroupId, Film] = OrderedDict()

    async def line(self, by: Staff, group: UUID) -> tuple[list[Moment], Mapping[WordId, str]]:
        """The line of a group's days, and the texts of the reasons that still exist."""
        film = await self._film(by, group)
        line = moments(film.rules.scenario, film.commits)
        reasons = [one.reason for one in line if one.reason is not None]
        return line, await self._journal.words(GroupId(str(group)), reasons) if reasons else {}

    async def at(self, by: Staff, group: UUID, version: int) -> bytes:
        """The slices for everyone at that version, as JSON. Refuses unknown_moment."""
        film = await self._film(by, group)
        if not 1 <= version <= len(film.commits):
            raise RefusedRequest(
                "unknown_moment", "Ce moment n’existe pas dans ce groupe. Choisissez-en un sur la ligne."
            )
        state = film.state(version)
        built = {
            rule.name: rule.build(film.rules, state) for rule in slices(film.rules, state) if rule.audience == EVERYONE
        }
        words = await self._words(GroupId(str(group)), film, state, {WordId(one) for one in word_ids(built)})
        head = msgspec.json.encode({"version": version, "at": state.at, "day": state.day})
        return head[:-1] + b',"slices":' + slice_bytes(built, words) + b"}"

    async def _words(self, group: GroupId, film: Film, state: GroupState, named: set[WordId]) -> Mapping[WordId, str]:
        """First names and what staff wrote, unless erased since; everything else stays unsaid."""
        open_ones = {seat.name for seat in state.seats.values()} | {one for one in named if _by_staff(film, one)}
        kept = await self._journal.words(group, sorted(named & open_ones)) if named & open_ones else {}
        return {**dict.fromkeys(named - open_ones, UNSAID), **kept}

    async def _film(self, by: Staff, group: UUID) -> Film:
        by.must_be("facilitator", "manager")
        await self._groups.one(by, group)
        name = GroupId(str(group))
        if name not in self._films:
            self._films[name] = Film((await self._live.awake(name)).rules)
        self._films.move_to_end(name)
        while len(self._films) > KEPT_FILMS:
            self._films.popitem(last=False)
        film = self._films[name]
        for commit in await self._journal.tail(name, len(film.commits)):
            if commit.version == len(film.commits) + 1:
                film.take(commit)
            if commit.version % EVERY == 0:
                await asyncio.sleep(0)  # ten days are thousands of commits, and others play meanwhile
        return film


def _by_staff(film: Film, word: WordId) -> bool:
    """The id of a word begins with the version that stored it."""
    version = word.partition(".")[0]
    known = version.isdecimal() and 1 <= int(version) <= len(film.commits)
    return known and film.commits[int(version) - 1].actor.role is Role.STAFF
