"""The appointment: each one chooses for oneself, and the group waits for nobody who is not there."""

from game_server.core.mission_kind import MissionKind
from missions.appointment import rules, views
from missions.appointment.content import Appointment
from missions.appointment.solver import solve
from missions.appointment.values import AppointmentClosed, AppointmentOpened, AppointmentState, Decided, SeatDecided
from missions.authoring import read_example

KIND = MissionKind(
    name="appointment",
    content=Appointment,
    state=AppointmentState,
    actions={},
    events={
        "appointment_opened": AppointmentOpened,
        "seat_decided": SeatDecided,
        "appointment_closed": AppointmentClosed,
    },
    open=rules.open_appointment,
    decide=rules.decide,
    evolve=rules.evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Appointment),
    deal_again=rules.deal_again,
    close=rules.close,
    outside={"decided": Decided},
    ends_with_day=True,
    exempt=frozenset({"one_phone_fails", "two_validate"}),
)
