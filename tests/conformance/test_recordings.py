"""Recorded plays: a file dropped in `missions/<kind>/recordings/` is a test.

{"seats": n, "moves": [...], "done"?: bool} on the kind's example; a move is {"seat", "action", "fields", "expect"?: refusal code,
"done"?: bool}, {"present": [seats]} or {"wait": seconds}.

Spec: K7
"""

import json
from importlib import resources
from typing import Any

import pytest

from game_server.core.mission_kind import Declined
from tests.conformance.discovery import EVERY_KIND, KINDS
from tests.conformance.table import Table, seats


def recordings() -> list[Any]:
    found = []
    for name in EVERY_KIND:
        folder = resources.files(f"missions.{name}").joinpath("recordings")
        files = sorted(folder.iterdir(), key=lambda one: one.name) if folder.is_dir() else []
        found += [pytest.param(name, json.loads(one.read_text("utf-8")), id=f"{name}/{one.name}") for one in files]
    return found


@pytest.mark.parametrize(("name", "recording"), recordings())
def test_a_recorded_play_goes_as_it_went(name, recording):
    table = Table(KINDS[name], seats(recording["seats"])).open()
    for place, move in enumerate(recording["moves"]):
        table.played += move.get("wait", 1)
        if "present" in move:
            table.changes_presence([table.seats[seat] for seat in move["present"]])
        if "action" in move:
            assert said(table, move) == move.get("expect", "told"), f"move {place}"
        assert table.done == move.get("done", table.done), f"move {place}"
    assert table.done == recording.get("done", table.done)


def said(table: Table, move: dict[str, Any]) -> str:
    actions = {**table.kind.actions, **table.kind.outside}
    outcome = table.act(table.seats[move["seat"]], actions[move["action"]](**move["fields"]))
    return outcome.code if isinstance(outcome, Declined) else "told"
