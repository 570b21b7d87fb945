"""One mission done is one éclat, and nothing takes it back.

Spec: G5 G14
"""

from game_server.core import group_events as e
from game_server.core.ids import MissionId
from rewards.eclats import RULE, Eclats, EclatWon
from tests.conformance.adventure import Adventure, scenario

STORY, GROUP = scenario(), Adventure().begins().now
DONE = e.MissionDone(MissionId("m1"))


def test_a_mission_done_lights_its_pane() -> None:
    assert RULE.react(STORY, GROUP, Eclats(), DONE) == (EclatWon(MissionId("m1")),)


def test_a_mission_done_again_adds_nothing() -> None:
    kept = RULE.evolve(Eclats(), EclatWon(MissionId("m1")))
    assert RULE.react(STORY, GROUP, kept, DONE) == ()
    assert RULE.evolve(kept, EclatWon(MissionId("m1"))) == kept


def test_nothing_but_the_end_of_a_mission_gives_one() -> None:
    others = (
        e.StepDone(MissionId("m1"), 0),
        e.HintGiven(MissionId("m1"), 0, 0),
        e.MissionOpened(MissionId("m1")),
        e.MissionSetAside(MissionId("m1")),
    )
    assert not [one for one in others if RULE.react(STORY, GROUP, Eclats(), one)]


def test_redis_shows_how_many() -> None:
    assert RULE.progress(STORY, Eclats((MissionId("m1"), MissionId("m2")))) == {"eclats": "2"}
