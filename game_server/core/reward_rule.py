"""What a reward rule is: it hears the events of the group, may tell its own, and shows a slice of what it keeps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

from game_server.core.group_events import GroupEvent
from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue
from game_server.core.scenario import Scenario
from game_server.core.state import GroupState

Kept = TypeVar("Kept", bound=KindValue)


@runtime_checkable
class Belonging(Protocol):
    """What a rule keeps, when a part of it belongs to one person and goes into what that person takes home."""

    def of(self, seat: SeatId) -> Sequence[Mapping[str, Any]]:
        """The part of that person, in order, as data."""


def _nothing(*_: Any) -> tuple[()]:
    return ()


def _not_here(*_: Any) -> Declined:
    return Declined("unknown_action")


@dataclass(frozen=True, slots=True)
class RewardRule(Generic[Kept]):
    """One rule, one folder `rewards/<rule>/` that exposes `RULE = RewardRule(...)`. Every function is pure.

    `react` hears one event (the state already holds it) and tells the rule's own events. `evolve` keeps them. `show` gives the
    slice of that name for everyone; `progress` the fields that Redis shows of the group, text to text. `mine` gives one seat's
    own slice, named `my_<rule>`: it may read what the rules keep, the days and who came, and nothing that changes in the middle
    of a step. `actions` are what a player may do by the rule, and `decide` answers them with its own events or a refusal.
    """

    name: str
    kept: type[Kept]
    events: Mapping[str, type[KindValue]]
    start: Callable[[], Kept]
    evolve: Callable[[Kept, Any], Kept]
    show: Callable[[Scenario, GroupState, Kept], Mapping[str, Any]]
    react: Callable[[Scenario, GroupState, Kept, GroupEvent], Sequence[KindValue]] = _nothing
    progress: Callable[[Scenario, Kept], Mapping[str, str]] = lambda _scenario, _kept: {}
    mine: Callable[[Scenario, GroupState, Kept, SeatId], Mapping[str, Any] | None] | None = None
    actions: Mapping[str, type[KindValue]] = field(default_factory=dict)
    decide: Callable[[Scenario, GroupState, Kept, SeatId, Any], Sequence[KindValue] | Declined] = _not_here
