"""A facilitator's hand on the open step: hints, pauses, time, plan B, a new deal."""

import math
from datetime import timedelta

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core import steering_commands as sc
from game_server.core import steering_events as s
from game_server.core.decisions.reasons import noted
from game_server.core.decisions.setting import OpenStep, open_step, setting
from game_server.core.due import closing_hour
from game_server.core.ids import WordId
from game_server.core.messages import Accepted, Actor, Refused, Word
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import GroupState, MissionState, MissionStatus

LONGEST_HINT = 400
MOST_MINUTES = 60
MINUTE = 60.0


def give_hint(rules: Rules, state: GroupState, command: c.GiveHint, actor: Actor, _: Moment) -> Accepted | Refused:
    """A hint, in the ladder's words or the facilitator's, said by a character or not."""
    step = open_step(rules, state, command.mission)
    if step is None:
        return Refused("mission_not_open")
    if command.said_by is not None and command.said_by not in rules.scenario.characters:
        return Refused("unknown_character")
    one = state.mission(command.mission)
    text = command.text.strip()[:LONGEST_HINT]
    rung = -1 if text else _rung(step, one, command.rung)
    if isinstance(rung, Refused):
        return rung
    word = Word(WordId(f"{state.version + 1}.hint"), text) if text else None
    hint = e.HintGiven(command.mission, one.step, rung, word=word.id if word else None, said_by=command.said_by)
    act, why = noted(
        state, "give_hint", actor, command.reason, mission=command.mission, number=len(one.hints), detail=str(rung)
    )
    return Accepted((hint, act), (*((word,) if word else ()), *why))


def rungs_left(step: OpenStep, one: MissionState) -> tuple[int, ...]:
    """The rungs of the ladder that the group does not have yet, the first one first."""
    given = {hint.rung for hint in one.hints if hint.step == one.step and hint.word is None}
    return tuple(rung for rung in range(len(step.step.hints)) if rung not in given)


def _rung(step: OpenStep, one: MissionState, wanted: int | None) -> int | Refused:
    left = rungs_left(step, one)
    if not left:
        return Refused("no_more_hints")
    if wanted is None:
        return left[0]
    return wanted if wanted in left else Refused("hint_already_given")


def pause(_: Rules, state: GroupState, command: c.Pause, actor: Actor, __: Moment) -> Accepted | Refused:
    """Every clock stands still."""
    if state.paused_at is not None:
        return Refused("already_paused")
    act, words = noted(state, "pause", actor, command.reason)
    return Accepted((e.GroupPaused(), act), words)


def resume(_: Rules, state: GroupState, command: c.Resume, actor: Actor, __: Moment) -> Accepted | Refused:
    """The clocks go on from where they stood."""
    if state.paused_at is None:
        return Refused("not_paused")
    act, words = noted(state, "resume", actor, command.reason)
    return Accepted((e.GroupResumed(), act), words)


def give_time(
    rules: Rules, state: GroupState, command: sc.GiveTime, actor: Actor, moment: Moment
) -> Accepted | Refused:
    """What happens by itself in the open step is put off, and so is a closing that would come before."""
    step = open_step(rules, state, command.mission)
    if not 1 <= command.minutes <= MOST_MINUTES:
        return Refused("bad_minutes", {"most": MOST_MINUTES})
    if step is None:
        return Refused("mission_not_open")
    place, seconds = state.mission(command.mission).step, command.minutes * MINUTE
    adjusted, until = more_time(step, place, seconds)
    late = _closing_put_off(state, command.minutes, moment)
    hours = (s.HoursMoved(state.day, 0, late),) if late else ()
    given = s.TimeGiven(command.mission, place, seconds)
    about = {"mission": command.mission, "number": command.minutes, "detail": f"{place} {late}", "until": until}
    act, words = noted(state, "give_time", actor, command.reason, **about)
    return Accepted((given, *adjusted, *hours, act), words)


def more_time(step: OpenStep, place: int, seconds: float) -> tuple[tuple[s.StepAdjusted, ...], float | None]:
    """What puts the step's own timers off, and the game time of the next of them after that (None: it has none)."""
    told = tuple(step.kind.more_time(step.step.content, step.inner, seconds))
    inner = step.inner
    for event in told:
        inner = step.kind.evolve(step.step.content, inner, event)
    return tuple(s.StepAdjusted(step.mission, place, event) for event in told), next_timer(step, inner)


def next_timer(step: OpenStep, inner: object) -> float | None:
    """The game time of the next thing that the kind itself does."""
    return min((due.played for due in step.kind.dues(step.step.content, inner)), default=None)


def _closing_put_off(state: GroupState, minutes: int, moment: Moment) -> int:
    """Minutes by which the day closes later, so that the time given fits before; never past midnight."""
    closing, planned = closing_hour(state), state.calendar.day(state.day)
    if closing is None or planned is None or state.catch_up_on is not None:
        return 0
    missing = math.ceil((moment.at + timedelta(minutes=minutes) - closing).total_seconds() / MINUTE)
    until_midnight = 23 * 60 + 59 - planned.closes.hour * 60 - planned.closes.minute
    return max(0, min(missing, until_midnight))


def switch_plan_b(
    rules: Rules, state: GroupState, command: sc.SwitchPlanB, actor: Actor, _: Moment
) -> Accepted | Refused:
    """Plan B of a mission for everyone, or for one seat whom nobody else hears of."""
    one = state.mission(command.mission)
    if rules.scenario.mission(command.mission) is None:
        return Refused("unknown_mission")
    if one.status is MissionStatus.DONE:
        return Refused("mission_already_done")
    if command.seat is not None and command.seat not in state.table():
        return Refused("unknown_seat")
    if command.on is (one.plan_b if command.seat is None else command.seat in one.plan_b_seats):
        return Refused("plan_b_already")
    about = {"mission": command.mission, "seat": command.seat, "number": int(command.on)}
    act, words = noted(state, "switch_plan_b", actor, command.reason, **about)
    return Accepted((s.PlanBSwitched(command.mission, command.seat, command.on), act), words)


def redeal(rules: Rules, state: GroupState, command: sc.Redeal, actor: Actor, moment: Moment) -> Accepted | Refused:
    """The pieces of the open step change hands among those present."""
    step = open_step(rules, state)
    if step is None:
        return Refused("mission_not_open")
    place = state.mission(step.mission).step
    told = step.kind.redeal(step.step.content, step.inner, setting(state, step.mission, place, moment))
    if not told:
        return Refused("nothing_to_deal")
    adjusted = tuple(s.StepAdjusted(step.mission, place, event) for event in told)
    was = {"mission": step.mission, "number": place, "until": state.mission(step.mission).moved, "inner": step.inner}
    act, words = noted(state, "redeal", actor, command.reason, **was)
    return Accepted((*adjusted, act), words)
