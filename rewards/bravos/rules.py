"""How bravos are given: one a day for each pair, and nobody who came ends the day with none."""

from collections.abc import Sequence
from zlib import crc32

from game_server.core.group_events import DayEnded, GroupEvent
from game_server.core.ids import CharacterId, SeatId
from game_server.core.mission_kind import Declined, KindValue
from game_server.core.scenario import Scenario
from game_server.core.state import GroupState
from rewards.bravos.values import TEXTS, WAS_HERE, Bravo, Bravos, Give, Given, GivenByCharacter


def decide(
    _scenario: Scenario, state: GroupState, kept: Bravos, seat: SeatId, action: Give
) -> Sequence[KindValue] | Declined:
    """Give one; refused to oneself, before the first day, to nobody, and twice in a day to the same person."""
    if action.bravo not in TEXTS:
        return Declined("unknown_bravo")
    if action.to == seat:
        return Declined("to_oneself")
    if state.day == 0:
        return Declined("before_the_first_day")
    if action.to not in state.table():
        return Declined("nobody_there")
    if any((one.day, one.by, one.to) == (state.day, seat, action.to) for one in kept.given):
        return Declined("given_today")
    return (Given(state.day, seat, action.to, action.bravo),)


def react(scenario: Scenario, state: GroupState, kept: Bravos, event: GroupEvent) -> Sequence[GivenByCharacter]:
    """At the end of a day, a character gives one to each person who came and received none."""
    if not isinstance(event, DayEnded):
        return ()
    have = {one.to for one in kept.given if one.day == event.day}
    without = [seat for seat in state.table() if event.day in state.came.get(seat, ()) and seat not in have]
    return tuple(GivenByCharacter(event.day, seat, _who(scenario, seat, event.day), WAS_HERE) for seat in without)


def _who(scenario: Scenario, seat: SeatId, day: int) -> CharacterId | None:
    """Not the same character for everyone, nor every day."""
    names = sorted(scenario.characters)
    return names[crc32(f"{seat}/{day}".encode()) % len(names)] if names else None


def evolve(kept: Bravos, event: KindValue) -> Bravos:
    """The bravos after that one."""
    match event:
        case Given(day, by, to, bravo):
            return Bravos((*kept.given, Bravo(day, to, bravo, by=by)))
        case GivenByCharacter(day, to, character, bravo):
            return Bravos((*kept.given, Bravo(day, to, bravo, character=character)))
        case _:
            return kept
