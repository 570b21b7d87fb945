"""Mission kinds and reward rules, found in their folders: a new one is one new folder and no other edit."""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from game_server.core.mission_kind import MissionKind
from game_server.core.reward_rule import RewardRule

Found = TypeVar("Found", MissionKind[Any, Any], RewardRule[Any])


class BadPlugInError(RuntimeError):
    """A folder that is not what its place promises; the sentence says which and what to do."""


def find_kinds(package: str = "missions") -> dict[str, MissionKind[Any, Any]]:
    """Every mission kind by name, sorted. Raises BadPlugInError for a folder without KIND, or two kinds of one name."""
    return _find(package, "KIND", MissionKind)


def find_rewards(package: str = "rewards") -> tuple[RewardRule[Any], ...]:
    """Every reward rule, sorted by name. Raises BadPlugInError for a folder without RULE, or two rules of one name."""
    return tuple(_find(package, "RULE", RewardRule).values())


def _find(package: str, attribute: str, expected: type[Found]) -> dict[str, Found]:
    found: dict[str, Found] = {}
    folders: dict[str, str] = {}
    for folder in _folders(import_module(package)):
        plug_in = getattr(_imported(f"{package}.{folder}"), attribute, None)
        if not isinstance(plug_in, expected):
            raise BadPlugInError(f"{package}/{folder} has no {attribute} = {expected.__name__}(...) in its __init__.py")
        if plug_in.name in found:
            raise BadPlugInError(
                f"{package}/{folder} and {package}/{folders[plug_in.name]} are both « {plug_in.name} »"
            )
        found[plug_in.name] = plug_in
        folders[plug_in.name] = folder
    return dict(sorted(found.items()))


def _folders(package: ModuleType) -> list[str]:
    """Every folder that is a package; one still being written, without its `__init__.py`, stops no server."""
    inside = (one.parent for root in package.__path__ for one in Path(root).glob("*/__init__.py"))
    return sorted({one.name for one in inside if not one.name.startswith(("_", "."))})


def _imported(name: str) -> ModuleType:
    try:
        return import_module(name)
    except Exception as error:
        raise BadPlugInError(f"{name.replace('.', '/')} cannot be imported: {error}") from error
