"""Of whom each one tells: dealt in a ring, and dealt again without moving anybody who need not move."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from game_server.core.ids import SeatId
from game_server.core.moment import shuffled

Peers = Mapping[SeatId, SeatId]
PAIRS_ARE_AVOIDED_FROM = 4


def first_peers(present: Sequence[SeatId], luck: int) -> Peers:
    """A ring: each one tells of the next; nobody when there is only one."""
    ring = shuffled(present, luck, "ring")
    if len(ring) < 2:  # noqa: PLR2004 - a ring needs two
        return {}
    return dict(sorted((seat, ring[(place + 1) % len(ring)]) for place, seat in enumerate(ring)))


def peers_again(
    about: Peers, present: Sequence[SeatId], gave: Collection[SeatId], received: Sequence[SeatId], luck: int
) -> Peers | None:
    """The peers once those present who have still to tell each have somebody present; None when nothing moves."""
    kept = {
        seat: other
        for seat, other in about.items()
        if seat in gave or (seat in present and other in present and seat != other)
    }
    heard = Counter([*received, *(other for seat, other in kept.items() if seat not in gave)])
    for seat in shuffled([one for one in present if one not in kept and one not in gave], luck, "peers"):
        others = [one for one in present if one != seat]
        if others:
            kept[seat] = _least_heard(seat, shuffled(others, luck, seat), kept, heard)
            heard[kept[seat]] += 1
    after = dict(sorted(kept.items()))
    return None if after == dict(about) else after


def peers_turned(about: Peers, present: Sequence[SeatId], gave: Collection[SeatId], luck: int) -> Peers | None:
    """The peers once those present who have still to tell each have somebody else; None when nothing can move."""
    kept = {seat: other for seat, other in about.items() if seat in gave}
    heard = Counter(kept.values())
    for seat in shuffled([one for one in present if one not in gave], luck, "turned"):
        others = [one for one in present if one not in (seat, about.get(seat))] or [
            one for one in present if one != seat
        ]
        if others:
            kept[seat] = _least_heard(seat, shuffled(others, luck, seat), kept, heard)
            heard[kept[seat]] += 1
    after = dict(sorted(kept.items()))
    return None if after == dict(about) else after


def _least_heard(seat: SeatId, others: Sequence[SeatId], kept: Peers, heard: Mapping[SeatId, int]) -> SeatId:
    avoid = len(others) + 1 >= PAIRS_ARE_AVOIDED_FROM
    return min(others, key=lambda one: (avoid and kept.get(one) == seat, heard.get(one, 0)))
