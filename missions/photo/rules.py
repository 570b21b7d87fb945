"""How a proof is given: somebody shows, somebody else saw it with their own eyes; a facilitator looks later."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told
from missions.photo.content import Photo
from missions.photo.values import (
    Describe,
    PhotoClosed,
    PhotoOpened,
    PhotoState,
    ProofSeen,
    ProofShown,
    RedoAsked,
    Saw,
    Sent,
    ToRedo,
)

PHOTO_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def open_photo(_content: Photo, _setting: Setting) -> Sequence[KindValue]:
    """Let the group compose."""
    return (PhotoOpened(),)


def decide(content: Photo, state: PhotoState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Take a proof, a second pair of eyes, or a facilitator's wish."""
    match action:
        case Sent(photo):
            return _shown(seat, photo, setting) if PHOTO_ID.fullmatch(photo) else Declined("unknown_photo")
        case Describe():
            return _described(content, state, seat, setting)
        case Saw(other):
            return _seen(state, seat, other)
        case ToRedo(photo, reason):
            return _to_redo(content, state, seat, RedoAsked(seat, photo, reason))
        case _:
            return Declined("unknown_action")


def _shown(seat: SeatId, photo: str | None, setting: Setting) -> Told:
    events: list[KindValue] = [ProofShown(seat, photo)]
    if set(setting.present) <= {seat}:
        events.append(ProofSeen(seat, None))
    return Told(tuple(events))


def _described(content: Photo, state: PhotoState, seat: SeatId, setting: Setting) -> Told | Declined:
    if not content.drawing:
        return Declined("no_drawing")
    return Declined("already_there") if seat in state.proofs else _shown(seat, None, setting)


def _seen(state: PhotoState, seat: SeatId, other: SeatId) -> Told | Declined:
    if other == seat:
        return Declined("another_voice")
    return Told((ProofSeen(other, seat),)) if other in state.proofs else Declined("nothing_to_see")


def _to_redo(content: Photo, state: PhotoState, seat: SeatId, event: RedoAsked) -> Told | Declined:
    if state.proofs.get(seat) != event.photo:
        return Declined("unknown_photo")
    known = event.reason in {one.id for one in content.redo_reasons}
    return Told((event,)) if known else Declined("unknown_reason")


def deal_again(content: Photo, state: PhotoState, setting: Setting) -> Sequence[KindValue]:
    """Who is left alone with a proof shows it to a character."""
    alone = len(setting.present) == 1 and setting.present[0] in state.proofs
    return (ProofSeen(setting.present[0], None),) if alone and not done(content, state) else ()


def close(_content: Photo, _state: PhotoState, _setting: Setting) -> Sequence[KindValue]:
    """End it."""
    return (PhotoClosed(),)


def done(_content: Photo, state: PhotoState) -> bool:
    """A proof was seen, or a facilitator's word."""
    return state.seen or state.closed


def evolve(_content: Photo, state: PhotoState | None, event: Any) -> PhotoState:
    """The state after an event; the first one opens it."""
    if isinstance(event, PhotoOpened):
        return PhotoState()
    if state is None:
        raise ValueError(f"{type(event).__name__} before the photo was asked for")
    match event:
        case ProofShown(seat, photo):
            redo = {one: reason for one, reason in state.redo.items() if one != seat}
            return replace(state, proofs={**state.proofs, seat: photo}, redo=redo)
        case ProofSeen(_, by):
            return replace(state, seen=True, by_character=by is None)
        case RedoAsked(seat, _, reason):
            proofs = {one: photo for one, photo in state.proofs.items() if one != seat}
            return replace(state, proofs=proofs, redo={**state.redo, seat: reason})
        case _:
            return replace(state, closed=True)
