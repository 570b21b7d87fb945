"""Hours of presence: counted from the attendance table, corrected with a reason, and a file that no spreadsheet runs.

Spec: S12 N5
"""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from game_server.application.hours.sheet import HoursSheet
from game_server.application.hours.table_file import BOM, HEAD, defused, hours_file
from game_server.application.people import PersonLink
from game_server.core import group_commands as c
from game_server.core.steering_commands import ExcuseSeat
from tests.board.conftest import Opens
from tests.board.hall import Hall, Playing
from tests.core.small_game import CALENDAR
from tests.people.refused import refused


async def _sheet(hall: Hall, playing: Playing) -> HoursSheet:
    return await hall.hours.sheet(hall.lea, playing.group.id)


async def _minutes(hall: Hall, playing: Playing) -> list[list[int]]:
    return [[day.minutes for day in seat.days] for seat in (await _sheet(hall, playing)).seats]


async def test_minutes_are_counted_and_end_with_the_day(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=2)
    for seat in playing.seats:
        await playing.arrives(seat)
    hall.wait(minutes=90)
    await playing.leaves(playing.seats[0])
    hall.wait(hours=20)
    assert await _minutes(hall, playing) == [[90, 0], [330, 0]]


async def test_two_stays_that_overlap_count_once(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=1)
    await playing.arrives(playing.seats[0])
    hall.wait(minutes=30)
    await playing.leaves(playing.seats[0])
    hall.wait(minutes=10)
    await playing.arrives(playing.seats[0])
    hall.wait(minutes=20)
    assert await _minutes(hall, playing) == [[50, 0]]


async def test_a_weekend_outing_is_voluntary_and_never_an_absence(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=2, calendar=CALENDAR)
    await playing.arrives(playing.seats[0])
    hall.wait(minutes=60)
    await playing.by_staff(c.EndDay(1))
    await playing.leaves(playing.seats[0])
    await hall.safety.write(hall.lea, playing.group.id, hall.checklist(playing))
    hall.house.world.clock.at = datetime(2027, 3, 6, 14, tzinfo=UTC)
    await playing.by_staff(c.OpenDay(2))
    await playing.arrives(playing.seats[0])
    hall.wait(minutes=45)
    await playing.by_staff(c.EndDay(2))
    await playing.leaves(playing.seats[0])
    first, second = (await _sheet(hall, playing)).seats
    assert [(one.kind, one.minutes) for one in first.days] == [("day", 60), ("voluntary", 45)]
    assert [(one.kind, one.minutes) for one in second.days] == [("absent", 0), ("voluntary", 0)]
    assert [(one.week, one.minutes, one.voluntary) for one in first.weeks] == [("2027-W09", 105, 45)]
    assert (first.minutes, first.voluntary) == (105, 45)


async def test_days_to_come_and_days_before_one_joined_are_no_absence(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=1)
    assert [one.kind for one in (await _sheet(hall, playing)).seats[0].days] == ["to_come", "to_come"]
    hall.house.world.clock.at = datetime(2027, 3, 4, 13, tzinfo=UTC)
    await playing.by_staff(c.OpenDay(2))
    entered = await hall.house.world.admission.join(
        (await hall.house.world.groups.open_door(hall.lea, playing.group.id)).code, "Nour", "402917"
    )
    await hall.house.world.groups.arrived(
        playing.group.structure, playing.group.id, entered.player.seat, day=2, at=hall.now
    )
    hall.wait(minutes=15)
    [_, nour] = (await _sheet(hall, playing)).seats
    assert [(one.kind, one.minutes) for one in nour.days] == [("before", 0), ("day", 15)]


async def test_an_excuse_of_the_game_shows_as_excused(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=2)
    await playing.by_staff(ExcuseSeat(playing.seats[1], "Entretien"))
    await playing.by_staff(c.EndDay(1))
    assert [one.days[0].kind for one in (await _sheet(hall, playing)).seats] == ["absent", "excused"]


async def test_a_correction_has_an_author_and_a_reason_and_can_be_taken_back(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=1)
    seat = playing.people[0].seat
    await hall.hours.correct(hall.lea, playing.group.id, seat, 1, (240, False, "Téléphone éteint"))
    [told] = [one.days[0] for one in (await _sheet(hall, playing)).seats]
    assert told.correction is not None
    assert (told.minutes, told.recorded, told.correction.reason) == (240, 0, "Téléphone éteint")
    assert told.correction.by_name == "Léa Morel"
    hall.wait(seconds=1)
    await hall.hours.correct(hall.lea, playing.group.id, seat, 1, (None, False, "Erreur de ma part"))
    [told] = [one.days[0] for one in (await _sheet(hall, playing)).seats]
    assert (told.minutes, told.correction) == (0, None)


async def test_a_correction_without_a_reason_or_elsewhere_is_refused(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=1)
    seat, group = playing.people[0].seat, playing.group.id
    for code, place, wanted in (
        ("bad_reason", (seat, 1), (60, False, "  ")),
        ("bad_minutes", (seat, 1), (901, False, "Trop")),
        ("unknown_day", (seat, 9), (60, False, "Jour")),
        ("unknown_seat", (group, 1), (60, False, "Place")),
    ):
        with refused(code):
            await hall.hours.correct(hall.lea, group, place[0], place[1], wanted)
    with refused("role_missing"):
        counsellor = replace(hall.lea, roles=frozenset({"counsellor"}))
        await hall.hours.correct(counsellor, group, seat, 1, (60, False, "Rôle"))


async def test_a_manager_alone_sees_hours_without_surnames(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=1)
    await hall.house.world.groups.link(hall.lea, playing.people[0].seat, PersonLink("Benali", "1234"))
    manager = replace(hall.lea, roles=frozenset({"manager"}))
    [mine] = (await _sheet(hall, playing)).seats
    [theirs] = (await hall.hours.sheet(manager, playing.group.id)).seats
    assert (mine.surname, mine.file_number) == ("Benali", "1234")
    assert (theirs.surname, theirs.file_number) == (None, None)


async def test_the_file_opens_in_a_spreadsheet_and_runs_nothing(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=1)
    seat = playing.people[0].seat
    await hall.house.world.groups.link(hall.lea, seat, PersonLink('=HYPERLINK("http://mal.example")', "+33;1"))
    await hall.hours.correct(hall.lea, playing.group.id, seat, 1, (60, False, "@SUM(1+1)*cmd|' /C calc'!A0"))
    data = hours_file(await _sheet(hall, playing)).decode()
    assert data.startswith(BOM)
    rows = list(csv.reader(io.StringIO(data.removeprefix(BOM)), delimiter=";"))
    assert tuple(rows[0]) == HEAD
    assert rows[1][:3] == ["Inaya", '\'=HYPERLINK("http://mal.example")', "'+33;1"]
    assert rows[1][9] == "'@SUM(1+1)*cmd|' /C calc'!A0"
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\ta", "\ra", "\na", "  =1", "\N{NO-BREAK SPACE}@a", "＝1"])
def test_every_hostile_beginning_is_defused(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Inaya", "1234", "l’écluse", "a=b", "Anne-Lise"])
def test_an_ordinary_cell_stays_as_it_is(cell: str) -> None:
    assert defused(cell) == cell


async def test_another_structure_reads_no_hours(opens: Opens) -> None:
    hall = await opens("knock")
    playing = await hall.playing(people=1)
    foreign = await hall.house.world.house("Roubaix")
    with refused("unknown_group"):
        await hall.hours.sheet(foreign.staff, playing.group.id)
