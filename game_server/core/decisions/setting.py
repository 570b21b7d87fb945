"""What a kind is told of the world around its step."""

from typing import Any

from game_server.core.ids import MissionId
from game_server.core.mission_kind import MissionKind, Setting
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.scenario import Mission, Step
from game_server.core.state import GroupState, MissionState, MissionStatus


def setting(state: GroupState, mission: MissionId, step: int, moment: Moment) -> Setting:
    """The circumstances of a step at this moment."""
    return Setting(
        seats=state.table(),
        present=state.here(moment),
        played=state.played(moment.at),
        luck=moment.luck,
        flags=state.flags,
        errata=tuple(one.answer for one in state.errata if (one.mission, one.step) == (mission, step)),
        next_word=f"{state.version + 1}.",
    )


class OpenStep:
    """The step that the group plays now, with its plan, its kind and its state."""

    __slots__ = ("inner", "kind", "mission", "plan", "step")

    def __init__(self, rules: Rules, plan: Mission, state: MissionState) -> None:
        self.mission = plan.id
        self.plan: Mission = plan
        self.step: Step = plan.steps[state.step]
        self.kind: MissionKind[Any, Any] = rules.kinds[self.step.kind]
        self.inner: Any = state.inner


def open_step(rules: Rules, state: GroupState, mission: MissionId | None = None) -> OpenStep | None:
    """The open step of the current mission (of `mission` when given); None when nothing is open there."""
    wanted = mission or state.current
    plan = rules.scenario.mission(wanted) if wanted else None
    if plan is None or wanted != state.current:
        return None
    one = state.mission(plan.id)
    return OpenStep(rules, plan, one) if one.status is MissionStatus.OPEN and one.inner is not None else None


def begun_step(rules: Rules, state: GroupState, mission: MissionId) -> OpenStep | None:
    """The step where a mission stands that is open or set aside; None when it has not begun, or is done."""
    plan, one = rules.scenario.mission(mission), state.mission(mission)
    begun = one.status in (MissionStatus.OPEN, MissionStatus.ASIDE) and one.inner is not None
    return OpenStep(rules, plan, one) if plan is not None and begun else None
