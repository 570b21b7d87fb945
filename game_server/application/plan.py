"""The dates of a new group: working days, the two outings on a weekend, and why when it cannot be so. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from game_server.application.appointments.french import day_in_words
from game_server.application.holiday_names import holiday_on
from game_server.core.calendar import instant
from game_server.core.scenario import Day

OUTINGS = {4: 5, 5: 6}
"""The days of the adventure that are played outside, and the weekday (Monday is 0) on which each one belongs."""
SATURDAY = 5
LONGEST_GAP = timedelta(days=3)
AHEAD = timedelta(minutes=10)
HALF_HOUR_MINUTES = 30
HALF_HOUR = timedelta(minutes=HALF_HOUR_MINUTES)
LOOK_AHEAD = 28
ONE = timedelta(days=1)
NB = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Ground:
    """Where and when the group is planned: the site's time zone and holidays, and now (UTC)."""

    time_zone: str
    holiday_profile: str
    now: datetime

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.astimezone(ZoneInfo(self.time_zone)).date()


@dataclass(frozen=True, slots=True)
class PlanDay:
    """One day as it is proposed; `holiday` is its name."""

    number: int
    title: str
    on: date
    opens: time
    closes: time
    weekend: bool
    holiday: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The proposed days. `sentences` say what is not as it should be; `better` is a first day without any of it.

    `notes` say what was arranged by itself: a public holiday that the days step over.
    """

    days: tuple[PlanDay, ...]
    sentences: tuple[str, ...]
    notes: tuple[str, ...] = ()
    better: date | None = None

    @property
    def weekend_fits(self) -> bool:
        """Whether every outing is on its weekday."""
        return all(one.on.weekday() == OUTINGS.get(one.number, one.on.weekday()) for one in self.days)


def plan(days: Sequence[Day], first: date | None, ground: Ground) -> Plan:
    """The plan from a first day; None lets the next good one be chosen. Raises ValueError past the last date there is."""
    found = proposed(days, first or ground.today + ONE, ground)
    if not found.sentences:
        return found
    begin = max(ground.today + ONE, found.days[0].on)
    coming = (proposed(days, begin + place * ONE, ground) for place in range(LOOK_AHEAD))
    better = next((one for one in coming if not one.sentences), None)
    if first is None and better is not None:
        return better
    return replace(found, better=better.days[0].on if better else None)


def proposed(days: Sequence[Day], first: date, ground: Ground) -> Plan:
    """The days from that very date on."""
    dates = _dates(days, first, ground)
    told = [_day(day, on, ground) for day, on in zip(days, dates, strict=True)]
    late = first_hour(told[0].on, (told[0].opens, told[0].closes), ground) if told else None
    sentences = [*_first_day(told, late, ground), *_gap(told), *_closed_outings(told)]
    if told and late is not None:
        told[0] = replace(told[0], opens=late)
    return Plan(tuple(told), tuple(sentences), tuple(_stepped_over(told, ground)))


def first_hour(on: date, hours: tuple[time, time], ground: Ground) -> time | None:
    """The hour at which a first day can open when its own is over: a group never opens at once by surprise.

    None when its own hour is still to come. Raises ValueError when the day closes before that.
    """
    opens, closes = hours
    if instant(on, opens, ground.time_zone) > ground.now:
        return None
    zone = ZoneInfo(ground.time_zone)
    local = (ground.now + AHEAD).astimezone(zone)
    past = timedelta(minutes=local.minute % HALF_HOUR_MINUTES, seconds=local.second, microseconds=local.microsecond)
    following = local - past + HALF_HOUR
    if on != ground.today or following.date() != on or following.time() >= closes:
        raise ValueError("the first day is over")
    return following.time().replace(tzinfo=None)


def _dates(days: Sequence[Day], first: date, ground: Ground) -> list[date]:
    if first > date.max - timedelta(days=400):
        raise ValueError("no such date")
    dates: list[date] = []
    for day in days:
        on = dates[-1] + ONE if dates else first
        wanted = OUTINGS.get(day.number)
        while dates and (on.weekday() != wanted if wanted is not None else _is_off(on, ground)):
            on += ONE
        dates.append(on)
    return dates


def _is_off(on: date, ground: Ground) -> bool:
    return on.weekday() >= SATURDAY or holiday_on(ground.holiday_profile, on) is not None


def _day(day: Day, on: date, ground: Ground) -> PlanDay:
    weekend = on.weekday() >= SATURDAY
    return PlanDay(day.number, day.title, on, day.opens, day.closes, weekend, holiday_on(ground.holiday_profile, on))


def _first_day(days: Sequence[PlanDay], late: time | None, ground: Ground) -> list[str]:
    if not days:
        return []
    first, said = days[0], []
    if late is not None:
        said.append(f"L’heure du jour 1 est passée{NB}: il ouvrira aujourd’hui à {late:%H}{NB}h{NB}{late:%M}.")
    if first.holiday is not None:
        said.append(f"Le {_words(first.on)} est férié ({first.holiday}).")
    elif _is_off(first.on, ground):
        said.append(f"Le jour 1 tombe un week-end, le {_words(first.on)}.")
    return said


def _gap(days: Sequence[PlanDay]) -> list[str]:
    """The outings wait for their weekend: from most weekdays that leaves the group for days without anything."""
    by_number = {one.number: one.on for one in days}
    before, outing = by_number.get(3), by_number.get(4)
    if before is None or outing is None or outing - before < LONGEST_GAP:
        return []
    empty = (outing - before).days - 1
    return [f"Le jour 4 attend le {_words(outing)}{NB}: {empty} jours sans mission après le jour 3."]


def _closed_outings(days: Sequence[PlanDay]) -> list[str]:
    return [
        f"Le jour {one.number}, {_words(one.on)}, est férié ({one.holiday}){NB}: des lieux seront fermés."
        for one in days
        if one.number in OUTINGS and one.holiday is not None
    ]


def _stepped_over(days: Sequence[PlanDay], ground: Ground) -> list[str]:
    """The public holidays on which the group would have played; a weekend is free anyway."""
    said = []
    for before, after in pairwise(days):
        skipped = (before.on + place * ONE for place in range(1, (after.on - before.on).days))
        for on in skipped:
            name = holiday_on(ground.holiday_profile, on)
            if name is not None and on.weekday() < SATURDAY:
                said.append(
                    f"Le {_words(on)} est férié ({name}){NB}: pas de mission ce jour-là, "
                    f"le jour {after.number} est le {_words(after.on)}."
                )
    return said


def _words(on: date) -> str:
    return day_in_words(datetime.combine(on, time(), ZoneInfo("UTC")))
