"""Days and missions as the facilitator and the clock steer them."""

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core.decisions.setting import open_step, setting
from game_server.core.due import dues
from game_server.core.ids import MissionId, WordId
from game_server.core.messages import Accepted, Actor, Refused, Word
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState, MissionStatus

LONGEST_REASON = 300


def open_day(rules: Rules, state: GroupState, command: c.OpenDay, actor: Actor, moment: Moment) -> Accepted | Refused:
    """The next day opens before its hour."""
    if command.day != state.day + 1:
        return Refused("not_the_next_day", {"next": state.day + 1})
    if rules.scenario.day(command.day) is None:
        return Refused("no_such_day", {"last": len(rules.scenario.days)})
    ending = end_of_day(rules, state, moment) if state.day_status is DayStatus.OPEN else ()
    noted = e.ActNoted("open_day", actor.id, number=command.day)
    return Accepted((*ending, e.DayOpened(command.day), noted))


def end_day(rules: Rules, state: GroupState, command: c.EndDay, actor: Actor, moment: Moment) -> Accepted | Refused:
    """The open day ends now."""
    if state.day_status is not DayStatus.OPEN or command.day != state.day:
        return Refused("day_not_open")
    noted = e.ActNoted("end_day", actor.id, mission=state.current, number=command.day)
    return Accepted((*end_of_day(rules, state, moment), noted))


def end_of_day(rules: Rules, state: GroupState, moment: Moment) -> tuple[e.GroupEvent, ...]:
    """The events that end the open day: a step that ends with the day is closed, another mission is set aside."""
    step = open_step(rules, state)
    ended = e.DayEnded(state.day, state.here(moment))
    if step is None:
        return (ended,)
    if step.kind.ends_with_day:
        return (*closing(rules, state, moment), ended)
    return (e.MissionSetAside(step.mission), ended)


def closing(rules: Rules, state: GroupState, moment: Moment) -> tuple[e.GroupEvent, ...]:
    """The events that count the open step as done."""
    step = open_step(rules, state)
    if step is None:
        return ()
    place = state.mission(step.mission).step
    around = setting(state, step.mission, place, moment)
    told = (e.StepTold(step.mission, place, one) for one in step.kind.close(step.step.content, step.inner, around))
    return (*told, e.StepDone(step.mission, place, forced=True))


def open_mission(
    rules: Rules, state: GroupState, command: c.OpenMission, actor: Actor, _: Moment
) -> Accepted | Refused:
    """A mission becomes the group's current one, of this day or an earlier one; another that was open is set aside."""
    day = rules.scenario.day_of(command.mission)
    if day is None:
        return Refused("unknown_mission")
    if state.day_status is not DayStatus.OPEN or day.number > state.day:
        return Refused("mission_of_another_day", {"day": day.number})
    if state.mission(command.mission).status in (MissionStatus.OPEN, MissionStatus.DONE):
        return Refused("mission_already_open_or_done")
    before = (e.MissionSetAside(state.current),) if state.current else ()
    noted = e.ActNoted("open_mission", actor.id, mission=command.mission)
    return Accepted((*before, e.MissionOpened(command.mission), noted))


def skip_mission(
    rules: Rules, state: GroupState, command: c.SkipMission, actor: Actor, _: Moment
) -> Accepted | Refused:
    """A mission is set aside and the next one of the day begins; nothing is lost, it can be taken up again."""
    if state.mission(command.mission).status in (MissionStatus.DONE, MissionStatus.ASIDE):
        return Refused("mission_already_open_or_done")
    if rules.scenario.mission(command.mission) is None:
        return Refused("unknown_mission")
    following = _following(rules, state, command.mission)
    reason, words = _reason(state, command.reason)
    noted = e.ActNoted("skip_mission", actor.id, mission=command.mission, reason=reason)
    return Accepted((e.MissionSetAside(command.mission), *following, noted), words)


def force_step(
    rules: Rules, state: GroupState, command: c.ForceStep, actor: Actor, moment: Moment
) -> Accepted | Refused:
    """The open step counts as done."""
    if open_step(rules, state, command.mission) is None:
        return Refused("mission_not_open")
    reason, words = _reason(state, command.reason)
    noted = e.ActNoted("force_step", actor.id, mission=command.mission, reason=reason)
    return Accepted((*closing(rules, state, moment), noted), words)


def fall_due(rules: Rules, state: GroupState, command: c.FallDue, _: Actor, moment: Moment) -> Accepted | Refused:
    """Something happens by itself, if it is still open and its time has come."""
    due = next((one for one in dues(rules, state) if one.id == command.item), None)
    if due is None or due.at > moment.at:
        return Refused("not_due")
    what, *where = command.item.split(":")
    match what:
        case "open_day":
            ending = end_of_day(rules, state, moment) if state.day_status is DayStatus.OPEN else ()
            return Accepted((*ending, e.DayOpened(int(where[0]))))
        case "end_day":
            return Accepted(end_of_day(rules, state, moment))
        case "help":
            return Accepted((e.HelpOffered(MissionId(where[0]), int(where[1])),))
        case _:
            return _kind_due(rules, state, where[2], moment)


def _kind_due(rules: Rules, state: GroupState, name: str, moment: Moment) -> Accepted | Refused:
    step = open_step(rules, state)
    if step is None:
        return Refused("not_due")
    place = state.mission(step.mission).step
    around = setting(state, step.mission, place, moment)
    told = step.kind.fall_due(step.step.content, step.inner, name, around)
    return Accepted(tuple(e.StepTold(step.mission, place, one) for one in told)) if told else Refused("not_due")


def _following(rules: Rules, state: GroupState, skipped: MissionId) -> tuple[e.GroupEvent, ...]:
    day = rules.scenario.day(state.day)
    if state.current != skipped or day is None:
        return ()
    waiting = (one.id for one in day.missions if state.mission(one.id).status is MissionStatus.CLOSED)
    return tuple(e.MissionOpened(one) for one in waiting if one != skipped)[:1]


def _reason(state: GroupState, text: str) -> tuple[WordId | None, tuple[Word, ...]]:
    if not text.strip():
        return None, ()
    word = Word(WordId(f"{state.version + 1}.reason"), text.strip()[:LONGEST_REASON])
    return word.id, (word,)
