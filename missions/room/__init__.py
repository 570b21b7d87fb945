"""An escape room: one explorer sees the scene, the others hold the manuals."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.room import rules, views
from missions.room.content import Room
from missions.room.evolution import evolve
from missions.room.solver import solve
from missions.room.values import (
    CodeMissed,
    CodeSent,
    Confirm,
    Enter,
    Examine,
    Examined,
    ManualsDealt,
    MoreTime,
    Opened,
    PassTorch,
    RoomClosed,
    RoomLeft,
    RoomState,
    Send,
    TimeGiven,
    TorchHeld,
    Use,
)

KIND = MissionKind(
    name="room",
    content=Room,
    state=RoomState,
    actions={
        "examine": Examine,
        "use": Use,
        "enter": Enter,
        "send": Send,
        "pass_torch": PassTorch,
        "more_time": MoreTime,
        "confirm": Confirm,
    },
    events={
        "torch_held": TorchHeld,
        "manuals_dealt": ManualsDealt,
        "time_given": TimeGiven,
        "examined": Examined,
        "opened": Opened,
        "code_sent": CodeSent,
        "code_missed": CodeMissed,
        "room_left": RoomLeft,
        "room_closed": RoomClosed,
    },
    open=rules.open_room,
    decide=rules.decide,
    evolve=evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Room),
    deal_again=rules.deal_again,
    dues=rules.dues,
    fall_due=rules.fall_due,
    more_time=rules.more_time,
    redeal=rules.redeal,
    close=rules.close,
)
