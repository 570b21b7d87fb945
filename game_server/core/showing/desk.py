"""What the facilitators see besides: the desk and the door."""

from typing import Any

from game_server.core.decisions.setting import OpenStep, open_step
from game_server.core.decisions.staff import rungs_left
from game_server.core.ids import MissionId, SeatId
from game_server.core.mission_kind import WordRef
from game_server.core.rules import Rules
from game_server.core.scenario import Mission
from game_server.core.showing.missions import characters
from game_server.core.showing.slice import Slice
from game_server.core.state import Act, DayStatus, GroupState, MissionState, SeatStatus


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
        "hints": _ladder(step, state) if step else [],
        "plan_b": _plan_b(step, state) if step else None,
        "excused": _excused(state),
        "characters": characters(rules),
        "minutes": step.plan.minutes if step else 0,
        "moved_at": state.wall(state.mission(MissionId(step.mission)).moved) if step else None,
        "step": step.kind.staff(step.step.content, step.inner) if step else None,
        "acts": [_act(act) for act in reversed(state.acts)],
    }


def _ladder(step: OpenStep, state: GroupState) -> list[dict[str, Any]]:
    left = rungs_left(step, state.mission(step.mission))
    return [
        {"said_by": hint.said_by, "text": hint.text, "given": rung not in left}
        for rung, hint in enumerate(step.step.hints)
    ]


def _plan_b(step: OpenStep, state: GroupState) -> dict[str, Any]:
    one = state.mission(step.mission)
    return {"text": step.step.plan_b, "all": one.plan_b, "seats": list(one.plan_b_seats)}


def _excused(state: GroupState) -> list[SeatId]:
    """Of the open day, or of the next one."""
    day = state.day if state.day_status is DayStatus.OPEN else state.day + 1
    return [seat for seat, days in state.excused.items() if day in days]


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
        "plan_b": {"all": one.plan_b, "seats": list(one.plan_b_seats)},
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
        "detail": act.detail,
        "reason": WordRef(act.reason) if act.reason else None,
        "undone": act.undone,
        "undone_by": act.undone_by or None,
        "undone_reason": WordRef(act.undone_reason) if act.undone_reason else None,
    }


def all_messages(_: Rules, state: GroupState) -> Slice:
    """Everything that facilitators wrote, the oldest first: colleagues see what was written to one person."""
    return {
        "messages": [
            {
                "id": one.word,
                "at": one.at,
                "to": one.to,
                "text": WordRef(one.word),
                "said_by": one.said_by,
                "by": one.by,
                "human": one.said_by is None,
            }
            for one in state.messages
        ]
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
