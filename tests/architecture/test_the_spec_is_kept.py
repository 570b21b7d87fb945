"""Every promise of docs/spec.md is cited by a test that would notice its end, and every citation names a promise."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "docs" / "spec.md"
SOON = "*(à venir)*"
PROMISE = re.compile(r"^- \*\*(?P<id>[A-Z]+[0-9]+)\*\* (?P<said>.+)$", re.MULTILINE)
CITATION = re.compile(r"^(?://|\*| )* ?Spec: (?P<ids>[A-Z0-9 ]+)$", re.MULTILINE)
PATTERNS = (
    "tests/**/test_*.py",
    "missions/*/tests/test_*.py",
    "rewards/*/tests/test_*.py",
    "scenarios/**/tests/test_*.py",
    "web_client/src/**/*.test.ts",
    "missions/*/web/**/*.test.ts",
)


def promises() -> list[tuple[str, str]]:
    return [(one["id"], one["said"]) for one in PROMISE.finditer(SPEC.read_text("utf-8"))]


def citations() -> Iterator[tuple[str, str]]:
    for pattern in PATTERNS:
        for file in sorted(ROOT.glob(pattern)):
            for found in CITATION.finditer(file.read_text("utf-8")):
                for one in found["ids"].split():
                    yield one, file.relative_to(ROOT).as_posix()


def test_no_id_stands_twice():
    ids = [one for one, _ in promises()]
    assert len(ids) == len(set(ids))
    assert len(ids) > 60


@pytest.mark.parametrize(("promise", "said"), promises())
def test_a_promise_is_cited_by_a_test_or_marked_as_to_come(promise, said):
    cited = [file for one, file in citations() if one == promise]
    if said.startswith(SOON):
        assert not cited, f"{promise} is kept by {cited}: take « à venir » away"
    else:
        assert cited, f"{promise} is cited by no test"


def test_every_citation_names_a_promise():
    known = {one for one, _ in promises()}
    assert {f"{one} in {file}" for one, file in citations() if one not in known} == set()


def test_the_scenes_name_tests_that_exist():
    named = set(re.findall(r"`((?:tests|missions|web_client)/[\w./]+\.(?:py|ts))`", SPEC.read_text("utf-8")))
    assert {file for file in named if not (ROOT / file).exists()} == set()
