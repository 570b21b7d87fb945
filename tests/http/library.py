"""What the tests play: one day with a riddle, then an appointment, and the smallest game beside it."""

from dataclasses import replace

from game_server.application.live_groups import Library
from game_server.core.ids import MissionId, OfferId, StepId
from game_server.core.rules import Rules
from game_server.core.scenario import Mission, Step
from missions.appointment import KIND as APPOINTMENT
from missions.riddle import KIND as RIDDLE
from tests.core.small_game import HINT, RULES, SCENARIO

KINDS = {**RULES.kinds, "riddle": RIDDLE, "appointment": APPOINTMENT}


def _mission(name: str, kind: str, offer: str) -> Mission:
    step = Step(StepId(f"{name}-0"), kind, name.title(), KINDS[kind].example(), (HINT,), "Sur la table.")
    return Mission(MissionId(name), name.title(), "Jouez.", "Un acte.", OfferId(offer), (step,), 30)


_FIRST = replace(
    SCENARIO.days[0],
    missions=(_mission("riddle", "riddle", "offer-m1"), _mission("meeting", "appointment", "offer-m2")),
)
HOUSE = replace(SCENARIO, pack="maison", title="Maison", days=(_FIRST, SCENARIO.days[1]))
LIBRARY: Library = {
    ("petit", 1): Rules(SCENARIO, KINDS, RULES.rewards),
    ("maison", 1): Rules(HOUSE, KINDS, RULES.rewards),
}
