"""What the guide shows to authors works as it stands."""

import re
from pathlib import Path

import pytest

from scenarios.checker import check
from tests.packs.tiny import shipped_copy

GUIDE = (Path(__file__).parents[2] / "docs/authors.md").read_text(encoding="utf-8")


def test_the_mission_of_the_guide_is_a_mission_without_mistake(tmp_path, kinds):
    (mission,) = [block for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if "steps:" in block]
    pack = shipped_copy(tmp_path)
    (pack / "missions/02-la-cle-de-firmin.yaml").write_text(mission, encoding="utf-8")

    assert check(pack, kinds) == []


@pytest.mark.parametrize("named", re.findall(r"`(missions/[a-z]+/example\.yaml)`", GUIDE))
def test_each_example_that_the_guide_names_is_there(named):
    assert (Path(__file__).parents[2] / named).is_file()
