"""The portrait: each one answers for oneself, and the group waits for nobody who is not there."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.portrait import rules, views
from missions.portrait.content import Portrait
from missions.portrait.solver import solve
from missions.portrait.values import PortraitClosed, PortraitOpened, PortraitState, SeatAnswered, Skip, Told

KIND = MissionKind(
    name="portrait",
    content=Portrait,
    state=PortraitState,
    actions={"skip": Skip},
    events={
        "portrait_opened": PortraitOpened,
        "seat_answered": SeatAnswered,
        "portrait_closed": PortraitClosed,
    },
    open=rules.open_portrait,
    decide=rules.decide,
    evolve=rules.evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Portrait),
    deal_again=rules.deal_again,
    close=rules.close,
    outside={"told": Told},
    ends_with_day=True,
    exempt=frozenset({"one_phone_fails", "two_validate"}),
)
