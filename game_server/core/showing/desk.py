"""What the facilitators see besides: the desk and the door."""

from typing import Any

from game_server.core.decisions.setting import open_step
from game_server.core.ids import MissionId
from game_server.core.mission_kind import WordRef
from game_server.core.rules import Rules
from game_server.core.scenario import Mission
from game_server.core.showing.slice import Slice
from game_server.core.state import Act, GroupState, MissionState, SeatStatus


def desk(rules: Rules, state: GroupState) -> Slice:
    """Where the group is, the hints that are left, the acts."""
    step = open_step(rules, state)
    day = rules.scenario.day(state.day)
    return {
        "current": state.current,
        "missions": [
            _line(one, state.mission(one.id), number.number)
            for number in rules.scenario.days
            for one in number.missions
        ],
        "day_missions": [one.id for one in day.missions] if day else [],
        "hints": [{"said_by": hint.said_by, "text": hint.text} for hint in step.step.hints] if step else [],
        "minutes": step.plan.minutes if step else 0,
        "moved_at": state.wall(state.mission(MissionId(step.mission)).moved) if step else None,
        "step": step.kind.staff(step.step.content, step.inner) if step else None,
        "acts": [_act(act) for act in reversed(state.acts)],
    }


def _line(plan: Mission, one: MissionState, day: int) -> dict[str, Any]:
    return {
        "id": plan.id,
        "title": plan.title,
        "day": day,
        "status": one.status,
        "step": one.step,
        "steps": len(plan.steps),
        "hints": len(one.hints),
        "help_offered": one.help_offered,
    }


def _act(act: Act) -> dict[str, Any]:
    return {
        "version": act.version,
        "at": act.at,
        "act": act.act,
        "by": act.by,
        "mission": act.mission,
        "seat": act.seat,
        "number": act.number,
        "reason": WordRef(act.reason) if act.reason else None,
        "undone": act.undone,
    }


def door(_: Rules, state: GroupState) -> Slice:
    """Who waits at the door, and who was removed."""
    shown = (SeatStatus.WAITING, SeatStatus.REMOVED)
    return {
        "seats": [
            {"id": seat, "name": WordRef(one.name), "figure": one.figure, "status": one.status}
            for seat, one in state.seats.items()
            if one.status in shown
        ]
    }
