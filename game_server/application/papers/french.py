"""Dates, durations and lists as a paper says them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from game_server.application.appointments.french import NBSP, day_in_words

LAST_DAY_OF_WEEK = timedelta(days=6)


def day_words(on: date) -> str:
    """As in « mardi 30 mars 2027 »."""
    return day_in_words(datetime.combine(on, time()))


def date_words(on: date) -> str:
    """As in « 30 mars 2027 »."""
    return day_words(on).split(" ", 1)[1]


def between_words(days: Sequence[date]) -> str:
    """As in « du 1er mars 2027 au 10 mars 2027 », or « le 1er mars 2027 » for a single day."""
    first, last = days[0], days[-1]
    return f"le {date_words(first)}" if first == last else f"du {date_words(first)} au {date_words(last)}"


def week_words(week: str) -> str:
    """As in « Semaine 48, du 23 novembre 2026 au 29 novembre 2026 », from « 2026-W48 »."""
    year, number = (int(part) for part in week.split("-W"))
    monday = date.fromisocalendar(year, number, 1)
    return f"Semaine{NBSP}{number}, {between_words((monday, monday + LAST_DAY_OF_WEEK))}"


def duration_words(minutes: int) -> str:
    """As in « 2 h » or « 1 h 05 »."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}{NBSP}h{NBSP}{rest:02d}" if rest else f"{hours}{NBSP}h"


def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    head, end, _ = text.partition(". ")
    return f"{head}." if end else head
