"""How the portrait ends for the group: when everyone present has answered or passed, and nobody sees which."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from game_server.core import mission_kind as core
from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting
from missions.portrait.content import Portrait
from missions.portrait.values import PortraitClosed, PortraitOpened, PortraitState, SeatAnswered, Skip, Told


def open_portrait(_content: Portrait, _setting: Setting) -> Sequence[KindValue]:
    """Let each one answer."""
    return (PortraitOpened(),)


def decide(
    content: Portrait, state: PortraitState, seat: SeatId, action: Any, setting: Setting
) -> core.Told | Declined:
    """Take note that a seat is done, and close with the last one."""
    if not isinstance(action, Skip | Told):
        return Declined("unknown_action")
    if seat in state.answered or state.closed:
        return Declined("already_answered")
    after = replace(state, answered=(*state.answered, seat))
    return core.Told((SeatAnswered(seat), *deal_again(content, after, setting)))


def deal_again(_content: Portrait, state: PortraitState, setting: Setting) -> Sequence[KindValue]:
    """Close when nobody present has still to answer; an empty room closes nothing."""
    answering = [seat for seat in setting.present if seat not in state.answered]
    return () if state.closed or answering or not setting.present else (PortraitClosed(),)


def close(_content: Portrait, _state: PortraitState, _setting: Setting) -> Sequence[KindValue]:
    """End it for the group; who has not answered can still do so from their own page."""
    return (PortraitClosed(),)


def done(_content: Portrait, state: PortraitState) -> bool:
    """It was closed."""
    return state.closed


def evolve(_content: Portrait, state: PortraitState | None, event: Any) -> PortraitState:
    """The state after an event; the first one opens it."""
    if isinstance(event, PortraitOpened):
        return PortraitState()
    if state is None:
        raise ValueError(f"{type(event).__name__} before the portrait was opened")
    match event:
        case SeatAnswered(seat):
            return replace(state, answered=(*state.answered, seat))
        case PortraitClosed():
            return replace(state, closed=True)
        case _:
            raise TypeError(f"the portrait knows no {type(event).__name__}")
