"""A facilitator's acts through the service, the journal and the snapshot: what a page may ask, and what comes back.

Spec: G10 R2
"""

from datetime import timedelta

import pytest

from game_server.application.codec import Codec, UnreadableError
from game_server.application.game import Game
from game_server.application.play import Receipt, Request
from game_server.core import group_commands as c
from game_server.core import steering_commands as sc
from game_server.core.evolve import evolve
from game_server.core.ids import MissionId, SeatId
from game_server.core.messages import Refused
from game_server.core.state import GroupState
from game_server.core.view import EVERYONE, seat_audience
from game_server.core.view import STAFF as FOR_STAFF
from tests.application.process import GROUP, KeptPage, a_table, from_phone, processes, settled
from tests.core.small_game import COUNT, KNOCK, RULES, STAFF, Knock

M1 = MissionId("m1")
ANA, CHLOE = SeatId("ana"), SeatId("chloe")
CODEC = Codec({"knock": KNOCK}, (COUNT,))

ON_THE_WIRE = (
    {"type": "give_time", "mission": "m1", "minutes": 10, "reason": "encore"},
    {"type": "switch_plan_b", "mission": "m1", "seat": "chloe"},
    {"type": "redeal", "reason": "sans son"},
    {"type": "excuse_seat", "seat": "bilal"},
    {"type": "say", "text": "Bonjour", "said_by": "samira"},
    {"type": "give_hint", "mission": "m1", "rung": 1},
    {"type": "shift_slots", "day": 1, "from_mission": "m2", "minutes": 40},
    {"type": "add_day", "on": "2027-03-09", "opens": "14:00:00", "closes": "17:00:00"},
    {"type": "remove_day", "on": "2027-03-09"},
    {"type": "force_step", "mission": "m1"},
    {"type": "return_to", "version": 9},
    {"type": "end_day", "day": 1},
    {"type": "reopen_day"},
)


async def asked(game: Game, raw: object) -> Receipt:
    answer = await game.play.submit(Request(GROUP, STAFF, CODEC.command(raw)))
    assert isinstance(answer, Receipt), raw
    return answer


async def from_the_journal(game: Game) -> GroupState | None:
    state: GroupState | None = None
    for commit in await game.journal.tail(GROUP, 0):
        state = evolve(RULES, state, CODEC.commit(CODEC.commit_bytes(commit)))
    return state


async def test_each_act_is_read_stored_and_comes_back_from_journal_and_snapshot_as_it_was() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        live = await game.groups.awake(GROUP)
        for raw in ON_THE_WIRE:
            stored = await asked(game, raw)
            assert await from_the_journal(game) == live.state, raw
            assert CODEC.state(CODEC.snapshot_bytes(live.state)) == live.state, raw
            if raw["type"] not in ("force_step", "add_day", "end_day"):
                await asked(game, {"type": "undo", "version": stored.version})
                assert await from_the_journal(game) == live.state, raw


async def test_a_return_reads_the_journal_and_two_processes_agree() -> None:
    async with processes(2) as ((here, there), clock, _):
        await a_table(here, clock)
        first = await here.play.submit(from_phone(ANA, 0, c.Play(M1, 0, Knock())))
        assert isinstance(first, Receipt)
        await asked(here, {"type": "force_step", "mission": "m1"})
        clock.move(timedelta(minutes=5))
        await asked(there, {"type": "return_to", "version": first.version, "reason": "erreur"})
        elsewhere = (await there.groups.awake(GROUP)).state
        assert (elsewhere.mission(M1).step, elsewhere.mission(M1).inner.who) == (0, (ANA,))
        await settled()
        await here.play.submit(from_phone(CHLOE, 0, c.Play(M1, 0, Knock())))
        assert (await here.groups.awake(GROUP)).state == await from_the_journal(here)


@pytest.mark.parametrize("version", [0, -3, 9999])
async def test_a_moment_that_is_not_in_the_journal_is_refused(version: int) -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        answer = await game.play.submit(Request(GROUP, STAFF, sc.ReturnTo(version)))
        assert isinstance(answer, Refused)
        assert answer.code == "moment_unknown"


def test_no_page_can_send_a_standing_of_its_own() -> None:
    with pytest.raises(UnreadableError):
        CODEC.command({"type": "stand_again", "version": 1, "standing": {}})
    assert CODEC.command({"type": "return_to", "version": 1, "standing": {}}) == sc.ReturnTo(1)


async def test_what_is_written_to_one_person_reaches_that_phone_and_the_desk_alone() -> None:
    async with processes(1) as ((game,), clock, _):
        await a_table(game, clock)
        ana, chloe, desk = (
            KeptPage(EVERYONE, seat_audience(ANA)),
            KeptPage(EVERYONE, seat_audience(CHLOE)),
            KeptPage(EVERYONE, FOR_STAFF),
        )
        live = await game.groups.awake(GROUP)
        for page in (ana, chloe, desk):
            await game.door.enter(live, page, None)
        await asked(game, {"type": "say", "text": "Je t’attends à l’accueil.", "to": "ana"})
        await asked(game, {"type": "switch_plan_b", "mission": "m1", "seat": "ana", "reason": "béquilles"})
        assert "accueil" in str(ana.frames)
        assert "accueil" in str(desk.frames)
        assert "accueil" not in str(chloe.frames)
        assert ana.slices["mine"]["plan_b"] == "Sur la table."
        assert "béquilles" not in str(ana.frames) + str(chloe.frames)
        assert chloe.frames[-1]["slices"] == {}
