"""Who holds which pieces: dealt to those present, and dealt again when somebody comes or goes."""

from collections.abc import Collection, Mapping, Sequence

from game_server.core.ids import SeatId
from game_server.core.moment import dealt, shuffled

Hands = Mapping[SeatId, tuple[str, ...]]
"""The pieces of each seat that holds any."""


def first_deal(pieces: Sequence[str], present: Sequence[SeatId], luck: int) -> Hands:
    """Every piece given to somebody present, as evenly as the numbers allow."""
    return _holding(dealt(shuffled(pieces, luck, "pieces"), present, luck))


def deal_again(
    hands: Hands, pieces: Sequence[str], present: Sequence[SeatId], luck: int, placed: Collection[str] = ()
) -> Hands | None:
    """The hands once the pieces of absent seats went to those present; None when nothing has to move.

    A seat that holds nothing takes a piece from the seat that holds most, never its last one and never one that is `placed`.
    """
    if not present:
        return None
    order = shuffled(present, luck, "again")
    new = {seat: hands.get(seat, ()) for seat in order}
    held = {piece for mine in new.values() for piece in mine}
    for piece in pieces:
        if piece not in held:
            lightest = min(order, key=lambda seat: len(new[seat]))
            new[lightest] = (*new[lightest], piece)
    for seat in order:
        if not new[seat]:
            _take_one(new, seat, placed)
    after = _holding(new)
    return None if after == hands else after


def handed_on(
    hands: Hands, pieces: Sequence[str], present: Sequence[SeatId], luck: int, placed: Collection[str] = ()
) -> Hands | None:
    """Every piece in the hands of somebody else of those present; None when there are no pieces, or nobody to hand them to."""
    if len(present) < 2 or not pieces:  # noqa: PLR2004 - one hands to another
        return None
    dealt_now = deal_again(hands, pieces, present, luck, placed)
    whole = hands if dealt_now is None else dealt_now
    order = shuffled(present, luck, "on")
    return _holding({seat: whole.get(order[place - 1], ()) for place, seat in enumerate(order)})


def _take_one(hands: dict[SeatId, tuple[str, ...]], seat: SeatId, placed: Collection[str]) -> None:
    heaviest = max(hands, key=lambda one: len(hands[one]))
    free = [piece for piece in hands[heaviest] if piece not in placed]
    if len(hands[heaviest]) > 1 and free:
        hands[seat] = (free[-1],)
        hands[heaviest] = tuple(piece for piece in hands[heaviest] if piece != free[-1])


def _holding(hands: Mapping[SeatId, tuple[str, ...]]) -> Hands:
    return {seat: mine for seat, mine in sorted(hands.items()) if mine}
