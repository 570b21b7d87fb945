"""The time machine: the line of the days, the pages as everyone saw them, and nothing of one person.

Spec: R7 N4
"""

import json
from typing import Any

from game_server.core import group_commands as c
from game_server.core.erratum import Erratum
from game_server.core.ids import MissionId
from game_server.core.messages import Actor, Role
from game_server.core.steering_commands import SwitchPlanB
from game_server.core.view import EVERYONE
from missions.riddle.values import Answer
from missions.vote import KIND as VOTE
from tests.application.process import KeptPage
from tests.board.conftest import Opens
from tests.board.hall import Hall, Playing
from tests.core.small_game import Knock
from tests.people.refused import refused

CANARY = "canari jaune"


async def _at(hall: Hall, playing: Playing, version: int) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(await hall.past.at(hall.lea, playing.group.id, version))
    return shown


async def test_the_line_tells_days_missions_hints_eclats_and_who_did_what(opens: Opens) -> None:
    hall = await opens("knock", "photo")
    playing = await hall.playing(people=2)
    await playing.by_staff(c.GiveHint(_current(playing), "Frappez fort"))
    for seat in playing.seats:
        await playing.plays(seat, Knock())
    await playing.by_staff(c.SkipMission(_current(playing), "Trop tard"))
    await playing.by_staff(c.EndDay(1))
    line, reasons = await hall.past.line(hall.lea, playing.group.id)
    assert [one.words.replace("\N{NO-BREAK SPACE}", " ") for one in line] == [
        "Le groupe est créé.",
        "2 personnes prennent place.",
        "Le jour 1 commence.",
        "Mission « Knock ».",
        "Un indice, par l’équipe.",
        "Étape 1 finie.",
        "Mission « Knock » : c’est fait.",
        "Un premier éclat.",
        "Mission « Photo ».",
        "Une mission est mise de côté par l’équipe.",
        "Le jour 1 se termine.",
    ]
    assert {one.by for one in line if one.kind == "hint"} == {str(hall.lea.id)}
    assert [reasons[one.reason] for one in line if one.reason] == ["Trop tard"]


async def test_every_moment_shows_what_the_pages_showed_then(opens: Opens) -> None:
    hall = await opens("vote", "knock")
    playing = await hall.playing(day=0)
    live = hall.game.groups.find(playing.id)
    assert live is not None
    page = KeptPage(EVERYONE)
    await hall.game.door.enter(live, page, None)
    seen: dict[int, dict[str, Any]] = {}
    await playing.by_staff(c.OpenDay(1))
    seen[playing.state.version] = dict(page.slices)
    for _ in range(40):
        await _somebody_moves(playing)
        seen[playing.state.version] = dict(page.slices)
    for version, slices in seen.items():
        assert (await _at(hall, playing, version))["slices"] == slices


async def _somebody_moves(playing: Playing) -> None:
    for seat in playing.seats:
        step = playing.state.mission(_current(playing)).inner
        if step is None or type(step) is not VOTE.state:
            await playing.by_staff(c.Pause() if playing.state.paused_at is None else c.Resume())
            return
        content = VOTE.example()
        move = VOTE.solve(VOTE.shared(content, step), VOTE.private(content, step, seat), seat)
        if move is not None:
            await playing.plays(seat, move.action)
            return
    await playing.by_staff(c.ForceStep(_current(playing)))


async def test_no_ballot_no_answer_and_no_private_slice_is_ever_shown(opens: Opens) -> None:
    hall = await opens("vote", "riddle")
    playing = await hall.playing()
    await _somebody_moves(playing)
    await playing.by_staff(c.ForceStep(MissionId("vote")))
    await playing.plays(playing.seats[0], Answer(CANARY))
    await playing.plays(playing.seats[1], Answer("l’écluse"))
    for version in range(1, playing.state.version + 1):
        shown = await _at(hall, playing, version)
        assert not {"mine", "desk", "door", "catch_up"} & set(shown["slices"])
        text = json.dumps(shown, ensure_ascii=False)
        assert CANARY not in text
        assert not any(seat in json.dumps(shown["slices"]["mission"]) for seat in _voters(shown))


def _voters(shown: dict[str, Any]) -> list[str]:
    """In an open vote, no seat is named."""
    mission = shown["slices"]["mission"]
    return [one["id"] for one in shown["slices"]["seats"]["seats"]] if mission and mission["kind"] == "vote" else []


async def test_what_one_person_typed_is_unsaid_even_where_the_page_said_it(opens: Opens) -> None:
    hall = await opens("riddle")
    playing = await hall.playing()
    live = hall.game.groups.find(playing.id)
    assert live is not None
    page = KeptPage(EVERYONE)
    await hall.game.door.enter(live, page, None)
    await playing.plays(playing.seats[0], Answer(CANARY))
    inner: Any = playing.state.mission(_current(playing)).inner
    attempt = inner.attempts[-1].id
    await playing.by_staff(c.EnterErratum(Erratum("s1", _current(playing), 0, CANARY), (attempt,)))
    assert page.slices["mission"]["shared"]["answer"] == CANARY
    shown = await _at(hall, playing, playing.state.version)
    assert shown["slices"]["mission"]["shared"]["answer"] == "…"
    assert [one["name"] for one in shown["slices"]["seats"]["seats"]] == ["Inaya", "Malo", "Awa"]


async def test_a_name_that_was_erased_is_erased_in_the_past_too(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    hall.game.journal.erase(playing.id, playing.seats[0])  # type: ignore[attr-defined]
    shown = await _at(hall, playing, playing.state.version)
    assert [one["name"] for one in shown["slices"]["seats"]["seats"]] == ["effacé", "Malo", "Awa"]


async def test_plan_b_of_one_person_stays_out_of_the_line(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    mission = _current(playing)
    before, _ = await hall.past.line(hall.lea, playing.group.id)
    await playing.by_staff(SwitchPlanB(mission, playing.seats[0]))
    assert (await hall.past.line(hall.lea, playing.group.id))[0] == before
    await playing.by_staff(SwitchPlanB(mission, None))
    assert len((await hall.past.line(hall.lea, playing.group.id))[0]) == len(before) + 1


async def test_a_moment_that_is_not_there_is_refused(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    for version in (0, playing.state.version + 1):
        with refused("unknown_moment"):
            await hall.past.at(hall.lea, playing.group.id, version)


async def test_the_line_grows_while_the_group_plays(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    await hall.past.line(hall.lea, playing.group.id)
    await playing.asks(Actor(Role.PLAYER, playing.seats[0]), c.StepAside())
    assert (await _at(hall, playing, playing.state.version))["version"] == playing.state.version


def _current(playing: Playing) -> MissionId:
    assert playing.state.current is not None
    return playing.state.current
