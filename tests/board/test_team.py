"""Several facilitators on one list: claimed once, snoozed, handed over, and nothing lost when somebody leaves.

Spec: P3 N2 SC13
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from game_server.application.needs.bell import Bell
from game_server.application.refusals import RefusedRequest
from game_server.core.view import STAFF
from tests.application.process import KeptPage
from tests.board.conftest import Opens
from tests.core.small_game import Knock
from tests.people.refused import refused


async def test_of_two_facilitators_who_claim_at_once_one_has_it(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing()
    karim = await hall.colleague()
    hall.wait(minutes=6)
    key = (await hall.need("stuck")).key
    answers = await asyncio.gather(hall.team.claim(hall.lea, key), hall.team.claim(karim, key), return_exceptions=True)
    assert sorted(type(one).__name__ for one in answers) == ["RefusedRequest", "Task"]
    refusal = next(one for one in answers if isinstance(one, RefusedRequest))
    assert refusal.code == "need_taken"
    need = await hall.need("stuck")
    assert need.status == "claimed"
    assert need.by in (hall.lea.id, karim.id)


async def test_a_need_taken_by_a_colleague_says_by_whom(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing()
    karim = await hall.colleague()
    hall.wait(minutes=6)
    key = (await hall.need("stuck")).key
    await hall.team.claim(hall.lea, key)
    with refused("need_taken") as caught:
        await hall.team.claim(karim, key)
    assert caught[0].details == {"by": str(hall.lea.id)}
    await hall.team.release(hall.lea, key)
    assert (await hall.team.claim(karim, key)).by == karim.id


async def test_a_snoozed_need_goes_last_and_comes_back(opens: Opens) -> None:
    hall = await opens("knock", "photo")
    await hall.playing("Première")
    hall.wait(seconds=20)
    await hall.playing("Seconde")
    hall.wait(minutes=6)
    first = (await hall.needs())[0]
    await hall.team.snooze(hall.lea, first.key, 5)
    assert [(one.group_name, one.status) for one in await hall.needs()] == [("Seconde", "new"), ("Première", "snoozed")]
    hall.wait(minutes=6)
    assert {one.status for one in await hall.needs()} == {"new"}


async def test_a_snoozed_need_that_becomes_worse_is_new_again(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing()
    hall.wait(minutes=4)
    await hall.team.snooze(hall.lea, (await hall.need("look")).key, 60)
    assert (await hall.need("look")).status == "snoozed"
    hall.wait(minutes=2)
    assert (await hall.need("stuck")).status == "new"


async def test_a_claim_does_not_outlive_what_it_was_made_for(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    karim = await hall.colleague()
    hall.wait(minutes=6)
    await hall.team.claim(hall.lea, (await hall.need("stuck")).key)
    hall.wait(seconds=30)
    await playing.plays(playing.seats[0], Knock())
    hall.wait(minutes=6)
    again = await hall.need("stuck")
    assert again.status == "new"
    assert (await hall.team.claim(karim, again.key)).by == karim.id


async def test_a_call_for_help_cannot_wait_and_is_claimed_with_the_call(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    karim = await hall.colleague()
    await hall.house.world.private.call_help(playing.people[0], "help")
    key = (await hall.need("help")).key
    with refused("cannot_snooze"):
        await hall.team.snooze(hall.lea, key, 5)
    with refused("not_on_duty"):
        await hall.team.claim(karim, key)
    await hall.team.claim(hall.lea, key)
    assert (await hall.house.world.private.calls(hall.lea))[0].claimed_by == hall.lea.id


async def test_a_need_that_is_over_cannot_be_claimed(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    hall.wait(minutes=6)
    key = (await hall.need("stuck")).key
    await playing.plays(playing.seats[0], Knock())
    with refused("unknown_need"):
        await hall.team.claim(hall.lea, key)


async def test_a_colleague_finds_every_open_task_with_the_note(opens: Opens) -> None:
    """Scene 13."""
    hall = await opens("knock")
    first, second = await hall.playing("Première"), await hall.playing("Seconde")
    karim = await hall.colleague()
    await hall.house.world.private.call_help(second.people[0], "help")
    hall.wait(minutes=6)
    for need in await hall.needs():
        await hall.team.claim(hall.lea, need.key)
    assert await hall.team.pass_everything_on(hall.lea, karim.id, "La salle VR a du retard.") == 3
    [after] = [one for one in await hall.house.world.accounts.colleagues(hall.lea) if one.id == karim.id]
    assert after.on_duty
    seen = await hall.needs(after)
    assert [(one.why, one.status, one.by) for one in seen] == [
        ("help", "claimed", karim.id),
        ("stuck", "claimed", karim.id),
        ("stuck", "claimed", karim.id),
        ("handed_over", "claimed", karim.id),
    ]
    assert seen[1].note == seen[2].note == "La salle VR a du retard."
    assert seen[3].title.endswith("vous passe la main")
    await hall.team.release(after, seen[3].key)
    assert "handed_over" not in [one.why for one in await hall.needs(after)]
    assert [one.act for one in await hall.team.acts(karim, first.group.id)] == ["hand_over", "claim"]


async def test_a_colleague_takes_over_from_somebody_who_fell_ill(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing()
    karim = await hall.colleague()
    hall.wait(minutes=6)
    await hall.team.claim(hall.lea, (await hall.need("stuck")).key)
    assert await hall.team.take_over(karim, hall.lea.id) == 1
    assert (await hall.need("stuck", karim)).by == karim.id
    on_duty = {one.id: one.on_duty for one in await hall.house.world.accounts.colleagues(karim)}
    assert (on_duty[karim.id], on_duty[hall.lea.id]) == (True, False)


async def test_one_need_is_handed_over_to_a_colleague_of_the_same_structure_only(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing()
    foreign = await hall.house.world.house("Roubaix")
    karim = await hall.colleague()
    hall.wait(minutes=6)
    key = (await hall.need("stuck")).key
    with refused("unknown_colleague"):
        await hall.team.hand_over(hall.lea, key, foreign.staff.id, "")
    await hall.team.hand_over(hall.lea, key, karim.id, "Ils cherchent la clé.")
    need = await hall.need("stuck")
    assert (need.by, need.note) == (karim.id, "Ils cherchent la clé.")


async def test_the_open_consoles_hear_of_a_call_and_of_a_colleagues_hand(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    live = hall.game.groups.find(playing.id)
    assert live is not None
    console = KeptPage(STAFF)
    live.pages.add(console)
    bell = Bell(hall.needs_store, hall.game.groups, hall.game.door)
    await bell.listen()
    await bell.listen()
    assert console.frames == []
    await hall.house.world.private.call_help(playing.people[0], "help")
    await bell.listen()
    await bell.listen()
    assert console.frames == [{"type": "needs"}]
    await hall.team.claim(replace(hall.lea, on_duty=True), (await hall.need("help")).key)
    await bell.listen()
    assert console.frames == [{"type": "needs"}] * 2


async def test_every_hand_of_a_colleague_rings_once(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    karim = await hall.colleague()
    hall.wait(minutes=6)
    live = hall.game.groups.find(playing.id)
    assert live is not None
    console = KeptPage(STAFF)
    live.pages.add(console)
    bell = Bell(hall.needs_store, hall.game.groups, hall.game.door)
    await bell.listen()
    key = (await hall.need("stuck")).key
    hands: tuple[Callable[[], Awaitable[object]], ...] = (
        lambda: hall.team.snooze(hall.lea, key, 5),
        lambda: hall.team.claim(hall.lea, key),
        lambda: hall.team.hand_over(hall.lea, key, karim.id, "Ils cherchent la clé."),
        lambda: hall.team.release(karim, key),
        lambda: hall.team.claim(hall.lea, key),
        lambda: hall.team.take_over(karim, hall.lea.id),
    )
    for number, hand in enumerate(hands, 1):
        hall.wait(seconds=1)
        await hand()
        await bell.listen()
        assert len(console.frames) == number
