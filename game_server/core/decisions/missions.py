"""Missions as the facilitator opens, skips and ends them, and as the group takes them up again."""

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core.decisions.days import closing
from game_server.core.decisions.reasons import noted
from game_server.core.decisions.setting import open_step
from game_server.core.ids import MissionId
from game_server.core.messages import Accepted, Actor, Refused
from game_server.core.moment import Moment
from game_server.core.planning import left_behind
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState, MissionStatus


def open_mission(
    rules: Rules, state: GroupState, command: c.OpenMission, actor: Actor, _: Moment
) -> Accepted | Refused:
    """A mission becomes the group's current one, of this day or an earlier one; another that was open is set aside."""
    day = rules.scenario.day_of(command.mission)
    if day is None:
        return Refused("unknown_mission")
    if state.day_status is not DayStatus.OPEN or day.number > state.day:
        return Refused("mission_of_another_day", {"day": day.number})
    status = state.mission(command.mission).status
    if status in (MissionStatus.OPEN, MissionStatus.DONE):
        return Refused("mission_already_open_or_done")
    before = (e.MissionSetAside(state.current),) if state.current else ()
    was = {"number": int(status is MissionStatus.ASIDE), "detail": state.current or ""}
    act, words = noted(state, "open_mission", actor, command.reason, mission=command.mission, **was)
    return Accepted((*before, e.MissionOpened(command.mission), act), words)


def take_up(rules: Rules, state: GroupState, command: c.TakeUp, _: Actor, __: Moment) -> Accepted | Refused:
    """The group takes up by itself a mission that was left behind, once nothing else waits."""
    if state.day_status is not DayStatus.OPEN:
        return Refused("no_day_open")
    if state.current is not None:
        return Refused("something_open")
    if command.mission not in {one.id for one, _day in left_behind(rules.scenario, state)}:
        return Refused("mission_not_left")
    return Accepted((e.MissionOpened(command.mission),))


def skip_mission(
    rules: Rules, state: GroupState, command: c.SkipMission, actor: Actor, _: Moment
) -> Accepted | Refused:
    """A mission is set aside and the next one of the day begins; nothing is lost, it can be taken up again."""
    if state.mission(command.mission).status in (MissionStatus.DONE, MissionStatus.ASIDE):
        return Refused("mission_already_open_or_done")
    if rules.scenario.mission(command.mission) is None:
        return Refused("unknown_mission")
    following = _following(rules, state, command.mission)
    was = {"number": int(state.current == command.mission), "detail": following or ""}
    act, words = noted(state, "skip_mission", actor, command.reason, mission=command.mission, **was)
    opened = (e.MissionOpened(following),) if following else ()
    return Accepted((e.MissionSetAside(command.mission), *opened, act), words)


def force_step(
    rules: Rules, state: GroupState, command: c.ForceStep, actor: Actor, moment: Moment
) -> Accepted | Refused:
    """The open step counts as done."""
    step = open_step(rules, state, command.mission)
    if step is None:
        return Refused("mission_not_open")
    was = {"number": state.mission(command.mission).step, "inner": step.inner}
    act, words = noted(state, "force_step", actor, command.reason, mission=command.mission, **was)
    return Accepted((*closing(rules, state, moment), act), words)


def _following(rules: Rules, state: GroupState, skipped: MissionId) -> MissionId | None:
    day = rules.scenario.day(state.day)
    if state.current != skipped or day is None or state.day_status is not DayStatus.OPEN:
        return None
    waiting = (one.id for one in day.missions if state.mission(one.id).status is MissionStatus.CLOSED)
    return next((one for one in waiting if one != skipped), None)
