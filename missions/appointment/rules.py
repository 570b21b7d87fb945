"""How the appointment ends for the group: when everyone present has chosen, and nobody sees another's choice."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told
from missions.appointment.content import Appointment
from missions.appointment.values import AppointmentClosed, AppointmentOpened, AppointmentState, Decided, SeatDecided


def open_appointment(_content: Appointment, _setting: Setting) -> Sequence[KindValue]:
    """Let each one choose."""
    return (AppointmentOpened(),)


def decide(
    content: Appointment, state: AppointmentState, seat: SeatId, action: Any, setting: Setting
) -> Told | Declined:
    """Take note that a seat has chosen, and close with the last one."""
    if not isinstance(action, Decided):
        return Declined("unknown_action")
    if seat in state.decided or state.closed:
        return Declined("already_decided")
    after = replace(state, decided=(*state.decided, seat))
    return Told((SeatDecided(seat), *deal_again(content, after, setting)))


def deal_again(_content: Appointment, state: AppointmentState, setting: Setting) -> Sequence[KindValue]:
    """Close when nobody present has still to choose; a group where nobody chose yet is not closed by an empty room."""
    waiting = [seat for seat in setting.present if seat not in state.decided]
    return () if state.closed or waiting or not setting.present else (AppointmentClosed(),)


def close(_content: Appointment, _state: AppointmentState, _setting: Setting) -> Sequence[KindValue]:
    """End it for the group; who has not chosen can still do so from their own page."""
    return (AppointmentClosed(),)


def done(_content: Appointment, state: AppointmentState) -> bool:
    """It was closed."""
    return state.closed


def evolve(_content: Appointment, state: AppointmentState | None, event: Any) -> AppointmentState:
    """The state after an event; the first one opens it."""
    if isinstance(event, AppointmentOpened):
        return AppointmentState()
    if state is None:
        raise ValueError(f"{type(event).__name__} before the appointment was opened")
    match event:
        case SeatDecided(seat):
            return replace(state, decided=(*state.decided, seat))
        case AppointmentClosed():
            return replace(state, closed=True)
        case _:
            raise TypeError(f"the appointment knows no {type(event).__name__}")
