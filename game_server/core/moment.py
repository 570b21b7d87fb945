"""What the outside world lends to one decision: time, luck and who is there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import TypeVar

from game_server.core.ids import SeatId

Piece = TypeVar("Piece")
Name = TypeVar("Name", bound=str)


@dataclass(frozen=True, slots=True)
class Moment:
    """The instant of a decision (aware, UTC), 64 bits of luck, and the seats whose page is open."""

    at: datetime
    luck: int
    present: tuple[SeatId, ...] = ()


def shuffled(items: Iterable[Name], luck: int, purpose: str) -> tuple[Name, ...]:
    """The items in an order that `luck` and `purpose` alone decide: the same on every machine, for ever."""
    return tuple(sorted(items, key=lambda item: _digest(luck, purpose, item)))


def dealt(pieces: Sequence[Piece], seats: Sequence[SeatId], luck: int) -> dict[SeatId, tuple[Piece, ...]]:
    """Give every piece to somebody, as evenly as the numbers allow; nobody holds anything when `seats` is empty."""
    order = shuffled(seats, luck, "deal")
    return {seat: tuple(pieces[place :: len(order)]) for place, seat in enumerate(order)}


def _digest(luck: int, purpose: str, item: str) -> bytes:
    return blake2b(f"{luck}/{purpose}/{item}".encode(), digest_size=8).digest()
