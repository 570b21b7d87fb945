"""`eclats play --fast` plays the ten days with people of every sort, on real sockets, and its status says that all held.

Spec: D1 D2
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game_server.application.bots import Persona
from game_server.demonstration.cast import CAST

LONGER_THAN_THE_FILM = 280


@pytest.fixture(scope="module")
def played() -> Iterator[dict[str, Any]]:
    """The report of a film that ended with the status of success."""
    with tempfile.TemporaryDirectory(prefix="eclats-film-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        report = folder / "report.json"
        command = (sys.executable, "-m", "game_server.main", "play", "--fast")
        places = ("--data", str(folder / "data"), "--json", str(report))
        film = subprocess.run(
            (*command, *places), capture_output=True, text=True, timeout=LONGER_THAN_THE_FILM, check=False
        )
        assert film.returncode == 0, film.stdout + film.stderr
        yield json.loads(report.read_text("utf-8"))


pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(LONGER_THAN_THE_FILM + 20)]


def test_ten_days_twenty_five_missions_and_twenty_five_offers(played):
    told = {key: played[key] for key in ("days", "missions_done", "offers_unlocked", "eclats")}
    assert told == {"days": 10, "missions_done": 25, "offers_unlocked": 25, "eclats": 25}


def test_people_of_every_sort_played(played):
    assert played["players"] == len(CAST)
    assert played["personas"] == sorted(Persona)


def test_each_who_wanted_an_hour_has_it_in_a_calendar_and_in_a_mailbox(played):
    assert len(played["appointments"]) == sum(person.choice == "slot" for person in CAST)
    assert all(one["calendar_delivered"] and one["mail_delivered"] for one in played["appointments"])


def test_the_journal_and_redis_tell_the_same(played):
    assert played["redis"]["group_version"] == played["journal"]["commits"]
