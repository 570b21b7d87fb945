"""The one door through which state leaves: named slices, whole, each for one audience."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game_server.core.ids import SeatId
from game_server.core.rules import Rules
from game_server.core.showing import agenda, desk, missions, table
from game_server.core.showing.seat import catch_up, mine, my_messages, my_reward
from game_server.core.showing.slice import Slice
from game_server.core.state import GroupState

EVERYONE = "everyone"
STAFF = "staff"


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
    yield SliceRule("group", EVERYONE, _days_and_pause, table.group)
    yield SliceRule("seats", EVERYONE, lambda one: (one.seats,), table.seats)
    yield SliceRule("verriere", EVERYONE, lambda one: (one.missions, one.current, one.day_status), missions.verriere)
    yield SliceRule("mission", EVERYONE, lambda one: (one.missions, one.current, one.day_status), missions.mission)
    yield SliceRule("ended", EVERYONE, lambda one: (one.ended,), missions.ended)
    yield SliceRule("offers", EVERYONE, lambda one: (one.unlocked,), table.offers)
    yield SliceRule("ahead", EVERYONE, _read_plans, table.ahead)
    yield SliceRule("messages", EVERYONE, lambda one: (one.messages,), table.messages)
    yield SliceRule("desk", STAFF, _read_desk, desk.desk)
    yield SliceRule("calendar", STAFF, _read_plans, agenda.calendar)
    yield SliceRule("all_messages", STAFF, lambda one: (one.messages,), desk.all_messages)
    yield SliceRule("door", STAFF, lambda one: (one.seats,), desk.door)
    for rule in rules.rewards:
        yield SliceRule(rule.name, EVERYONE, _read_rewards, table.show_reward(rule.name))
    for seat in state.seats:
        yield from _own(rules, seat)


def _own(rules: Rules, seat: SeatId) -> Iterator[SliceRule]:
    audience = seat_audience(seat)
    yield SliceRule("mine", audience, _read_mine, mine(seat))
    yield SliceRule("my_messages", audience, lambda one: (one.messages,), my_messages(seat))
    yield SliceRule("catch_up", audience, lambda one: (one.unlocked, one.came, one.seats.get(seat)), catch_up(seat))
    for rule in rules.rewards:
        if rule.mine is not None:
            yield SliceRule(f"my_{rule.name}", audience, _read_own_rewards(seat), my_reward(rule, seat))


def _days_and_pause(state: GroupState) -> tuple[object, ...]:
    return (state.day, state.day_status, state.paused_at, state.paused_for, state.calendar)


def _read_desk(state: GroupState) -> tuple[object, ...]:
    return (state.missions, state.current, state.day, state.day_status, state.acts, state.excused)


def _read_plans(state: GroupState) -> tuple[object, ...]:
    days = (state.day, state.day_status, state.reopened, state.catch_up_on)
    return (state.calendar, state.shifts, state.missions, state.current, *days)


def _read_rewards(state: GroupState) -> tuple[object, ...]:
    return (state.rewards, state.missions, state.unlocked, state.day, state.day_status)


def _read_own_rewards(seat: SeatId) -> Callable[[GroupState], tuple[object, ...]]:
    return lambda one: (one.rewards, one.came, one.unlocked, one.day, one.day_status, one.seats.get(seat))


def _read_mine(state: GroupState) -> tuple[object, ...]:
    return (state.missions, state.current, state.seats)
