"""Between the rows of hours and terms and the records of the application."""

from datetime import date, time, timedelta
from uuid import UUID, uuid4

from game_server.adapters.postgres.appointments_tables import CalendarRow, ExceptionRow, OpeningRow, ReasonRow
from game_server.application.appointments.slots import DayException, Opening, Terms
from game_server.application.appointments.words import Kind, Mode, Reason


def reason_row(reason: Reason, staff: UUID, structure: UUID) -> ReasonRow:
    """The row of a sort of meeting."""
    return ReasonRow(
        id=uuid4(),
        structure=structure,
        staff=staff,
        kind=reason.kind.value,
        mode=reason.mode.value,
        cancel_hours=minutes(reason.cancel_before) // 60,
        **columns(reason.terms),
    )


def reason(row: ReasonRow) -> Reason:
    """The sort of meeting of a row."""
    cancel_before = timedelta(hours=row.cancel_hours)
    return Reason(row.id, Kind(row.kind), Mode(row.mode), terms(row), cancel_before)


def special_day(day: date, opens: time | None, closes: time | None) -> DayException:
    """A special day from its columns."""
    return DayException(day, None if opens is None or closes is None else (opens, closes))


def terms(row: CalendarRow | ReasonRow) -> Terms:
    """The terms of a row."""
    return Terms(
        minutes=row.minutes,
        before=timedelta(minutes=row.minutes_before),
        after=timedelta(minutes=row.minutes_after),
        step=timedelta(minutes=row.step_minutes),
        min_notice=timedelta(minutes=row.notice_minutes),
        max_ahead=timedelta(days=row.days_ahead),
        daily_cap=row.daily_cap,
    )


def columns(terms: Terms) -> dict[str, int | None]:
    """Terms as columns."""
    return {
        "minutes": terms.minutes,
        "minutes_before": minutes(terms.before),
        "minutes_after": minutes(terms.after),
        "step_minutes": minutes(terms.step),
        "notice_minutes": minutes(terms.min_notice),
        "days_ahead": terms.max_ahead.days,
        "daily_cap": terms.daily_cap,
    }


def minutes(length: timedelta) -> int:
    """Whole minutes."""
    return int(length.total_seconds() // 60)


def opening(row: OpeningRow) -> Opening:
    """The weekly hours of a row."""
    return Opening(row.weekday, row.local_start, row.local_end, row.valid_from, row.valid_to)


def exception(row: ExceptionRow) -> DayException:
    """The special day of a row."""
    return special_day(row.day, row.local_start, row.local_end)
