"""What a reward rule is: it hears the events of the group, may tell its own, and shows a slice of what it keeps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from game_server.core.group_events import GroupEvent
from game_server.core.mission_kind import KindValue
from game_server.core.scenario import Scenario
from game_server.core.state import GroupState

Kept = TypeVar("Kept", bound=KindValue)


def _nothing(*_: Any) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True)
class RewardRule(Generic[Kept]):
    """One rule, one folder `rewards/<rule>/` that exposes `RULE = RewardRule(...)`. Every function is pure.

    `react` hears one event (the state already holds it) and tells the rule's own events. `evolve` keeps them. `show` gives the
    slice of that name for everyone; `progress` the fields that Redis shows of the group, text to text.
    """

    name: str
    kept: type[Kept]
    events: Mapping[str, type[KindValue]]
    start: Callable[[], Kept]
    evolve: Callable[[Kept, Any], Kept]
    show: Callable[[Scenario, GroupState, Kept], Mapping[str, Any]]
    react: Callable[[Scenario, GroupState, Kept, GroupEvent], Sequence[KindValue]] = _nothing
    progress: Callable[[Scenario, Kept], Mapping[str, str]] = lambda _scenario, _kept: {}
