"""A station: a place of the town that the group finds by a code, a word, a position or plan B."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.station import rules, views
from missions.station.content import Station
from missions.station.solver import solve
from missions.station.values import (
    Arrive,
    Arrived,
    CharacterAgreed,
    Confirm,
    OptionMissed,
    SecondVoice,
    StationClosed,
    StationOpened,
    StationState,
)

KIND = MissionKind(
    name="station",
    content=Station,
    state=StationState,
    actions={"arrive": Arrive, "confirm": Confirm},
    events={
        "station_opened": StationOpened,
        "arrived": Arrived,
        "option_missed": OptionMissed,
        "second_voice": SecondVoice,
        "character_agreed": CharacterAgreed,
        "station_closed": StationClosed,
    },
    open=rules.open_station,
    decide=rules.decide,
    evolve=rules.evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Station),
    deal_again=rules.deal_again,
    close=rules.close,
)
