"""A group in the middle and at the end of the ten days, as papers see it, without playing it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

from game_server.application.hours.sheet import Correction, DayHours, GameDay, HoursSheet, SeatHours, WeekHours, week_of
from game_server.application.papers.scene import Scene
from game_server.application.people import Door, Group
from game_server.application.plug_ins import find_kinds, find_rewards
from game_server.core.calendar import Calendar, PlannedDay
from game_server.core.ids import SeatId, WordId
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState, MissionState, MissionStatus, Seat, SeatStatus
from rewards.bravos.values import Bravo, Bravos
from scenarios.compiler import load_packs

PACKS = Path(__file__).parents[2] / "scenarios" / "packs"
SEAT = UUID(int=7)
FIRST_DAY = date(2027, 3, 3)
NOW = datetime(2027, 3, 13, 9, 30, tzinfo=UTC)
HOSTILE = "#box[*Inaya*] $x$ @a <b> \\ `c` אבג 🦊"


@cache
def rules() -> Rules:
    kinds = find_kinds()
    return Rules(load_packs(PACKS, kinds)["tempo_2050", 1], kinds, find_rewards())


def group(name: str = "Halage") -> Group:
    return Group(
        UUID(int=1), UUID(int=2), UUID(int=3), name, "tempo_2050", "1", FIRST_DAY, "Europe/Paris", 42, "KRTW82HM", NOW
    )


def scene(day: int, *, name: str = "Halage", seed: int = 42) -> Scene:
    """Everything of the days up to `day` was done, but one mission of the second day, which was set aside."""
    scenario = rules().scenario
    planned = tuple(
        PlannedDay(one.number, FIRST_DAY + timedelta(days=one.number - 1), time(14), time(16)) for one in scenario.days
    )
    missions = {
        one.id: MissionState(MissionStatus.DONE, asked_for_help=int(place == 0), with_seats=(SeatId(str(SEAT)),))
        for past in scenario.days[:day]
        for place, one in enumerate(past.missions)
    }
    missions[scenario.days[1].missions[1].id] = MissionState(MissionStatus.ASIDE)
    done = [one for one in missions if missions[one].status is MissionStatus.DONE]
    state = GroupState(
        version=1, at=NOW, created_at=NOW, pack="tempo_2050", edition=1, fingerprint="", seed=seed,
        calendar=Calendar("Europe/Paris", planned), day=day, day_status=DayStatus.ENDED, missions=missions,
        unlocked=tuple((scenario.mission(one).offer, scenario.day_of(one).number) for one in done),
        came={SeatId(str(SEAT)): tuple(range(1, day + 1))},
        rewards={rule.name: rule.start() for rule in rules().rewards},
    )  # fmt: skip
    return Scene(group(name), rules(), state)


def seated(one: Scene) -> Scene:
    """The same with the person at the table, and three bravos, two of them alike."""
    mine = SeatId(str(SEAT))
    bravos = Bravos(
        tuple(Bravo(day, mine, what, by=SeatId("x")) for day, what in ((1, "asked"), (2, "asked"), (3, "room")))
    )
    state = replace(
        one.state, seats={mine: Seat(WordId("w"), 1, SeatStatus.HERE)}, rewards={**one.state.rewards, "bravos": bravos}
    )
    return replace(one, state=state)


DOOR = Door(UUID(int=1), UUID(int=2), "H7KM2PQX", datetime(2027, 3, 3, 13, 15, tzinfo=UTC))


def sheet(*, people: int = 1, surname: str | None = "Benali", first_name: str = "Inaya") -> HoursSheet:
    """Ten days with a weekend in the middle, an absence, an excuse and a correction."""
    dates = [FIRST_DAY + timedelta(days=place) for place in range(10)]
    days = tuple(GameDay(place, on, week_of(on), on.weekday() >= 5) for place, on in enumerate(dates, 1))
    seats = tuple(_seat(days, UUID(int=SEAT.int + place), first_name, surname) for place in range(people))
    return HoursSheet(
        "Mission Locale de Lille", "Lille centre, 5 rue des Lilas", "Halage", "Europe/Paris", NOW, days, seats
    )


def _seat(days: tuple[GameDay, ...], seat: UUID, first_name: str, surname: str | None) -> SeatHours:
    told = tuple(_hours(seat, day) for day in days)
    weeks = tuple(
        WeekHours(
            week,
            sum(one.minutes for one, day in zip(told, days, strict=True) if day.week == week),
            sum(one.minutes for one, day in zip(told, days, strict=True) if day.week == week and day.voluntary),
        )
        for week in dict.fromkeys(day.week for day in days)
    )
    return SeatHours(seat, first_name, surname, "59-2027-0142", told, weeks)


def _hours(seat: UUID, day: GameDay) -> DayHours:
    if day.voluntary:
        return DayHours(day.number, 150 if day.number == 4 else 0, 150 if day.number == 4 else 0, "voluntary")
    if day.number == 2:
        fix = Correction(
            seat, 2, 120, False, "Téléphone déchargé, présente toute la séance", UUID(int=9), "Léa Morel", NOW
        )
        return DayHours(2, 120, 85, "day", fix)
    if day.number in (6, 7):
        return DayHours(day.number, 0, 0, "excused" if day.number == 6 else "absent")
    return DayHours(day.number, 118, 118, "day")
