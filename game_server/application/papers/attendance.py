"""Hours on paper: one person's attestation and the sheet of a group. Official papers: not a word of the story."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from game_server.application.appointments.french import NBSP
from game_server.application.hours.sheet import DayHours, GameDay, HoursSheet, Kind, SeatHours
from game_server.application.papers.french import between_words, date_words, day_words, duration_words, week_words
from game_server.application.papers.paper import Paper
from game_server.application.refusals import RefusedRequest

KINDS: Mapping[Kind, str] = {
    "day": "Présence",
    "voluntary": "Sortie volontaire",
    "excused": "Absence excusée",
    "absent": "Absence",
}
"""What an attestation speaks of; a day that is to come, or before somebody came, is not in it."""
SHORT: Mapping[Kind, str] = {
    "excused": "exc.",
    "absent": "abs.",
    "voluntary": "–",
    "before": "–",
    "to_come": "–",
    "day": "–",
}
LEGEND = (
    f"abs.{NBSP}: absence. exc.{NBSP}: absence excusée. Les jours marqués d’un v sont des sorties volontaires "
    f"de fin de semaine{NBSP}: n’y avoir pas été n’est pas une absence."
)


def attestation(sheet: HoursSheet, seat: UUID, first_name: str | None = None) -> Paper:
    """One person's attestation; `first_name` is the civil one, when it is given.

    Refuses `unknown_seat`, and `surname_missing` while staff have not said who it is.
    """
    person = next((one for one in sheet.seats if one.seat == seat), None)
    if person is None:
        raise RefusedRequest("unknown_seat", "Cette place n’est pas dans ce groupe. Rechargez la liste.")
    if not person.surname:
        sentence = "Le nom de famille manque. Ajoutez-le dans la fiche de cette personne, puis recommencez."
        raise RefusedRequest("surname_missing", sentence)
    told = [(day, hours) for day, hours in zip(sheet.days, person.days, strict=True) if _tells(hours)]
    made_on = sheet.made_at.astimezone(ZoneInfo(sheet.time_zone)).date()
    says = {
        "structure": sheet.structure,
        "site": sheet.site,
        "group": sheet.group,
        "between": between_words([one.on for one in sheet.days]),
        "person": list(_person(person, first_name)),
        "days": [_day(day, hours) for day, hours in told],
        "weeks": [_week(one.week, one.minutes, one.voluntary) for one in person.weeks if one.minutes],
        "total": _week("Total", person.minutes, person.voluntary),
        "corrected": any(hours.correction is not None for _day_of, hours in told),
        "has_voluntary": any(day.voluntary for day in sheet.days),
        "made_on": date_words(made_on),
    }
    title = f"Attestation de présence, {first_name or person.first_name} {person.surname}"
    return Paper("attestation", title, made_on, says)


def _tells(hours: DayHours) -> bool:
    return hours.kind in KINDS and (hours.kind != "voluntary" or hours.minutes > 0)


def _person(person: SeatHours, first_name: str | None) -> Iterator[tuple[str, str]]:
    yield "Nom", person.surname or ""
    yield "Prénom", first_name or person.first_name
    if person.file_number:
        yield "Numéro de dossier", person.file_number


def _day(day: GameDay, hours: DayHours) -> Mapping[str, str]:
    return {
        "on": day_words(day.on),
        "duration": duration_words(hours.minutes),
        "kind": KINDS[hours.kind],
        "note": _note(hours),
    }


def _note(hours: DayHours) -> str:
    correction = hours.correction
    if correction is None:
        return ""
    recorded = f"Durée corrigée, {duration_words(hours.recorded)} relevées. " if hours.minutes != hours.recorded else ""
    return f"{recorded}Motif{NBSP}: {correction.reason}"


def _week(week: str, minutes: int, voluntary: int) -> Mapping[str, str]:
    name = week_words(week) if "-W" in week else week
    split = {"presence": minutes - voluntary, "voluntary": voluntary, "all": minutes}
    return {"name": name, **{part: duration_words(one) for part, one in split.items()}}


def hours_paper(sheet: HoursSheet) -> Paper:
    """The sheet of the whole group, for staff."""
    made_on = sheet.made_at.astimezone(ZoneInfo(sheet.time_zone)).date()
    dates = [one.on for one in sheet.days]
    title = f"Heures du groupe {sheet.group}"
    says = {
        "structure": sheet.structure,
        "heading": title,
        "between": f"{between_words(dates).capitalize()}.",
        "made_on": date_words(made_on),
        "columns": [_column(one) for one in sheet.days],
        "rows": [_row(one) for one in sheet.seats],
        "notes": [note for one in sheet.seats for note in _notes(one, sheet.days)],
        "legend": LEGEND,
    }
    return Paper("hours", title, made_on, says)


def _column(day: GameDay) -> str:
    return f"{_short(day.on)}{NBSP}v" if day.voluntary else _short(day.on)


def _short(on: date) -> str:
    return f"{on.day:02d}/{on.month:02d}"


def _row(seat: SeatHours) -> Mapping[str, Any]:
    cells = [duration_words(one.minutes) if one.minutes else SHORT[one.kind] for one in seat.days]
    return {
        "name": _name(seat),
        "days": cells,
        "presence": duration_words(seat.minutes - seat.voluntary),
        "voluntary": duration_words(seat.voluntary),
    }


def _name(seat: SeatHours) -> str:
    return f"{seat.first_name} {seat.surname}" if seat.surname else seat.first_name


def _notes(seat: SeatHours, days: Sequence[GameDay]) -> Iterator[str]:
    for day, hours in zip(days, seat.days, strict=True):
        if hours.correction is not None:
            yield f"{_name(seat)}, {date_words(day.on)}, {duration_words(hours.minutes)}. {_note(hours)}"
