"""Every mistake of a pack in one run. A check is one small function in `checks/`, registered by `@check` and found by itself."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from game_server.core.mission_kind import MissionKind
from scenarios import checks
from scenarios.checks.registry import CHECKS
from scenarios.mistakes import Mistake
from scenarios.reader import Draft, read_pack

Kinds = Mapping[str, MissionKind[Any, Any]]

for _module in iter_modules(checks.__path__):
    import_module(f"{checks.__name__}.{_module.name}")


def check(path: Path, kinds: Kinds) -> list[Mistake]:
    """Every mistake of the pack in that folder, sorted by file and line; nothing is raised for what stands in it."""
    return check_draft(read_pack(path), kinds)


def check_draft(draft: Draft, kinds: Kinds) -> list[Mistake]:
    """Every mistake of a pack already read."""
    found = (mistake for one in CHECKS for mistake in one(draft, kinds))
    return sorted({*draft.unreadable, *found})
