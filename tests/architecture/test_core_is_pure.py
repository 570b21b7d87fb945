"""The core is a function of its arguments: same commands, same moments, same state, on any machine, for ever.

Spec: R9
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import game_server.core

CORE = Path(game_server.core.__file__).parent

ALLOWED = frozenset(
    {
        "abc",
        "bisect",
        "collections",
        "collections.abc",
        "dataclasses",
        "datetime",
        "enum",
        "fractions",
        "functools",
        "hashlib",
        "heapq",
        "itertools",
        "math",
        "operator",
        "re",
        "string",
        "types",
        "typing",
        "unicodedata",
        "zoneinfo",
    }
)
CLOCK_AND_LUCK = frozenset({"now", "today", "utcnow", "time_ns", "monotonic", "urandom", "uuid1", "uuid4", "random"})
BUILT_IN = frozenset({"open", "print", "input", "exec", "eval", "breakpoint", "__import__", "id", "hash"})
WAITING = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)


def impurities(source: str) -> Iterator[str]:
    """Tell every import, call or statement that a pure core may not have, with its line."""
    for node in ast.walk(ast.parse(source)):
        for trouble in (_forbidden_import(node), _forbidden_call(node), _forbidden_statement(node)):
            if trouble:
                yield f"line {node.lineno}: {trouble}"


def _forbidden_import(node: ast.AST) -> str | None:
    if isinstance(node, ast.Import):
        names = [name.name for name in node.names]
    elif isinstance(node, ast.ImportFrom):
        names = ["." if node.level else node.module or ""]
    else:
        return None
    strange = [name for name in names if name not in ALLOWED and not name.startswith("game_server.core")]
    return f"imports {', '.join(strange)}" if strange else None


def _forbidden_call(node: ast.AST) -> str | None:
    if not isinstance(node, ast.Call):
        return None
    if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_AND_LUCK:
        return f"asks {node.func.attr}()"
    if isinstance(node.func, ast.Name) and node.func.id in BUILT_IN | CLOCK_AND_LUCK:
        return f"calls {node.func.id}()"
    return None


def _forbidden_statement(node: ast.AST) -> str | None:
    if isinstance(node, WAITING):
        return "waits"
    if isinstance(node, ast.Global):
        return f"changes {', '.join(node.names)}, shared by everybody"
    return None


MODULES = sorted(CORE.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(CORE)))
def test_the_core_asks_nothing_of_the_machine(module):
    assert list(impurities(module.read_text())) == []


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "import random",
        "from os import environ",
        "from pydantic import BaseModel",
        "from game_server.application import play",
        "from datetime import datetime\ndatetime.now()",
        "from datetime import date\ndate.today()",
        "open('x')",
        "print('x')",
        "hash('x')",
        "async def f(): ...",
        "def f():\n    global x\n    x = 1",
    ],
)
def test_each_impurity_is_seen(source):
    assert list(impurities(source))
