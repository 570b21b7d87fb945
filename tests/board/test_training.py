"""Training: every situation is met once, answered by the facilitator's own gestures, and told kindly; it counts nowhere.

Spec: P5 N6
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from game_server.adapters.photos.darkroom import PillowDarkroom
from game_server.adapters.postgres.photos import PostgresPhotos
from game_server.adapters.postgres.private import PostgresPrivate
from game_server.adapters.postgres.retention import PostgresRetention
from game_server.adapters.postgres.training import PostgresTraining
from game_server.application.attendance import Attendance
from game_server.application.people import Group
from game_server.application.photos import Photos
from game_server.application.retention import purge
from game_server.application.training.coach import Desk, Pace
from game_server.application.training.picture import grey_square
from game_server.application.training.situations import Met, said, summary
from game_server.application.training.table import Games
from game_server.application.training.training import NAMES, Training
from game_server.core import group_commands as c
from game_server.core.ids import GroupId, MissionId
from game_server.core.steering_commands import ExcuseSeat, SwitchPlanB
from tests.board.conftest import Opens
from tests.board.hall import Hall, Playing
from tests.people.refused import refused

QUICK = Pace(look=0.01, calm=0.0, within=600)
PATIENCE = 30.0


def _training(hall: Hall, pace: Pace) -> Training:
    world, game = hall.house.world, hall.game
    photos = Photos(PostgresPhotos(world.database), PillowDarkroom(), game.groups, clock=world.clock)
    attendance = Attendance(game.play, game.groups, game.door, game.presence, game.live, world.groups, world.clock)
    desk = Desk(hall.needs_store, world.private, PostgresPrivate(world.database), photos, world.clock)
    games = Games(game.groups, game.play, attendance, game.codec)
    people = (world.groups, world.admission)
    return Training(PostgresTraining(world.database), people, games, desk, game.library, pace)


async def _begin(hall: Hall, training: Training) -> Group:
    return await training.begin(hall.lea, hall.house.founded.site)


async def _now(training: Training, hall: Hall, group: Group, code: str) -> None:
    """Wait until that situation is there."""
    async with asyncio.timeout(PATIENCE):
        while True:
            met = (await training.report(hall.lea, group.id)).met
            if any(one.code == code and one.status == "now" for one in met):
                return
            await asyncio.sleep(0.01)


async def _facilitates(hall: Hall, training: Training, group: Group) -> None:
    """One answer for each situation, a minute after it came."""
    playing = Playing(hall, group)

    def mission() -> MissionId:
        assert playing.state.current is not None
        return playing.state.current

    async def judge() -> None:
        photos = Photos(
            PostgresPhotos(hall.house.world.database), PillowDarkroom(), hall.game.groups, clock=hall.house.world.clock
        )
        [waiting] = await photos.waiting(hall.lea, group.id)
        await photos.fine(hall.lea, group.id, waiting.photo.id)

    async def answer_call() -> None:
        await hall.team.claim(hall.lea, (await hall.need("distress")).key)

    async def pause() -> None:
        await playing.by_staff(c.Pause())
        await playing.by_staff(c.Resume())

    answers: dict[str, Callable[[], Awaitable[Any]]] = {
        "stuck": lambda: playing.by_staff(c.GiveHint(mission())),
        "absent": lambda: playing.by_staff(ExcuseSeat(next(iter(playing.state.seats)))),
        "photo": judge,
        "pause": pause,
        "plan_b": lambda: playing.by_staff(SwitchPlanB(mission(), None)),
        "distress": answer_call,
    }
    for code, answers_it in answers.items():
        await _now(training, hall, group, code)
        hall.wait(minutes=1)
        await answers_it()


async def test_a_new_facilitator_meets_each_situation_and_is_told_how_they_did(opens: Opens) -> None:
    hall = await opens("split", "photo", "vote")
    training = _training(hall, QUICK)
    group = await _begin(hall, training)
    async with asyncio.timeout(PATIENCE):
        await _facilitates(hall, training, group)
        await training.finished()
    met = (await training.report(hall.lea, group.id)).met
    assert [(one.code, one.status, one.did) for one in met] == [
        ("stuck", "done", "give_hint"),
        ("absent", "done", "excuse_seat"),
        ("photo", "done", "judged"),
        ("pause", "done", "pause"),
        ("plan_b", "done", "switch_plan_b"),
        ("distress", "done", "answered"),
    ]
    assert said(met[0]) == "Vous avez donné un indice après 1\N{NO-BREAK SPACE}min."
    assert summary(met).startswith("Vous avez répondu à chaque situation")


async def test_whoever_is_no_longer_there_is_in_the_list_within_seconds(opens: Opens) -> None:
    hall = await opens("split", "photo", "vote")
    training = _training(hall, QUICK)
    group = await _begin(hall, training)
    playing = Playing(hall, group)
    await _now(training, hall, group, "stuck")
    assert playing.state.current is not None
    await playing.by_staff(c.GiveHint(playing.state.current))
    await _now(training, hall, group, "absent")
    hall.wait(seconds=6)
    need = await hall.need("absent")
    assert (need.group, need.title) == (group.id, f"{NAMES[0]} n’est pas là")
    await training.stop()


async def test_nobody_who_does_nothing_is_blamed(opens: Opens) -> None:
    hall = await opens("split", "photo", "vote")
    training = _training(hall, replace(QUICK, within=0.0))
    group = await _begin(hall, training)
    async with asyncio.timeout(PATIENCE):
        await training.finished()
    met = (await training.report(hall.lea, group.id)).met
    assert {one.status for one in met} == {"left"}
    for sentence in [*map(said, met), summary(met)]:
        assert "échec" not in sentence
        assert "rien n’est noté" in sentence or sentence.startswith("Le groupe a continué sans vous.")


async def test_an_exercise_is_only_its_makers_and_counts_in_no_statistics(opens: Opens) -> None:
    hall = await opens("split", "photo", "vote")
    karim = await hall.colleague()
    training = _training(hall, QUICK)
    group = await _begin(hall, training)
    await _now(training, hall, group, "stuck")
    hall.wait(minutes=3)
    assert [one.group_name for one in await hall.needs()] == ["Entraînement"]
    assert await hall.needs(karim) == []
    await hall.needs_store.learn(group.id, "split", 100.0, hall.now)
    await training.stop()
    retention = PostgresRetention(hall.house.world.database)
    async with hall.house.world.database.as_operator() as session:
        assert (await session.execute(text("SELECT count(*) FROM mission_pace"))).scalar_one() == 0
    await purge(retention, hall.now + timedelta(days=6))
    assert [one.group for one, _ in await training.all(hall.lea)] == [group.id]
    await purge(retention, hall.now + timedelta(days=8))
    with refused("unknown_training"):
        await training.report(hall.lea, group.id)
    async with hall.house.world.database.as_operator() as session:
        assert (await session.execute(text("SELECT count(*) FROM past_group"))).scalar_one() == 0
        left = await session.execute(text("SELECT count(*) FROM game_group WHERE id = :it"), {"it": group.id})
        assert left.scalar_one() == 0


async def test_no_day_of_an_exercise_is_on_a_weekend(opens: Opens) -> None:
    hall = await opens("split", "photo", "vote")
    training = _training(hall, QUICK)
    group = await _begin(hall, training)
    await training.stop()
    live = hall.game.groups.find(GroupId(str(group.id)))
    assert live is not None
    assert all(day.on.weekday() < 5 for day in live.state.calendar.days)


async def test_an_exercise_of_another_structure_is_unknown(opens: Opens) -> None:
    hall = await opens("split", "photo", "vote")
    foreign = await hall.house.world.house("Roubaix")
    training = _training(hall, QUICK)
    group = await _begin(hall, training)
    await training.stop()
    with refused("unknown_training"):
        await training.report(foreign.staff, group.id)


def test_the_grey_square_is_a_picture() -> None:
    assert PillowDarkroom().develop(grey_square())[:4] == b"RIFF"


@pytest.mark.parametrize(
    ("met", "sentence"), [(Met("stuck"), ""), (Met("stuck", "now"), "C’est en ce moment. Regardez la liste.")]
)
def test_what_has_not_ended_is_not_judged(met: Met, sentence: str) -> None:
    assert said(met) == sentence
