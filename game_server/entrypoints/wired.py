"""What a route needs before it begins: the process's parts, and who is at the other end."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from game_server.application.people import Player, Staff
from game_server.application.play import Receipt, Settled
from game_server.application.refusals import RefusedRequest
from game_server.core.messages import Refused
from game_server.entrypoints.cookies import player_of, staff_of
from game_server.entrypoints.parts import Parts


def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


Wired = Annotated[Parts, Depends(_parts)]


async def _player(request: Request, parts: Wired, seat: UUID) -> Player:
    return await player_of(request, parts, seat)


async def _known_player(player: Annotated[Player, Depends(_player)]) -> Player:
    player.must_be_known()
    return player


async def _staff(request: Request, parts: Wired) -> Staff:
    return await staff_of(request, parts)


async def _console(staff: Annotated[Staff, Depends(_staff)]) -> Staff:
    staff.must_be("facilitator", "manager")
    return staff


async def _facilitator(staff: Annotated[Staff, Depends(_staff)]) -> Staff:
    staff.must_be("facilitator")
    return staff


async def _counsellor(staff: Annotated[Staff, Depends(_staff)]) -> Staff:
    staff.must_be("counsellor")
    return staff


Me = Annotated[Player, Depends(_player)]
"""The player of the seat in the address."""
KnownMe = Annotated[Player, Depends(_known_player)]
"""The same, on a phone already known: what is private opens nowhere else."""
ByStaff = Annotated[Staff, Depends(_staff)]
OnConsole = Annotated[Staff, Depends(_console)]
ByFacilitator = Annotated[Staff, Depends(_facilitator)]
ByCounsellor = Annotated[Staff, Depends(_counsellor)]


def refused_by_game(parts: Parts, refusal: Refused) -> RefusedRequest:
    """A refusal of the game as an answer to a request."""
    return RefusedRequest(refusal.code, parts.texts.sentence(refusal), refusal.details)


def stored(parts: Parts, answer: Receipt | Settled | Refused) -> Receipt | Settled:
    """The answer of the game, or its refusal raised."""
    if isinstance(answer, Refused):
        raise refused_by_game(parts, answer)
    return answer
