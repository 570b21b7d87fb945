"""What follows by itself from what was decided: steps end, missions end, offers unlock, rewards answer."""

from collections.abc import Iterable, Iterator

from game_server.core import group_events as e
from game_server.core import steering_events as s
from game_server.core.decisions.setting import open_step, setting
from game_server.core.evolve import apply
from game_server.core.ids import MissionId
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState, MissionStatus

LONGEST_CHAIN = 100

_PLACES_CHANGED = (
    e.SteppedAside,
    e.SeatLeft,
    e.SeatRemoved,
    e.CameBack,
    e.SeatAdmitted,
    s.SeatExcused,
    s.SeatPlaced,
    s.StepRestored,
    s.ReturnedTo,
)
"""After these the open step looks at who is there."""


class EndlessChainError(RuntimeError):
    """A kind or a rule answers its own events for ever."""


def with_consequences(
    rules: Rules, state: GroupState | None, events: Iterable[e.GroupEvent], moment: Moment
) -> tuple[e.GroupEvent, ...]:
    """The events and all that follows from them, in the order of storing.

    Raises EndlessChainError after a hundred rounds.
    """
    told: list[e.GroupEvent] = []
    batch = list(events)
    version = (state.version if state else 0) + 1
    for _ in range(LONGEST_CHAIN):
        if not batch:
            return tuple(told)
        for event in batch:
            state = apply(rules, state, event, moment.at, version)
        told.extend(batch)
        if state is None:
            raise ValueError("the first event of a group creates it")
        batch = list(_follow_on(rules, state, batch, moment))
    raise EndlessChainError(f"{LONGEST_CHAIN} rounds after {type(told[0]).__name__}")


def _follow_on(rules: Rules, state: GroupState, batch: list[e.GroupEvent], moment: Moment) -> Iterator[e.GroupEvent]:
    done: set[tuple[MissionId, int]] = {(one.mission, one.step) for one in batch if isinstance(one, e.StepDone)}
    for event in batch:
        match event:
            case e.DayOpened(day):
                yield from _next_mission(rules, state, day)
            case one if isinstance(one, _PLACES_CHANGED):
                yield from deal_again(rules, state, moment)
            case e.MissionOpened(mission) | s.MissionPutBack(mission, MissionStatus.OPEN):
                yield from _begin_or_go_on(rules, state, mission, moment)
            case e.StepOpened(mission, step):
                yield from _open(rules, state, mission, step, moment)
            case e.StepTold(mission, step) | s.StepAdjusted(mission, step):
                if (mission, step) not in done and _is_over(rules, state, mission, step):
                    done.add((mission, step))
                    yield e.StepDone(mission, step)
            case e.StepDone(mission, step):
                yield _after_step(rules, state, mission, step, moment)
            case e.MissionDone(mission):
                yield from _after_mission(rules, state, mission)
        yield from _rewards(rules, state, event)


def _next_mission(rules: Rules, state: GroupState, number: int) -> Iterator[e.GroupEvent]:
    day = rules.scenario.day(number)
    missions = day.missions if day else ()
    waiting = [one for one in missions if state.mission(one.id).status is MissionStatus.CLOSED]
    if waiting and state.current is None and state.day_status is DayStatus.OPEN:
        yield e.MissionOpened(waiting[0].id)


def _begin_or_go_on(rules: Rules, state: GroupState, mission: MissionId, moment: Moment) -> Iterator[e.GroupEvent]:
    if state.mission(mission).inner is None:
        yield e.StepOpened(mission, state.mission(mission).step)
    else:
        yield from deal_again(rules, state, moment)


def deal_again(rules: Rules, state: GroupState, moment: Moment) -> Iterator[e.StepTold]:
    """What the open step does about those who came and those who went."""
    step = open_step(rules, state)
    if step is None:
        return
    place = state.mission(step.mission).step
    around = setting(state, step.mission, place, moment)
    for event in step.kind.deal_again(step.step.content, step.inner, around):
        yield e.StepTold(step.mission, place, event)


def _open(rules: Rules, state: GroupState, mission: MissionId, step: int, moment: Moment) -> Iterator[e.StepTold]:
    plan = rules.scenario.mission(mission)
    if plan is None:
        return
    kind = rules.kinds[plan.steps[step].kind]
    for event in kind.open(plan.steps[step].content, setting(state, mission, step, moment)):
        yield e.StepTold(mission, step, event)


def _is_over(rules: Rules, state: GroupState, mission: MissionId, step: int) -> bool:
    plan, one = rules.scenario.mission(mission), state.mission(mission)
    if plan is None or one.step != step or one.inner is None or one.status is MissionStatus.DONE:
        return False
    return rules.kinds[plan.steps[step].kind].done(plan.steps[step].content, one.inner)


def _after_step(rules: Rules, state: GroupState, mission: MissionId, step: int, moment: Moment) -> e.GroupEvent:
    plan = rules.scenario.mission(mission)
    last = plan is None or step + 1 >= len(plan.steps)
    return e.MissionDone(mission, state.here(moment)) if last else e.StepOpened(mission, step + 1)


def _after_mission(rules: Rules, state: GroupState, mission: MissionId) -> Iterator[e.GroupEvent]:
    plan = rules.scenario.mission(mission)
    if plan is not None:
        yield e.OfferUnlocked(plan.offer, mission)
    yield from _next_mission(rules, state, state.day)


def _rewards(rules: Rules, state: GroupState, event: e.GroupEvent) -> Iterator[e.Rewarded]:
    if isinstance(event, e.Rewarded):
        return
    for rule in rules.rewards:
        for answer in rule.react(rules.scenario, state, state.rewards[rule.name], event):
            yield e.Rewarded(rule.name, answer)
