"""The one door through which state leaves: named slices, whole, each for one audience."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from game_server.core.decisions.setting import open_step
from game_server.core.ids import MissionId, SeatId
from game_server.core.mission_kind import WordRef
from game_server.core.rules import Mission, Rules
from game_server.core.state import Act, DayStatus, GroupState, MissionState, MissionStatus, SeatStatus

EVERYONE = "everyone"
STAFF = "staff"
Slice = Mapping[str, Any] | None


def seat_audience(seat: SeatId) -> str:
    """The audience that is one seat."""
    return f"seat:{seat}"


@dataclass(frozen=True, slots=True)
class SliceRule:
    """A slice: its name, whom it is for, what it is built from, and the parts of the state it reads.

    When every part is the very same object in two states, the slice is the same and need not be built.
    """

    name: str
    audience: str
    reads: Callable[[GroupState], tuple[object, ...]]
    build: Callable[[Rules, GroupState], Slice]


def slices(rules: Rules, state: GroupState) -> Iterator[SliceRule]:
    """Every slice of this group, for everyone, for staff, and for each seat."""
    yield SliceRule("group", EVERYONE, _days_and_pause, _group)
    yield SliceRule("seats", EVERYONE, lambda one: (one.seats,), _seats)
    yield SliceRule("verriere", EVERYONE, lambda one: (one.missions, one.current, one.day_status), _verriere)
    yield SliceRule("mission", EVERYONE, lambda one: (one.missions, one.current, one.day_status), _mission)
    yield SliceRule("ended", EVERYONE, lambda one: (one.ended,), _ended)
    yield SliceRule("offers", EVERYONE, lambda one: (one.unlocked,), _offers)
    yield SliceRule("desk", STAFF, lambda one: (one.missions, one.current, one.day, one.day_status, one.acts), _desk)
    yield SliceRule("door", STAFF, lambda one: (one.seats,), _door)
    for rule in rules.rewards:
        yield SliceRule(rule.name, EVERYONE, _read_rewards, _show_reward(rule.name))
    for seat in state.seats:
        yield SliceRule("mine", seat_audience(seat), _read_mine, _mine(seat))


def _days_and_pause(state: GroupState) -> tuple[object, ...]:
    return (state.day, state.day_status, state.paused_at, state.paused_for, state.calendar)


def _read_rewards(state: GroupState) -> tuple[object, ...]:
    return (state.rewards, state.missions, state.unlocked, state.day, state.day_status)


def _read_mine(state: GroupState) -> tuple[object, ...]:
    return (state.missions, state.current, state.seats)


def _group(rules: Rules, state: GroupState) -> Slice:
    scenario, day = rules.scenario, rules.scenario.day(state.day)
    upcoming = state.calendar.day(state.day + 1)
    return {
        "title": scenario.title,
        "pitch": scenario.pitch,
        "days": len(scenario.days),
        "day": state.day,
        "day_status": state.day_status,
        "day_title": day.title if day else "",
        "opening": day.opening if day else "",
        "closing": day.closing if day else "",
        "paused": state.paused_at is not None,
        "clock_start": state.created_at + timedelta(seconds=state.paused_for),
        "time_zone": state.calendar.time_zone,
        "calendar": [
            {"number": one.number, "on": one.on, "opens": one.opens, "closes": one.closes}
            for one in state.calendar.days
        ],
        "next": {"day": upcoming.number, "at": state.calendar.opening(upcoming.number)} if upcoming else None,
    }


def _seats(_: Rules, state: GroupState) -> Slice:
    table = [
        (seat, one) for seat, one in state.seats.items() if one.status not in (SeatStatus.WAITING, SeatStatus.REMOVED)
    ]
    return {
        "seats": [
            {"id": seat, "name": WordRef(one.name), "figure": one.figure, "status": one.status} for seat, one in table
        ]
    }


def _verriere(rules: Rules, state: GroupState) -> Slice:
    return {
        "seed": str(state.seed),
        "days": [
            {"panes": [_pane(state, mission, day.number) for mission in day.missions]} for day in rules.scenario.days
        ],
    }


def _pane(state: GroupState, mission: Mission, day: int) -> dict[str, Any]:
    status = state.mission(mission.id).status
    if status is MissionStatus.DONE:
        shown = "won"
    elif state.current == mission.id:
        shown = "now"
    elif day < state.day or (day == state.day and state.day_status is DayStatus.ENDED) or status is MissionStatus.ASIDE:
        shown = "missed"
    else:
        shown = "to_come"
    return {"mission": mission.id, "state": shown, "title": mission.title if shown != "to_come" else ""}


def _mission(rules: Rules, state: GroupState) -> Slice:
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
        "plan_b": step.step.plan_b,
        "hints": [
            _hint(rules, step.plan, hint.step, hint.rung, hint.word) for hint in one.hints if hint.step == one.step
        ],
        "hints_left": len(step.step.hints)
        - sum(1 for hint in one.hints if hint.step == one.step and hint.word is None),
        "help_offered": one.help_offered,
        "shared": step.kind.shared(step.step.content, step.inner),
        "characters": {one.id: {"name": one.name, "role": one.role} for one in rules.scenario.characters.values()},
    }


def _ended(rules: Rules, state: GroupState) -> Slice:
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
    }


def _hint(rules: Rules, plan: Mission, step: int, rung: int, word: Any) -> dict[str, Any]:
    if word is not None:
        return {"said_by": None, "text": WordRef(word)}
    hint = plan.steps[step].hints[rung]
    return {"said_by": rules.scenario.characters[hint.said_by].name, "text": hint.text}


def _offers(rules: Rules, state: GroupState) -> Slice:
    cards = [(rules.scenario.offers[offer], day) for offer, day in state.unlocked]
    return {
        "total": sum(len(day.missions) for day in rules.scenario.days),
        "unlocked": [
            {
                "id": card.id,
                "title": card.title,
                "family": card.family,
                "text": card.text,
                "who": card.who,
                "facts": list(card.facts),
                "path_step": card.path_step,
                "day": day,
            }
            for card, day in cards
        ],
    }


def _show_reward(name: str) -> Callable[[Rules, GroupState], Slice]:
    def build(rules: Rules, state: GroupState) -> Slice:
        rule = next(rule for rule in rules.rewards if rule.name == name)
        return rule.show(rules.scenario, state, state.rewards[name])

    return build


def _mine(seat: SeatId) -> Callable[[Rules, GroupState], Slice]:
    def build(rules: Rules, state: GroupState) -> Slice:
        step = open_step(rules, state)
        private = step.kind.private(step.step.content, step.inner, seat) if step else None
        here = step and {"mission": step.mission, "step": state.mission(step.mission).step, "private": private}
        return {"seat": seat, "status": state.seats[seat].status, "here": here or None}

    return build


def _desk(rules: Rules, state: GroupState) -> Slice:
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
        "moved_at": state.mission(MissionId(step.mission)).moved if step else 0.0,
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


def _door(_: Rules, state: GroupState) -> Slice:
    shown = (SeatStatus.WAITING, SeatStatus.REMOVED)
    return {
        "seats": [
            {"id": seat, "name": WordRef(one.name), "figure": one.figure, "status": one.status}
            for seat, one in state.seats.items()
            if one.status in shown
        ]
    }
