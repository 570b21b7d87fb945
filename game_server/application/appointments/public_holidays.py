"""Days when a Mission Locale is closed by law, in each part of France."""

from datetime import date
from functools import lru_cache

import holidays

PROFILES = {
    "metropole": None,
    "alsace-moselle": "6AE",
    "guadeloupe": "971",
    "martinique": "972",
    "guyane": "973",
    "la-reunion": "974",
    "mayotte": "976",
    "saint-barthelemy": "BL",
    "saint-martin": "MF",
    "saint-pierre-et-miquelon": "PM",
    "nouvelle-caledonie": "NC",
    "polynesie-francaise": "PF",
    "wallis-et-futuna": "WF",
}
"""Each profile that a site may have, and its subdivision in the `holidays` library."""

# The library also lists customary days of the Antilles (mid-Lent, Good Friday, Victor Schoelcher). The labour code
# (L3422-2, decree 83-1003) adds one day only to the national ones, so offices are open on the others.
_ONE_LEGAL_DAY = {"guadeloupe": (5, 27), "martinique": (5, 22), "saint-martin": (5, 28)}


@lru_cache(maxsize=256)
def public_holidays(profile: str, year: int) -> frozenset[date]:
    """The public holidays of one year; `KeyError` when the profile is not one of `PROFILES`."""
    subdivision = PROFILES[profile]
    if profile in _ONE_LEGAL_DAY:
        return frozenset(holidays.country_holidays("FR", years=year)) | {date(year, *_ONE_LEGAL_DAY[profile])}
    return frozenset(holidays.country_holidays("FR", subdiv=subdivision, years=year))


def holidays_between(profile: str, first: date, last: date) -> frozenset[date]:
    """The public holidays of every year from `first` to `last`."""
    return frozenset().union(*(public_holidays(profile, year) for year in range(first.year, last.year + 1)))
