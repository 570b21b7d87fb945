"""A relay: each one solves a link, and the chain makes the key."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.relay import rules, views
from missions.relay.content import Relay
from missions.relay.evolution import evolve
from missions.relay.solver import solve
from missions.relay.values import (
    CharacterAgreed,
    ChoiceMissed,
    Confirm,
    Enter,
    KeyMissed,
    LinkPassed,
    LinksDealt,
    LinkSolved,
    Pass,
    RelayClosed,
    RelayOpened,
    RelayState,
    Solve,
    VoiceGiven,
)

KIND = MissionKind(
    name="relay",
    content=Relay,
    state=RelayState,
    actions={"solve": Solve, "pass": Pass, "enter": Enter, "confirm": Confirm},
    events={
        "relay_opened": RelayOpened,
        "links_dealt": LinksDealt,
        "link_solved": LinkSolved,
        "choice_missed": ChoiceMissed,
        "link_passed": LinkPassed,
        "key_missed": KeyMissed,
        "voice_given": VoiceGiven,
        "character_agreed": CharacterAgreed,
        "relay_closed": RelayClosed,
    },
    open=rules.open_relay,
    decide=rules.decide,
    evolve=evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Relay),
    deal_again=rules.deal_again,
    redeal=rules.redeal,
    close=rules.close,
)
