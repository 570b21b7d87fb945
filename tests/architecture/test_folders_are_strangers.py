"""A mission kind or a reward rule is one folder: it knows the core, pydantic and itself, and no other kind.

Spec: R9
"""

import ast
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
TOOLS_OF_TESTS = {"hypothesis", "pytest", "tests"}


def plug_ins() -> list[Path]:
    """Every folder of missions/ and rewards/, found as the server finds them."""
    return sorted(init.parent for family in ("missions", "rewards") for init in (HOUSE / family).glob("*/__init__.py"))


def imported(module: Path) -> set[str]:
    """Every module that a file names in an import, relative ones as `.`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level or node.module or "")
    return names


def may_import(name: str, folder: Path, *, test: bool) -> bool:
    """Tell whether a plug-in may import `name`; what lies beside the folders of its family is shared by all."""
    top, _, rest = name.partition(".")
    if top in sys.stdlib_module_names or top == "pydantic" or name.startswith("game_server.core"):
        return True
    if test and (top in TOOLS_OF_TESTS or name.startswith("game_server.application")):
        return True
    if top != folder.parent.name:
        return False
    first = rest.partition(".")[0]
    return first == folder.name or (folder.parent / f"{first}.py").exists()


@pytest.mark.parametrize("folder", plug_ins(), ids=lambda folder: str(folder.relative_to(HOUSE)))
def test_a_folder_imports_the_core_and_itself_only(folder):
    strange = {
        f"{module.relative_to(HOUSE)}: {name}"
        for module in folder.rglob("*.py")
        for name in imported(module)
        if not may_import(name, folder, test="tests" in module.relative_to(folder).parts)
    }
    assert not strange


@pytest.mark.parametrize("name", ["missions.vote.rules", "redis", "game_server.application.play", "fastapi", "."])
def test_a_strange_import_is_seen(name):
    assert not may_import(name, HOUSE / "missions" / "riddle", test=False)


def test_there_are_folders_to_look_at():
    assert len(plug_ins()) >= 2
