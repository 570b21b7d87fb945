"""The public holidays of a site by name: « Lundi de Pâques »."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import holidays

from game_server.application.appointments.public_holidays import PROFILES, public_holidays

UNNAMED = "jour férié"


@lru_cache(maxsize=256)
def holiday_names(profile: str, year: int) -> Mapping[date, str]:
    """Each public holiday of one year with its French name; `KeyError` when the profile is not one of `PROFILES`."""
    named = holidays.country_holidays("FR", subdiv=PROFILES[profile], years=year, language="fr")
    return {on: named.get(on, UNNAMED) for on in public_holidays(profile, year)}


def holiday_on(profile: str, on: date) -> str | None:
    """The name of the holiday of that date; None on any other day."""
    return holiday_names(profile, on.year).get(on)
