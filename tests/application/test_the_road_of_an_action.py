"""Save, then send; once, whatever is repeated; the same in every process.

Spec: R1 R2 R3 R4 R5 R6 R7 R8 K8 S5 X1 SC1
"""

import asyncio
import random

import pytest

from game_server.adapters.memory.journal import MemoryJournal
from game_server.application.codec import UnreadableError
from game_server.application.play import Receipt, Request, Settled
from game_server.application.ports import Entry, StaleVersionError, StoreUnreachableError, UncertainCommitError
from game_server.core import group_commands as c
from game_server.core.ids import MissionId, SeatId
from game_server.core.messages import Refused
from game_server.core.view import EVERYONE, STAFF, seat_audience
from tests.application.process import GROUP, SEATS, KeptPage, a_table, from_phone, processes, settled
from tests.core.small_game import SYSTEM, Knock

M1 = MissionId("m1")
KNOCK = c.Play(M1, 0, Knock())


async def test_a_repeated_action_is_answered_and_applied_once() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        first = await game.play.submit(from_phone(SEATS[0], 1, KNOCK))
        again = await game.play.submit(from_phone(SEATS[0], 1, KNOCK))
        assert isinstance(first, Receipt)
        assert isinstance(again, Receipt)
        assert game.groups.find(GROUP).state.mission(M1).inner.who == (SEATS[0],)


async def test_an_action_older_than_the_last_is_settled() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        await game.play.submit(from_phone(SEATS[0], 7, KNOCK))
        assert isinstance(await game.play.submit(from_phone(SEATS[0], 6, c.Leave())), Settled)


async def test_nothing_is_shown_before_it_is_stored() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        page = KeptPage(EVERYONE)
        await game.door.enter(game.groups.find(GROUP), page, None)
        stored_when_shown = []
        append = game.journal.append

        async def slow(entry: Entry) -> None:
            stored_when_shown.append(len(page.versions))
            await append(entry)

        game.journal.append = slow
        await game.play.submit(from_phone(SEATS[0], 1, KNOCK))
        assert stored_when_shown == [1]
        assert len(page.versions) == 2


@pytest.mark.parametrize("failure", [StaleVersionError, UncertainCommitError])
async def test_a_commit_that_failed_or_may_have_is_decided_again_and_never_doubled(failure: type[Exception]) -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        append, failed = game.journal.append, []

        async def flaky(entry: Entry) -> None:
            if not failed:
                failed.append(entry)
                if failure is UncertainCommitError:
                    await append(entry)
                raise failure
            await append(entry)

        game.journal.append = flaky
        answer = await game.play.submit(from_phone(SEATS[0], 1, KNOCK))
        assert isinstance(answer, Receipt)
        assert game.groups.find(GROUP).state.mission(M1).inner.who == (SEATS[0],)


async def test_an_unreachable_journal_acknowledges_nothing_and_keeps_the_state() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        before, append = game.groups.find(GROUP).state, game.journal.append

        async def away(_: Entry) -> None:
            raise StoreUnreachableError

        game.journal.append = away
        with pytest.raises(StoreUnreachableError):
            await game.play.submit(from_phone(SEATS[0], 1, KNOCK))
        assert game.groups.find(GROUP).state is before
        game.journal.append = append
        assert isinstance(await game.play.submit(from_phone(SEATS[0], 1, KNOCK)), Receipt)


async def test_two_processes_serve_one_group_and_every_page_sees_each_version_once() -> None:
    async with processes(2) as ((here, there), clock, _):
        await a_table(here, clock)
        for seat in SEATS:
            there.presence.opened(GROUP, seat, clock.now())
        pages = []
        for game in (here, there):
            page = KeptPage(EVERYONE)
            await game.door.enter(await game.groups.awake(GROUP), page, None)
            pages.append(page)
        answers = await asyncio.gather(
            here.play.submit(from_phone(SEATS[0], 1, KNOCK)), there.play.submit(from_phone(SEATS[1], 1, KNOCK))
        )
        assert all(isinstance(answer, Receipt) for answer in answers)
        await settled()
        assert here.groups.find(GROUP).state == there.groups.find(GROUP).state
        for page in pages:
            assert page.versions == sorted(set(page.versions))
            assert page.slices["mission"]["shared"] == {"knocks": 2}


async def test_a_group_wakes_up_elsewhere_equal_to_what_it_was_with_or_without_a_snapshot() -> None:
    async with processes(2) as ((here, there), clock, hub):
        await a_table(here, clock)
        here.projector.show_whole(here.groups.find(GROUP))
        await settled()
        await here.play.submit(from_phone(SEATS[0], 1, KNOCK))
        awake = await there.groups.awake(GROUP)
        assert awake.state == here.groups.find(GROUP).state
        await there.groups.sleep(awake)
        hub.flush()
        assert (await there.groups.awake(GROUP)).state == here.groups.find(GROUP).state


async def test_after_a_flush_of_redis_the_progress_is_shown_again() -> None:
    async with processes(1) as ((game,), clock, hub):
        await a_table(game, clock)
        await settled()
        hub.flush()
        await settled()
        assert (await game.live.progress(GROUP))["version"] == str(game.groups.find(GROUP).state.version)


async def test_a_page_gets_its_own_secrets_and_nobody_elses() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        group = game.groups.find(GROUP)
        mine, staff = KeptPage(EVERYONE, seat_audience(SEATS[0])), KeptPage(EVERYONE, STAFF)
        await game.door.enter(group, mine, None)
        await game.door.enter(group, staff, None)
        assert mine.slices["mine"]["seat"] == SEATS[0]
        assert "mine" not in staff.slices
        assert "desk" not in mine.slices


async def test_a_page_that_has_this_very_version_is_sent_no_slice_again() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        group = game.groups.find(GROUP)
        page = KeptPage(EVERYONE)
        await game.door.enter(group, page, group.state.version)
        assert page.frames[0]["slices"] == {}


async def test_only_slices_that_changed_are_sent() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        page = KeptPage(EVERYONE)
        await game.door.enter(game.groups.find(GROUP), page, None)
        await game.play.submit(from_phone(SEATS[0], 1, KNOCK))
        assert set(page.frames[-1]["slices"]) == {"mission"}


async def test_a_first_name_reaches_pages_and_is_effaced_everywhere_when_erased() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        page = KeptPage(EVERYONE)
        await game.door.enter(game.groups.find(GROUP), page, None)
        names = [seat["name"] for seat in page.slices["seats"]["seats"]]
        assert names == ["Ana", "Bilal", "Chloe"]
        assert isinstance(game.journal, MemoryJournal)
        game.journal.erase(GROUP, SEATS[0])
        await game.play.submit(Request(GROUP, SYSTEM, c.ForgetSeat(SEATS[0])))
        names = [seat["name"] for seat in page.slices["seats"]["seats"]]
        assert names == ["effacé", "Bilal", "Chloe"]


@pytest.mark.parametrize("seed", range(25))
async def test_dropped_doubled_and_reordered_actions_end_in_one_story(seed: int) -> None:
    """Three phones over two processes resend, drop and shuffle; every acknowledged action is in the journal once."""
    luck = random.Random(seed)
    async with processes(2) as (games, clock, _):
        await a_table(games[0], clock)
        for seat in SEATS:
            games[1].presence.opened(GROUP, seat, clock.now())
        acknowledged: dict[tuple[SeatId, int], int] = {}
        pending = [(seat, n) for seat in SEATS for n in range(1, 5)]
        while pending:
            seat, counter = luck.choice([one for one in pending if one[1] == min(n for s, n in pending if s == one[0])])
            request = from_phone(seat, counter, KNOCK if counter % 2 else c.AskHint(M1))
            answers = await asyncio.gather(
                *(luck.choice(games).play.submit(request) for _ in range(luck.randint(1, 3)))
            )
            if luck.random() < 0.3:
                continue
            for answer in answers:
                if isinstance(answer, Receipt):
                    acknowledged[seat, counter] = answer.version
            pending.remove((seat, counter))
        commits = await games[0].journal.tail(GROUP, 0)
        stored = [(one.actor.id, one.counter) for one in commits if one.device is not None]
        assert len(stored) == len(set(stored))
        assert {(str(seat), counter) for seat, counter in acknowledged} <= set(stored)
        assert [one.version for one in commits] == list(range(1, len(commits) + 1))


async def test_an_unknown_group_is_refused_by_name() -> None:
    async with processes(1) as ((game,), _, __):
        answer = await game.play.submit(from_phone(SeatId("ana"), 1, c.Leave()))
        assert isinstance(answer, Refused)
        assert answer.code == "unknown_group"


@pytest.mark.parametrize(
    "raw",
    [
        None,
        3,
        [],
        {},
        {"type": "nope"},
        {"type": "play"},
        {"type": "play", "mission": 1, "step": "x", "action": {}},
        {"type": "undo", "version": "deux"},
        {"type": "play", "mission": "m", "step": 0, "action": {"type": "knock/bang"}},
    ],
)
async def test_an_unreadable_command_is_told_apart_from_every_other_failure(raw: object) -> None:
    async with processes(1) as ((game,), _, __):
        with pytest.raises(UnreadableError):
            game.codec.command(raw)


async def test_a_commit_read_from_the_feed_is_the_one_that_was_stored() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        for commit in await game.journal.tail(GROUP, 0):
            assert game.codec.commit(game.codec.commit_bytes(commit)) == commit
