"""What everyone sees of the missions: the verrière, the open step, the last words of the one before."""

from typing import Any

from game_server.core.decisions.setting import open_step
from game_server.core.decisions.staff import rungs_left
from game_server.core.mission_kind import WordRef
from game_server.core.rules import Rules
from game_server.core.scenario import Mission, Step
from game_server.core.showing.slice import Slice
from game_server.core.state import DayStatus, GivenHint, GroupState, MissionStatus


def verriere(rules: Rules, state: GroupState) -> Slice:
    """The picture of the éclats: days and panes."""
    return {
        "seed": str(state.seed),
        "days": [
            {"panes": [_pane(state, mission, day.number) for mission in day.missions]} for day in rules.scenario.days
        ],
    }


def _pane(state: GroupState, mission: Mission, day: int) -> dict[str, Any]:
    status = state.mission(mission.id).status
    if state.mission(mission.id).won:
        shown = "won"
    elif state.current == mission.id:
        shown = "now"
    elif day < state.day or (day == state.day and state.day_status is DayStatus.ENDED) or status is MissionStatus.ASIDE:
        shown = "missed"
    else:
        shown = "to_come"
    return {"mission": mission.id, "state": shown, "title": mission.title if shown != "to_come" else ""}


def mission(rules: Rules, state: GroupState) -> Slice:
    """The open step; None when nothing is open."""
    step = open_step(rules, state)
    if step is None or state.day_status is not DayStatus.OPEN:
        return None
    one = state.mission(step.mission)
    return {
        "id": step.mission,
        "title": step.plan.title,
        "brief": step.plan.brief,
        "step": one.step,
        "steps": len(step.plan.steps),
        "step_title": step.step.title,
        "kind": step.kind.name,
        "plan_b": step.step.plan_b if one.plan_b else None,
        "hints": [_hint(rules, step.step, hint) for hint in one.hints if hint.step == one.step],
        "hints_left": len(rungs_left(step, one)),
        "help_offered": one.help_offered,
        "shared": step.kind.shared(step.step.content, step.inner),
        "characters": characters(rules),
    }


def ended(rules: Rules, state: GroupState) -> Slice:
    """The last words of the step that ended last: each phone shows them until its person goes on."""
    ended = state.ended
    plan = rules.scenario.mission(ended.mission) if ended else None
    if ended is None or plan is None:
        return None
    step = plan.steps[ended.step]
    kind = rules.kinds[step.kind]
    return {
        "mission": plan.id,
        "title": plan.title,
        "step": ended.step,
        "last": ended.step + 1 == len(plan.steps),
        "act": plan.act,
        "offer": plan.offer,
        "kind": kind.name,
        "shared": kind.shared(step.content, ended.inner),
        "characters": characters(rules),
    }


def _hint(rules: Rules, step: Step, hint: GivenHint) -> dict[str, Any]:
    said_by = hint.said_by or (step.hints[hint.rung].said_by if hint.word is None else None)
    text = WordRef(hint.word) if hint.word is not None else step.hints[hint.rung].text
    return {"said_by": rules.scenario.characters[said_by].name if said_by else None, "text": text}


def characters(rules: Rules) -> dict[str, dict[str, str]]:
    """Everybody of the story: name and role, by id."""
    return {one.id: {"name": one.name, "role": one.role} for one in rules.scenario.characters.values()}
