"""« Qui a besoin de moi »: a group driven into each need, its rank, and the one thing proposed.

Spec: SC7 P3 N1
"""

from dataclasses import replace
from uuid import uuid4

from sqlalchemy import text

from game_server.application.needs.days import days
from game_server.application.needs.facts import GroupFacts
from game_server.application.needs.need import Need, SlotsLeft
from game_server.core import group_commands as c
from game_server.core.ids import MissionId, SeatId
from game_server.core.steering_commands import ExcuseSeat
from missions.riddle.values import Answer
from tests.board.conftest import Opens
from tests.board.hall import Hall, Playing
from tests.core.small_game import SYSTEM, Knock


async def _mates(playing: Playing) -> None:
    """Everybody arrives, as the attendance table notes it."""
    for seat in playing.seats:
        await playing.arrives(seat)


async def test_a_group_that_plays_needs_nobody(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing()
    assert await hall.whys() == []


async def test_three_minutes_of_silence_are_worth_a_look_and_five_hold_the_group_up(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing()
    hall.wait(seconds=179)
    assert await hall.whys() == []
    hall.wait(seconds=2)
    assert await hall.whys() == [("Halage", "look", 3)]
    hall.wait(seconds=120)
    need = await hall.need("stuck")
    assert (need.rank, need.action.do, need.action.text) == (2, "hint", "Frappe plus fort.")
    assert need.action.command == {"type": "give_hint", "mission": "knock", "text": ""}


async def test_a_stuck_group_is_above_everything_that_only_waits_within_a_minute(opens: Opens) -> None:
    hall = await opens("knock")
    quiet, other = await hall.playing("Calme"), await hall.playing("Porte")
    await other.asks(SYSTEM, c.AskSeat(SeatId(str(uuid4())), "Nour", 1))
    hall.wait(minutes=4, seconds=50)
    await other.plays(other.seats[0], Knock())
    hall.wait(seconds=60)
    assert (await hall.whys())[0] == ("Calme", "stuck", 2)
    assert quiet.state.current == "knock"


async def test_progress_ends_the_silence(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    hall.wait(minutes=6)
    await playing.plays(playing.seats[0], Knock())
    assert await hall.whys() == []


async def test_a_pause_stops_the_measure_of_silence(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    hall.wait(minutes=1)
    await playing.by_staff(c.Pause())
    hall.wait(minutes=15)
    await playing.by_staff(c.Resume())
    hall.wait(minutes=1)
    assert await hall.whys() == []


async def test_a_group_asleep_in_this_process_is_looked_at_too(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    live = hall.game.groups.find(playing.id)
    assert live is not None
    await hall.game.groups.sleep(live)
    hall.wait(minutes=6)
    assert await hall.whys() == [("Halage", "stuck", 2)]


async def test_the_limits_are_learnt_from_five_past_groups(opens: Opens) -> None:
    hall = await opens("knock")
    for minutes in (7, 8, 8, 9, 12):
        past = await hall.playing()
        await hall.needs_store.learn(past.group.id, "knock", minutes * 60, hall.now)
        await hall.house.world.groups.end(hall.lea, past.group.id)
    await hall.playing()
    hall.wait(minutes=6)
    assert await hall.whys() == []
    hall.wait(minutes=3)
    assert await hall.whys() == [("Halage", "look", 3)]
    hall.wait(minutes=2)
    assert await hall.whys() == [("Halage", "stuck", 2)]


async def test_a_mission_done_teaches_how_long_it_stood_still(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=2)
    hall.wait(minutes=4)
    await playing.plays(playing.seats[0], Knock())
    hall.wait(minutes=1)
    await playing.plays(playing.seats[1], Knock())
    await hall.learner.learn_one()
    async with hall.house.world.database.as_operator() as session:
        rows = (await session.execute(text("SELECT pack, mission, seconds FROM mission_pace"))).all()
    assert [tuple(row) for row in rows] == [("petit", "knock", 240.0)]


async def test_a_call_for_help_is_first_and_shows_a_name_on_duty_only(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    await hall.house.world.private.call_help(playing.people[0], "help", "canari")
    hall.wait(minutes=6)
    assert [one.why for one in await hall.needs()] == ["help", "stuck"]
    on_duty, off_duty = await hall.need("help"), await hall.need("help", replace(hall.lea, on_duty=False))
    assert (on_duty.rank, on_duty.title, on_duty.seat) == (1, "Inaya demande de l’aide", playing.people[0].seat)
    assert (off_duty.seat, off_duty.action.phone, "Inaya" in repr(off_duty)) == (None, None, False)
    assert "canari" not in repr([*await hall.needs()])


async def test_distress_is_first_and_says_nothing_of_what_was_written(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    await hall.house.world.private.call_help(playing.people[1], "distress", "canari")
    need = await hall.need("distress")
    assert (need.rank, need.action.do, "canari" in repr(need)) == (1, "call", False)


async def test_a_page_that_broke_is_told_for_a_quarter_of_an_hour(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    await hall.team.report_trouble(playing.people[2], "script.error")
    need = await hall.need("trouble")
    assert (need.rank, need.title) == (2, "L’écran de Awa s’est arrêté")
    hall.wait(minutes=16)
    assert "trouble" not in [one.why for one in await hall.needs()]


async def test_many_wrong_tries_propose_to_look_at_the_answers(opens: Opens) -> None:
    hall = await opens("riddle")
    playing = await hall.playing()
    for place in range(6):
        await playing.plays(playing.seats[place % 3], Answer(f"patate {place}"))
    need = await hall.need("tries")
    assert (need.rank, need.action.where) == (3, "group")
    assert need.detail.startswith("6 essais")


async def test_a_photo_waits_and_waits_longer(opens: Opens) -> None:
    hall = await opens("photo")
    playing = await hall.playing()
    photo = await playing.sends_photo(playing.people[0])
    need = await hall.need("photo")
    assert (need.rank, need.action.do, need.action.photo) == (3, "photo", photo)
    hall.wait(minutes=31)
    assert (await hall.need("photo")).rank == 2


async def test_somebody_at_the_door_can_be_let_in_with_one_tap(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    entered = await hall.house.world.admission.join(
        (await hall.house.world.groups.open_door(hall.lea, playing.group.id)).code, "Nour", "402917"
    )
    seat = str(entered.player.seat)
    await playing.asks(SYSTEM, c.AskSeat(SeatId(seat), "Nour", 1))
    need = await hall.need("door")
    assert (need.rank, need.title) == (3, "Nour attend à la porte")
    assert need.action.command == {"type": "admit_seat", "seat": seat}


async def test_a_person_missing_for_a_quarter_of_an_hour_can_be_called(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    playing.gone(playing.seats[1])
    hall.wait(minutes=14)
    assert "absent" not in [one.why for one in await hall.needs()]
    hall.wait(minutes=2)
    need = await hall.need("absent")
    assert (need.rank, need.title) == (3, "Malo n’est pas là")
    await playing.by_staff(ExcuseSeat(playing.seats[1]))
    assert "absent" not in [one.why for one in await hall.needs()]


async def test_pieces_that_lie_with_somebody_who_left_are_dealt_again_by_hand(opens: Opens) -> None:
    hall = await opens("split")
    playing = await hall.playing()
    playing.gone(playing.seats[0])
    hall.wait(seconds=40)
    need = await hall.need("role_left")
    assert (need.rank, need.action.command) == (2, {"type": "redeal"})
    assert "Inaya" in need.detail
    await playing.asks(SYSTEM, c.DealAgain())
    assert "role_left" not in [one.why for one in await hall.needs()]


async def test_a_low_day_shows_from_three_answers_on_and_never_whose(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    private = hall.house.world.private
    for who in playing.people[:2]:
        await private.keep(who, {"feeling/1": "hard"})
    assert await hall.whys() == []
    await private.keep(playing.people[2], {"feeling/1": "good"})
    need = await hall.need("feeling")
    assert (need.rank, need.seat) == (2, None)
    assert not {"Inaya", "Malo", "Awa"} & set(need.detail.split())


async def test_fewer_slots_than_people_counts_from_day_seven_on(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    facts = _facts(hall, playing)
    assert not [one for one in _days(facts, hall) if one.why == "slots"]
    later = replace(facts, state=replace(facts.state, day=7))
    need = next(one for one in _days(later, hall) if one.why == "slots")
    assert (need.title, need.action.where) == ("Moins de créneaux que de jeunes", "slots")
    assert not [one for one in _days(replace(later, slots=SlotsLeft(7, 7)), hall) if one.why == "slots"]


async def test_a_day_whose_missions_are_done_can_be_ended(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=1)
    await playing.plays(playing.seats[0], Knock())
    assert (await hall.need("day_to_close")).action.command == {"type": "end_day", "day": 1}


async def test_a_day_that_did_not_open_can_be_opened(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing(day=0)
    need = await hall.need("day_to_open")
    assert (need.rank, need.action.command) == (2, {"type": "open_day", "day": 1})


async def test_a_long_pause_is_remembered(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    await playing.by_staff(c.Pause())
    hall.wait(minutes=21)
    assert await hall.whys() == [("Halage", "paused", 3)]
    hall.wait(minutes=30)
    assert await hall.whys() == [("Halage", "paused", 2)]


async def test_a_success_hides_nothing_and_the_worst_comes_first(opens: Opens) -> None:
    hall = await opens("photo", "knock")
    playing = await hall.playing(people=1)
    await playing.sends_photo(playing.people[0])
    await playing.by_staff(c.ForceStep(MissionId("photo")))
    assert playing.state.current == "knock"
    await hall.house.world.private.call_help(playing.people[0], "help")
    assert [one.why for one in await hall.needs()] == ["help", "photo"]


async def test_another_structure_sees_nothing_of_it(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing()
    hall.wait(minutes=6)
    foreign = await hall.house.world.house("Roubaix")
    assert await hall.team.needs(foreign.staff) == []


async def test_what_somebody_needs_longest_comes_first_within_a_rank(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing("Première")
    hall.wait(seconds=20)
    await hall.playing("Seconde")
    hall.wait(minutes=6)
    assert [one.group_name for one in await hall.needs()] == ["Première", "Seconde"]


def _facts(hall: Hall, playing: Playing) -> GroupFacts:
    return GroupFacts(
        group=playing.group,
        rules=hall.game.library["petit", 1],
        state=playing.state,
        here=frozenset(playing.seats),
        known={},
        slots=SlotsLeft(4, 7),
    )


def _days(facts: GroupFacts, hall: Hall) -> list[Need]:
    return list(days(facts, hall.now))
