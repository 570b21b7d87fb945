"""Dates in French words, in the wall time of a site."""

from datetime import datetime
from unicodedata import normalize
from zoneinfo import ZoneInfo

NBSP = "\N{NO-BREAK SPACE}"
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def in_words(instant: datetime, time_zone: str) -> str:
    """As in « mardi 30 mars 2027 à 14 h 30 »."""
    local = instant.astimezone(ZoneInfo(time_zone))
    return f"{day_in_words(local)} à {hour_in_words(local)}"


def day_in_words(local: datetime) -> str:
    """As in « lundi 1er mars 2027 »."""
    number = "1er" if local.day == 1 else str(local.day)
    return f"{_WEEKDAYS[local.weekday()]} {number} {_MONTHS[local.month - 1]} {local.year}"


def hour_in_words(local: datetime) -> str:
    """As in « 9 h » or « 14 h 05 »."""
    minutes = f"{NBSP}{local.minute:02d}" if local.minute else ""
    return f"{local.hour}{NBSP}h{minutes}"


def of_name(name: str) -> str:
    """« de Nadia Ferrand », « d’Omar Petit »."""
    first = normalize("NFD", name[:1]).lower()[:1]
    return f"d’{name}" if first and first in "aeiouy" else f"de {name}"
