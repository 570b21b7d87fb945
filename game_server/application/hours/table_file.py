"""The hours as a file for a spreadsheet: UTF-8 with its mark, semicolons, and no cell that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterator

from game_server.application.hours.sheet import DayHours, GameDay, HoursSheet, Kind, SeatHours

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")
"""What a cell begins with when a spreadsheet takes it for a formula. Source: OWASP, CSV injection."""

KINDS: dict[Kind, str] = {
    "day": "présence",
    "voluntary": "sortie volontaire",
    "excused": "excusé",
    "absent": "absence",
    "before": "pas encore dans le groupe",
    "to_come": "à venir",
}
HEAD = (
    "Prénom", "Nom", "Numéro de dossier", "Jour", "Date", "Semaine", "Minutes", "Minutes relevées", "Nature",
    "Motif de correction", "Corrigé par",
)  # fmt: skip


def hours_file(sheet: HoursSheet) -> bytes:
    """The sheet as CSV, one row for a person and a day."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(HEAD)
    for seat in sheet.seats:
        rows.writerows(_rows(seat, sheet.days))
    return (BOM + text.getvalue()).encode()


def defused(cell: str) -> str:
    """The cell as a text that no spreadsheet runs, also after blanks."""
    return f"'{cell}" if cell.lstrip(" \N{NO-BREAK SPACE}").startswith(RUNS) or cell.startswith(RUNS) else cell


def _rows(seat: SeatHours, days: tuple[GameDay, ...]) -> Iterator[tuple[str | int, ...]]:
    for day, hours in zip(days, seat.days, strict=True):
        yield (*_who(seat), day.number, day.on.isoformat(), day.week, hours.minutes, hours.recorded, *_why(hours))


def _who(seat: SeatHours) -> tuple[str, str, str]:
    return defused(seat.first_name), defused(seat.surname or ""), defused(seat.file_number or "")


def _why(hours: DayHours) -> tuple[str, str, str]:
    correction = hours.correction
    reason, by = (correction.reason, correction.by_name) if correction else ("", "")
    return KINDS[hours.kind], defused(reason), defused(by)
