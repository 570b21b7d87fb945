"""What each audience sees of the appointment: how many have chosen, never who has not, never what."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.appointment.content import Appointment
from missions.appointment.values import AppointmentState


def shared(content: Appointment, state: AppointmentState) -> Mapping[str, Any]:
    """The words of the moment, and how many have chosen."""
    return {
        "intro": content.intro,
        "prompts": list(content.prompts),
        "decided": len(state.decided),
        "done": state.closed,
        "after": content.after if state.closed else None,
    }


def private(_content: Appointment, state: AppointmentState, seat: SeatId) -> Mapping[str, Any]:
    """Whether I have chosen; what I chose stands on my own page."""
    return {"decided": seat in state.decided}


def staff(_content: Appointment, state: AppointmentState) -> Mapping[str, Any]:
    """How many have chosen."""
    return {"decided": len(state.decided), "done": state.closed}
