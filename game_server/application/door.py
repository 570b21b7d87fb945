"""The one door by which commits enter a group awake here, whoever stored them, and frames leave it."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from game_server.application.codec import Codec, UnreadableError, slice_bytes, word_ids
from game_server.application.live_groups import LiveGroup, LiveGroups, Page
from game_server.application.ports import FeedItem, Journal
from game_server.core import group_events as e
from game_server.core.evolve import evolve
from game_server.core.ids import WordId
from game_server.core.messages import Commit, Word
from game_server.core.news import news
from game_server.core.state import GroupState
from game_server.core.view import slices


class Door:
    """Applies commits in order, fills gaps from the journal, and sends each audience the slices that changed."""

    def __init__(self, groups: LiveGroups, journal: Journal, codec: Codec) -> None:
        """Share the groups of this process."""
        self._groups, self._journal, self._codec = groups, journal, codec
        self.epoch = ""

    async def accept(
        self, group: LiveGroup, commit: Commit, words: Iterable[Word] = (), after: GroupState | None = None
    ) -> None:
        """Let in the next commit of a group (its lock is held); an older one is dropped."""
        if commit.version <= group.state.version:
            return
        state = after or evolve(group.rules, group.state, commit)
        group.words |= {word.id: word.text for word in words}
        if any(isinstance(event, e.SeatForgotten) for event in commit.events):
            group.words.clear()
        frames = await self._frames(group, state, commit)
        group.state = state
        for page, frame in frames.items():
            page.send(frame)

    async def catch_up(self, group: LiveGroup) -> None:
        """Let in everything the journal has beyond this state (the lock is held)."""
        for commit in await self._journal.tail(group.id, group.state.version):
            await self.accept(group, commit)

    async def hear(self, item: FeedItem) -> None:
        """Take what another process stored; on a new connection compare every group with the journal."""
        if item.group is None:
            await self._compare()
            return
        group = self._groups.find(item.group)
        if group is None or item.version <= group.state.version:
            return
        async with group.lock:
            if item.version == group.state.version + 1:
                try:
                    await self.accept(group, self._codec.commit(item.commit))
                except UnreadableError:
                    await self.catch_up(group)
            elif item.version > group.state.version:
                await self.catch_up(group)

    async def enter(self, group: LiveGroup, page: Page, last_seen: int | None) -> None:
        """Open a page on the group: it gets its slices, all of them, unless it has this very version already."""
        async with group.lock:
            if last_seen is not None and last_seen > group.state.version:
                await self.catch_up(group)  # it was shown a commit whose process died before it told the others
            group.pages.add(page)
            has_it = last_seen == group.state.version
            wanted = {} if has_it else await self._whole(group, page.audiences)
            page.send(self._frame(group.state.version, wanted, []))

    def leave(self, group: LiveGroup, page: Page) -> None:
        """A page closes."""
        group.pages.discard(page)

    def tell(self, group: LiveGroup, message: Mapping[str, Any], audience: str | None = None) -> None:
        """Send a message that is no part of the state (presence) to the open pages, or to those of one audience."""
        text = msgspec.json.encode(message)
        for page in tuple(group.pages):
            if audience is None or audience in page.audiences:
                page.send(text)

    async def _compare(self) -> None:
        held = {group.id: group for group in self._groups.held()}
        newest = await self._journal.versions(tuple(held))
        for name, version in newest.items():
            if version > held[name].state.version:
                async with held[name].lock:
                    await self.catch_up(held[name])

    async def _frames(self, group: LiveGroup, after: GroupState, commit: Commit) -> dict[Page, bytes]:
        """What each open page gets. Raises StoreUnreachableError, and then nothing has changed here: the commit comes again."""
        looked_at = frozenset().union(*(page.audiences for page in group.pages))
        if not looked_at:
            group.shown.clear()
            return {}
        changed = await self._changed(group, after, looked_at)
        said = news(commit)
        frames: dict[frozenset[str], bytes] = {}
        for audiences in {page.audiences for page in group.pages}:
            mine = {name: data for (audience, name), data in changed.items() if audience in audiences}
            frames[audiences] = self._frame(commit.version, mine, said)
        return {page: frames[page.audiences] for page in group.pages}

    async def _changed(
        self, group: LiveGroup, after: GroupState, looked_at: frozenset[str]
    ) -> dict[tuple[str, str], bytes]:
        built: dict[tuple[str, str], Any] = {}
        for rule in slices(group.rules, after):
            place = (rule.audience, rule.name)
            known = place in group.shown and group.words
            same = all(one is other for one, other in zip(rule.reads(group.state), rule.reads(after), strict=True))
            if rule.audience in looked_at and not (known and same):
                built[place] = rule.build(group.rules, after)
        changed = await self._encoded(group, built)
        changed = {place: data for place, data in changed.items() if group.shown.get(place) != data}
        group.shown |= changed
        return changed

    async def _whole(self, group: LiveGroup, audiences: frozenset[str]) -> dict[str, bytes]:
        rules = [rule for rule in slices(group.rules, group.state) if rule.audience in audiences]
        built = {(rule.audience, rule.name): rule.build(group.rules, group.state) for rule in rules}
        whole = await self._encoded(group, built)
        group.shown |= whole
        return {name: data for (_, name), data in whole.items()}

    async def _encoded(self, group: LiveGroup, built: Mapping[tuple[str, str], Any]) -> dict[tuple[str, str], bytes]:
        missing = [
            WordId(one) for one in set().union(*(word_ids(value) for value in built.values())) - set(group.words)
        ]
        if missing:
            group.words |= await self._journal.words(group.id, missing)
        return {place: slice_bytes(value, group.words) for place, value in built.items()}

    def _frame(self, version: int, wanted: Mapping[str, bytes], said: list[dict[str, Any]]) -> bytes:
        inside = b",".join(b'"%s":%s' % (name.encode(), data) for name, data in wanted.items())
        head = msgspec.json.encode({"type": "frame", "epoch": self.epoch, "version": version, "news": said})
        return head[:-1] + b',"slices":{' + inside + b"}}"
