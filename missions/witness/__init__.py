"""A crossed evaluation: one observed fact by oneself, one by a peer, one by the tutor."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.witness import rules, views
from missions.witness.content import Witness
from missions.witness.evolution import evolve
from missions.witness.solver import solve
from missions.witness.values import (
    ChooseOwn,
    MoreTime,
    OwnChosen,
    PeerRecognised,
    PeersDealt,
    Recognise,
    TimeGiven,
    Told,
    WitnessClosed,
    WitnessOpened,
    WitnessState,
    WordsKept,
)

KIND = MissionKind(
    name="witness",
    content=Witness,
    state=WitnessState,
    actions={"self": ChooseOwn, "peer": Recognise, "more_time": MoreTime},
    events={
        "witness_opened": WitnessOpened,
        "peers_dealt": PeersDealt,
        "own_chosen": OwnChosen,
        "peer_recognised": PeerRecognised,
        "words_kept": WordsKept,
        "time_given": TimeGiven,
        "witness_closed": WitnessClosed,
    },
    open=rules.open_witness,
    decide=rules.decide,
    evolve=evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Witness),
    deal_again=rules.deal_again,
    dues=rules.dues,
    fall_due=rules.fall_due,
    more_time=rules.more_time,
    redeal=rules.redeal,
    close=rules.close,
    outside={"told": Told},
)
