"""A kind or a rule is found in its folder, and a folder that is none is told by name.

Spec: K1
"""

import sys

import pytest

from game_server.application.plug_ins import BadPlugInError, find_kinds, find_rewards

COPY = "from dataclasses import replace\nfrom missions.riddle import KIND as RIDDLE\nKIND = replace(RIDDLE, name={name!r})\n"


@pytest.fixture
def kinds_in(tmp_path, monkeypatch):
    """Write a package with these folders, and give its name."""

    def write(package, **folders):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
        for name, text in folders.items():
            (tmp_path / package / name).mkdir()
            (tmp_path / package / name / "__init__.py").write_text(text)
        monkeypatch.syspath_prepend(tmp_path)
        return package

    yield write
    for name in [one for one in sys.modules if one.startswith("some_")]:
        del sys.modules[name]


def test_the_five_first_kinds_are_found_under_their_names():
    assert {"appointment", "dialogue", "riddle", "split", "vote"} <= set(find_kinds())


def test_the_rules_of_reward_are_found():
    assert "eclats" in {rule.name for rule in find_rewards()}


def test_a_new_folder_is_found_without_any_edit(kinds_in):
    assert list(find_kinds(kinds_in("some_kinds", relay=COPY.format(name="relay")))) == ["relay"]


def test_a_folder_without_kind_is_told_by_name(kinds_in):
    with pytest.raises(BadPlugInError, match="some_empty/relay has no KIND"):
        find_kinds(kinds_in("some_empty", relay=""))


def test_two_kinds_of_one_name_are_told_by_both_folders(kinds_in):
    package = kinds_in("some_twins", relay=COPY.format(name="relay"), other=COPY.format(name="relay"))

    with pytest.raises(BadPlugInError, match="some_twins/relay and some_twins/other"):
        find_kinds(package)


def test_a_folder_that_cannot_be_imported_is_told_by_name(kinds_in):
    with pytest.raises(BadPlugInError, match="some_broken/relay"):
        find_kinds(kinds_in("some_broken", relay="import nothing_of_that_name"))
