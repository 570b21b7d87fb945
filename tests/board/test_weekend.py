"""A weekend day does not open without its checklist, by nobody's hand; and the phone shows the adult who is named.

Spec: SC16 N3
"""

from datetime import UTC, date, datetime

from game_server.application.timekeeper import Timekeeper
from game_server.core import group_commands as c
from game_server.core.messages import Refused
from tests.board.conftest import Opens
from tests.board.hall import Hall, Playing
from tests.core.small_game import CALENDAR
from tests.people.refused import refused

SATURDAY = datetime(2027, 3, 6, 12, 59, tzinfo=UTC)
"""A minute before the second day's hour, in Paris."""


async def _on_saturday(opens: Opens) -> tuple[Hall, Playing]:
    hall = await opens("knock")
    playing = await hall.playing(calendar=CALENDAR)
    await playing.by_staff(c.EndDay(1))
    hall.house.world.clock.at = SATURDAY
    return hall, playing


async def test_a_facilitator_cannot_open_it_without_the_checklist(opens: Opens) -> None:
    hall, playing = await _on_saturday(opens)
    answer = await playing.asks(hall.actor, c.OpenDay(2))
    missing = ["on_call", "authorisations", "meeting_point", "return_hour"]
    assert answer == Refused("safety_missing", {"missing": missing})
    await hall.safety.write(hall.lea, playing.group.id, hall.checklist(playing))
    await playing.by_staff(c.OpenDay(2))
    assert playing.state.day == 2


async def test_one_person_without_a_tick_keeps_the_day_closed(opens: Opens) -> None:
    hall, playing = await _on_saturday(opens)
    ticked = dict.fromkeys(playing.seats[:2], "adult")
    await hall.safety.write(hall.lea, playing.group.id, hall.checklist(playing, authorisations=ticked))
    assert await playing.asks(hall.actor, c.OpenDay(2)) == Refused("safety_missing", {"missing": ["authorisations"]})


async def test_the_clock_does_not_open_it_either_and_the_list_says_so(opens: Opens) -> None:
    hall, playing = await _on_saturday(opens)
    assert [one.rank for one in await hall.needs() if one.why == "safety"] == [2]
    hall.wait(minutes=2)
    keeper = Timekeeper(hall.game.play, hall.game.groups, hall.game.journal, hall.game.live, hall.house.world.clock)
    await keeper.look()
    assert playing.state.day == 1
    need = await hall.need("safety")
    assert (need.title, need.action.where) == ("Le jour 2 attend la fiche de sortie", "safety")
    assert "day_to_open" not in [one.why for one in await hall.needs()]
    await hall.safety.write(hall.lea, playing.group.id, hall.checklist(playing))
    keeper.sweep_again()
    await keeper.look()
    assert playing.state.day == 1
    hall.wait(seconds=16)
    keeper.sweep_again()
    await keeper.look()
    assert playing.state.day == 2


async def test_a_catch_up_day_on_a_weekend_waits_too(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    await playing.by_staff(c.EndDay(1))
    due = c.FallDue("catch_up:2027-03-06")  # type: ignore[arg-type]
    live = hall.game.groups.find(playing.id)
    assert live is not None
    assert hall.game.play.gate is not None
    assert (await hall.game.play.gate.refuses(live, due)) is not None


async def test_a_weekday_needs_no_checklist(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing()
    await playing.by_staff(c.OpenDay(2))
    assert playing.state.day == 2


async def test_the_list_asks_for_the_checklist_three_days_before(opens: Opens) -> None:
    hall = await opens("knock")
    await hall.playing(calendar=CALENDAR)
    hall.house.world.clock.at = datetime(2027, 3, 3, 12, 59, tzinfo=UTC)
    assert "safety" not in [one.why for one in await hall.needs()]
    hall.wait(minutes=2)
    assert (await hall.need("safety")).rank == 3


async def test_the_phone_shows_the_adult_of_the_outing_from_its_eve(opens: Opens) -> None:
    hall, playing = await _on_saturday(opens)
    await hall.safety.write(hall.lea, playing.group.id, hall.checklist(playing))
    who = playing.people[0]
    assert await hall.safety.on_call(who, playing.group) == ("Léa Morel", "06 00 00 00 00")
    for hour, shown in ((14, False), (15, True)):
        hall.house.world.clock.at = datetime(2027, 3, 5, hour, 30, tzinfo=UTC)
        assert (await hall.safety.on_call(who, playing.group) is not None) is shown
    hall.house.world.clock.at = datetime(2027, 3, 7, 8, tzinfo=UTC)
    assert await hall.safety.on_call(who, playing.group) is None


async def test_the_adult_is_of_the_structure_and_the_seats_of_the_group(opens: Opens) -> None:
    hall, playing = await _on_saturday(opens)
    foreign = await hall.house.world.house("Roubaix")
    with refused("unknown_colleague"):
        wanted = hall.checklist(playing, on_call_staff=foreign.staff.id)
        await hall.safety.write(hall.lea, playing.group.id, wanted)
    with refused("unknown_seat"):
        wanted = hall.checklist(playing, authorisations={str(foreign.group.id): "adult"})
        await hall.safety.write(hall.lea, playing.group.id, wanted)


async def test_the_weekend_days_are_named(opens: Opens) -> None:
    hall, playing = await _on_saturday(opens)
    _, missing, days = await hall.safety.read(hall.lea, playing.group.id)
    assert [(one.number, one.on) for one in days] == [(2, date(2027, 3, 6))]
    assert [one.code for one in missing] == ["on_call", "authorisations", "meeting_point", "return_hour"]
