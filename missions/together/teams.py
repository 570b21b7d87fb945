"""Who stands where: places are taken by those present, kept as long as somebody stays, and never waited for once empty."""

from collections import Counter
from collections.abc import Sequence

from game_server.core.ids import SeatId
from game_server.core.moment import shuffled
from missions.together.values import Teams

FEWEST_PLACES = 2
IN_A_PLACE = 2
"""How many people a place gets at least, as soon as there are enough for two places."""


def first_teams(places: Sequence[str], present: Sequence[SeatId], luck: int) -> Teams:
    """Those present, shared out over the first places: at least two of them, in pairs or more when there are enough."""
    number = max(FEWEST_PLACES, min(len(places), len(present) // IN_A_PLACE))
    order = shuffled(present, luck, "places")
    return _sorted({seat: places[turn % number] for turn, seat in enumerate(order)})


def teams_again(teams: Teams, places: Sequence[str], present: Sequence[SeatId], luck: int) -> Teams | None:
    """The teams once those who left are gone and those who came have a place; None when nothing changes.

    Nobody changes place, unless all who are left stand in the same one: then half of them take another.
    """
    if not present:
        return None
    new = {seat: teams[seat] for seat in present if seat in teams}
    if not new:
        return first_teams(places, present, luck)
    order = shuffled(present, luck, "places")
    for seat in order:
        if seat not in new:
            new[seat] = _smallest(new, places)
    if len(set(new.values())) < FEWEST_PLACES:
        other = next(place for place in places if place not in new.values())
        new |= dict.fromkeys(order[: len(order) // 2], other)
    after = _sorted(new)
    return None if after == teams else after


def _smallest(teams: Teams, places: Sequence[str]) -> str:
    sizes = Counter(teams.values())
    if len(sizes) < FEWEST_PLACES:
        return next(place for place in places if place not in sizes)
    return min((place for place in places if place in sizes), key=lambda place: sizes[place])


def _sorted(teams: Teams) -> Teams:
    return dict(sorted(teams.items()))
