"""Slots: equal to a minute-by-minute reading of the rules, in every zone, across both clock changes.

Spec: B4 SC10
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game_server.application.appointments.slots import (
    MINUTE,
    Agenda,
    DayException,
    Interval,
    Opening,
    Terms,
    free_slots,
    instants,
)

ZONES = (
    "Europe/Paris",
    "Indian/Reunion",
    "America/Guadeloupe",
    "Pacific/Noumea",
    "America/Cayenne",
    "America/Miquelon",
)
STARTS = (date(2027, 3, 26), date(2027, 10, 29), date(2027, 3, 12), date(2027, 6, 7))
PLAIN = Terms(
    minutes=30,
    before=timedelta(0),
    after=timedelta(0),
    step=timedelta(minutes=30),
    min_notice=timedelta(0),
    max_ahead=timedelta(days=6),
    daily_cap=None,
)


def every_minute(first: datetime, last: datetime) -> Iterator[datetime]:
    minute = first.replace(second=0, microsecond=0)
    while minute <= last:
        yield minute
        minute += MINUTE


def hours_of(agenda: Agenda, day: date) -> list[tuple[time, time]]:
    special = [it.hours for it in agenda.exceptions if it.day == day]
    if special:
        return [it for it in special if it]
    usual = [(it.local_start, it.local_end) for it in agenda.openings if it.holds_on(day)]
    return [] if day in agenda.holidays else usual


def is_clear(agenda: Agenda, terms: Terms, start: datetime, end: datetime) -> bool:
    around = every_minute(start - terms.before, end + terms.after - MINUTE)
    within = every_minute(start, end - MINUTE)
    met = any(it.start < m + MINUTE and m < it.end for m in around for it in agenda.busy)
    return not met and not any(it.start < m + MINUTE and m < it.end for m in within for it in agenda.taken)


def starts_within(shown: list[tuple[datetime, time]], opens: time, closes: time, step: int) -> Iterator[datetime]:
    seen = set()
    for minute, face in shown:
        since = (face.hour - opens.hour) * 60 + face.minute - opens.minute
        if since >= 0 and face < closes and since % step == 0 and face not in seen:
            seen.add(face)
            yield minute


def read_minute_by_minute(agenda: Agenda, terms: Terms, now: datetime) -> list[Interval]:
    """The specification, written as slowly as possible: look at every minute and at every clock face."""
    first, last = now + terms.min_notice, now + terms.max_ahead
    faces: dict[date, list[tuple[datetime, time]]] = {}
    for minute in every_minute(first - timedelta(days=2), last + timedelta(days=2)):
        local = minute.astimezone(agenda.zone)
        faces.setdefault(local.date(), []).append((minute, local.time().replace(fold=0)))

    found = set()
    for day, shown in faces.items():
        per_day = [it for it in agenda.starts if it.astimezone(agenda.zone).date() == day]
        if terms.daily_cap is not None and len(per_day) >= terms.daily_cap:
            continue
        for opens, closes in hours_of(agenda, day):
            shut = next((m for m, face in shown if face >= closes), shown[-1][0] + MINUTE)
            for start in starts_within(shown, opens, closes, terms.step // MINUTE):
                end = start + timedelta(minutes=terms.minutes)
                if first <= start <= last and end <= shut and is_clear(agenda, terms, start, end):
                    found.add(Interval(start, end))
    return sorted(found)


def walls() -> st.SearchStrategy[time]:
    return st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))


@st.composite
def situations(
    draw: st.DrawFn, zones: Sequence[str] = ZONES, starts: Sequence[date] = STARTS
) -> tuple[Agenda, Terms, datetime]:
    zone = ZoneInfo(draw(st.sampled_from(zones)))
    start = draw(st.sampled_from(starts))
    days = st.integers(0, 6).map(lambda number: start + timedelta(days=number))
    now = datetime.combine(start, draw(walls()), tzinfo=UTC)
    pairs = st.tuples(walls(), walls()).filter(lambda pair: pair[0] < pair[1])
    openings = st.builds(
        lambda day, pair, until: Opening(day, *pair, valid_to=until), st.integers(0, 6), pairs, st.none() | days
    )
    exceptions = st.builds(DayException, days, st.none() | pairs)
    moments = st.integers(0, 6 * 24 * 12).map(lambda fives: now + timedelta(minutes=5 * fives))
    lengths = st.integers(1, 36).map(lambda fives: timedelta(minutes=5 * fives))
    intervals = st.lists(st.builds(lambda at, length: Interval(at, at + length), moments, lengths), max_size=6)
    agenda = Agenda(
        zone=zone,
        openings=draw(st.lists(openings, min_size=1, max_size=6)),
        exceptions=draw(st.lists(exceptions, max_size=2)),
        holidays=frozenset(draw(st.lists(days, max_size=1))),
        busy=draw(intervals),
        starts=draw(st.lists(moments, max_size=4)),
        taken=draw(intervals),
    )
    terms = Terms(
        minutes=draw(st.sampled_from((15, 30, 45, 60))),
        before=timedelta(minutes=draw(st.sampled_from((0, 5, 15)))),
        after=timedelta(minutes=draw(st.sampled_from((0, 10)))),
        step=timedelta(minutes=draw(st.sampled_from((15, 30, 40)))),
        min_notice=timedelta(minutes=draw(st.sampled_from((0, 90, 24 * 60)))),
        max_ahead=timedelta(days=draw(st.integers(1, 4))),
        daily_cap=draw(st.none() | st.integers(1, 2)),
    )
    return agenda, terms, now


@settings(max_examples=60, deadline=None)
@given(situations())
def test_slots_are_those_of_a_minute_by_minute_reading(situation: tuple[Agenda, Terms, datetime]):
    agenda, terms, now = situation
    assert free_slots(agenda, terms, now) == read_minute_by_minute(agenda, terms, now)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("week", [date(2027, 3, 26), date(2027, 10, 29)])
def test_in_each_zone_the_weeks_of_both_changes_are_read_the_same(zone: str, week: date):
    @settings(max_examples=10, deadline=None)
    @given(situations((zone,), (week,)))
    def equal(situation: tuple[Agenda, Terms, datetime]) -> None:
        agenda, terms, now = situation
        assert free_slots(agenda, terms, now) == read_minute_by_minute(agenda, terms, now)

    equal()


def local_starts(agenda: Agenda, day: date, terms: Terms = PLAIN) -> list[str]:
    now = datetime.combine(day - timedelta(days=1), time(), tzinfo=UTC)
    starts = [it.start.astimezone(agenda.zone) for it in free_slots(agenda, terms, now)]
    return [it.strftime("%H:%M") for it in starts if it.date() == day]


def test_a_time_that_the_clocks_skip_is_never_offered():
    agenda = Agenda(ZoneInfo("Europe/Paris"), [Opening(6, time(1, 30), time(4))])
    assert local_starts(agenda, date(2027, 3, 28)) == ["01:30", "03:00", "03:30"]


def test_of_a_time_shown_twice_the_first_is_offered_and_once():
    agenda = Agenda(ZoneInfo("Europe/Paris"), [Opening(6, time(2, 30), time(4))])
    now = datetime(2027, 10, 30, tzinfo=UTC)
    starts = [it.start for it in free_slots(agenda, PLAIN, now) if it.start.date() == date(2027, 10, 31)]
    assert starts[0] == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert local_starts(agenda, date(2027, 10, 31)) == ["02:30", "03:00", "03:30"]


def test_nine_and_thirteen_stay_nine_and_thirteen_on_both_sides_of_each_change():
    zone = ZoneInfo("Europe/Paris")
    hours = [Opening(day, time(9), time(9, 30)) for day in range(7)]
    hours += [Opening(day, time(13), time(13, 30)) for day in range(7)]
    hours += [Opening(day, time(23, 15), time(23, 45)) for day in range(7)]
    for change in (date(2027, 3, 28), date(2027, 10, 31)):
        for shift in (-1, 0, 1):
            assert local_starts(Agenda(zone, hours), change + timedelta(days=shift)) == ["09:00", "13:00", "23:15"]


def test_a_notice_that_ends_on_the_day_of_the_change_counts_real_hours():
    agenda = Agenda(ZoneInfo("Europe/Paris"), [Opening(6, time(8), time(18))])
    terms = replace(PLAIN, min_notice=timedelta(hours=24))
    now = datetime(2027, 3, 27, 9, 0, tzinfo=UTC)  # 10:00 in Paris; 24 hours later the clocks show 11:00
    assert free_slots(agenda, terms, now)[0].start.astimezone(agenda.zone).strftime("%H:%M") == "11:00"


def test_whole_days_and_floating_times_are_read_in_the_counsellors_zone():
    reunion = ZoneInfo("Indian/Reunion")
    whole = instants(date(2027, 3, 29), date(2027, 3, 30), reunion)
    assert whole == Interval(datetime(2027, 3, 28, 20, tzinfo=UTC), datetime(2027, 3, 29, 20, tzinfo=UTC))
    floating = instants(datetime(2027, 3, 29, 9), datetime(2027, 3, 29, 10), reunion)  # noqa: DTZ001
    assert floating.start == datetime(2027, 3, 29, 5, tzinfo=UTC)


def test_an_open_exception_wins_over_a_holiday_and_a_closed_one_over_the_usual_hours():
    monday, tuesday = date(2027, 3, 29), date(2027, 3, 30)
    agenda = Agenda(
        ZoneInfo("Europe/Paris"),
        [Opening(0, time(9), time(10)), Opening(1, time(9), time(10))],
        [DayException(monday, (time(14), time(15))), DayException(tuesday)],
        frozenset({monday}),
    )
    assert local_starts(agenda, monday) == ["14:00", "14:30"]
    assert local_starts(agenda, tuesday) == []
