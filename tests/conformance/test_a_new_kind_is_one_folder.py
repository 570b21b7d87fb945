"""A new kind or rule is found by its folder alone, with no other edit anywhere.

Spec: K1
"""

import shutil
import sys
from pathlib import Path

import pytest

import missions
import rewards
from game_server.application.plug_ins import find_kinds, find_rewards
from game_server.core.ids import SeatId
from tests.conformance.table import Table


def copied(source: Path, target: Path, old: str, new: str) -> None:
    """What an author of a new kind does: take a folder, and give it a name."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "web", "tests"))
    for file in target.rglob("*.py"):
        text = file.read_text("utf-8")
        package = source.parent.name
        file.write_text(
            text.replace(f"{package}.{old}", f"{package}.{new}").replace(f'name="{old}"', f'name="{new}"'), "utf-8"
        )


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Two folders that are read as if they stood in `missions/` and `rewards/`."""
    for package in (missions, rewards):
        (tmp_path / package.__name__).mkdir()
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path / package.__name__)])
    yield tmp_path
    for name in [one for one in sys.modules if one.endswith("_nouveau") or "_nouveau." in one]:
        del sys.modules[name]


def test_a_copied_kind_is_found_and_played(elsewhere):
    source = Path(missions.__path__[0]) / "vote"
    copied(source, elsewhere / "missions" / "vote_nouveau", "vote", "vote_nouveau")
    kind = find_kinds()["vote_nouveau"]
    table = Table(kind, [SeatId("a"), SeatId("b"), SeatId("c")]).open()
    table.play(table.seats)
    assert kind.name == "vote_nouveau"
    assert table.done


def test_a_copied_reward_rule_is_found(elsewhere):
    source = Path(rewards.__path__[0]) / "eclats"
    copied(source, elsewhere / "rewards" / "eclats_nouveau", "eclats", "eclats_nouveau")
    assert "eclats_nouveau" in {rule.name for rule in find_rewards()}
