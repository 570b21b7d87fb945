"""Where checks register themselves."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from game_server.core.mission_kind import MissionKind
from scenarios.mistakes import Mistake
from scenarios.reader import Draft

Kinds = Mapping[str, MissionKind[Any, Any]]
Check = Callable[[Draft, Kinds], Iterator[Mistake]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Register a check: it takes the pack as read and the kinds there are, and tells the mistakes it finds."""
    CHECKS.append(function)
    return function
