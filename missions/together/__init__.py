"""Together: the same gesture at the same instant, in several places."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.together import rules, views
from missions.together.content import Together
from missions.together.evolution import evolve
from missions.together.solver import solve
from missions.together.values import (
    GestureMissed,
    GroupDealt,
    InstantHeld,
    InstantMissed,
    MoreTime,
    NoLimit,
    PlaceReady,
    PlaceTapped,
    Ready,
    Tap,
    TogetherClosed,
    TogetherOpened,
    TogetherState,
    WindowChanged,
    WindowPutOff,
)

KIND = MissionKind(
    name="together",
    content=Together,
    state=TogetherState,
    actions={"ready": Ready, "tap": Tap, "more_time": MoreTime, "no_limit": NoLimit},
    events={
        "together_opened": TogetherOpened,
        "group_dealt": GroupDealt,
        "place_ready": PlaceReady,
        "place_tapped": PlaceTapped,
        "gesture_missed": GestureMissed,
        "instant_missed": InstantMissed,
        "instant_held": InstantHeld,
        "window_changed": WindowChanged,
        "window_put_off": WindowPutOff,
        "together_closed": TogetherClosed,
    },
    open=rules.open_together,
    decide=rules.decide,
    evolve=evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Together),
    deal_again=rules.deal_again,
    dues=rules.dues,
    fall_due=rules.fall_due,
    more_time=rules.more_time,
    redeal=rules.redeal,
    close=rules.close,
)
