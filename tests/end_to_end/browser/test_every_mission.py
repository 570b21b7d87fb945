"""Ten days on two phones side by side: every step of every mission is seen, played and won in a real browser.

Spec: K6 V6 V8
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from game_server.application.plug_ins import find_kinds
from game_server.demonstration.pace import Pace
from game_server.demonstration.phone import Phone
from game_server.demonstration.player import Person, SimulatedPlayer
from tests.end_to_end.browser.house import House, Table
from tests.end_to_end.browser.looking import Looker
from tests.end_to_end.browser.screens import SIX_DIGITS, button, knock, says, seat_in

Pages = Callable[[], Page]
MISSIONS = 25
SETTLE_MS = 300
TEN_DAYS = ("tempo_2050", 1)
WATCHING = ("Inaya", "Yanis")
PLAYING = ("Samir", "Lou", "Maëlle")
ONWARD = ("Commencer", "Continuer")


@dataclass
class Watched:
    """One browser, and the hands that play for its owner."""

    name: str
    page: Page
    hands: SimulatedPlayer


@pytest.fixture
def table(house: House) -> Iterator[Table]:
    opened = house.group("Deux téléphones", TEN_DAYS)
    yield opened
    opened.close()


@pytest.fixture
def two(phone: Pages, table: Table) -> list[Watched]:
    """Two browsers at a table of five. What their owners do comes from a second phone of theirs."""
    watched = []
    for name in WATCHING:
        page = phone()
        knock(page, table.entrance, name)
        table.admit(name)
        watched.append(Watched(name, page, _hands(table, name)))
    table.seat(*PLAYING)
    table.players += [one.hands for one in watched]
    return watched


def _hands(table: Table, name: str) -> SimulatedPlayer:
    origin = table.house.origin
    hands = SimulatedPlayer(Person(name, SIX_DIGITS, choice="not_now"), Phone(origin, f"hands-{name}"), Pace(fast=True))
    table.house.loop.run(_come_back(hands, table.code))
    return hands


async def _come_back(hands: SimulatedPlayer, code: str) -> None:
    body = {"group_code": code, "first_name": hands.person.first_name, "pin": SIX_DIGITS}
    hands.seat = (await hands.phone.ask("POST", "/api/return", body))["seat"]
    await hands.phone.open(f"/ws/seat/{hands.seat}")


@pytest.mark.timeout(1500)
def test_every_step_of_ten_days_is_seen_on_two_phones_and_won(two: list[Watched], table: Table, look: Looker) -> None:
    seen_kinds: set[str] = set()
    assert all(seat_in(one.page) == one.hands.seat for one in two)
    _prepare_the_weekend(table)
    for day in range(1, 11):
        table.act("open_day", day=day)
        while (now := _now(table)) is not None:
            _both_see(two, now)
            _keep(two, look, now, "a")
            if now["kind"] not in seen_kinds:
                seen_kinds.add(now["kind"])
                look(two[0].page, f"kind-{now['kind']}")
            _win(table, now)
            _both_go_on(two, look, now)
        assert _left_today(table) == []
        table.act("end_day", day=day)
    assert [one["status"] for one in table.console.slices["desk"]["missions"]] == ["done"] * MISSIONS
    assert seen_kinds == set(find_kinds())


def _prepare_the_weekend(table: Table) -> None:
    """The sheet without which no day opens on a Saturday or a Sunday."""
    people = table.console.slices["seats"]["seats"]
    body = {
        "on_call_staff": table.house.ask("GET", "/api/staff/me")["id"],
        "on_call_phone": "06 12 34 56 78",
        "authorisations": {one["id"]: "adult" for one in people},
        "meeting_point": "Devant les Ateliers de l’Écluse",
        "return_hour": "18:00",
    }
    table.house.ask("PUT", f"/api/groups/{table.id}/safety", body)


def _now(table: Table) -> dict[str, Any] | None:
    slices = table.console.slices
    mission = slices.get("mission")
    return {**mission, "day": slices["group"]["day"]} if mission else None


def _both_see(two: list[Watched], now: dict[str, Any]) -> None:
    """Each phone is led to the mission by its one button, and shows its title."""
    for one in two:
        _onward(one.page, until=now["title"])
        expect(one.page.get_by_text(now["title"]).first).to_be_visible()


def _onward(page: Page, until: str) -> None:
    """Press what leads on, last words first, until the mission itself is what the phone shows."""
    expect(page.get_by_text(until).first).to_be_visible()
    for words in ONWARD:
        if button(page, words).count():
            button(page, words).first.click()
            page.wait_for_timeout(SETTLE_MS)


def _keep(two: list[Watched], look: Looker, now: dict[str, Any], when: str) -> None:
    number = f"{now['day']:02d}-{now['id']}-{now['step']}-{now['kind']}-{when}"
    for one in two:
        look.keep(one.page, f"{number}.{one.name}")


def _win(table: Table, now: dict[str, Any]) -> None:
    """Everybody plays until this step is over, and not a moment longer."""
    table.play_until(lambda slices: _is_over(slices, now))


def _is_over(slices: dict[str, Any], now: dict[str, Any]) -> bool:
    mission = slices.get("mission")
    return mission is None or (mission["id"], mission["step"]) != (now["id"], now["step"])


def _both_go_on(two: list[Watched], look: Looker, now: dict[str, Any]) -> None:
    for one in two:
        one.page.get_by_role("button", name=re.compile("^Continuer")).first.wait_for()
    _keep(two, look, now, "z")
    for one in two:
        button(one.page, "Continuer").first.click()
    if now["step"] + 1 == now["steps"]:
        says(two[0].page, "Un éclat de plus")
        _keep(two[:1], look, now, "éclat")
        for one in two:
            button(one.page, "Continuer").first.click()


def _left_today(table: Table) -> list[str]:
    desk = table.console.slices["desk"]
    return [one["id"] for one in desk["missions"] if one["id"] in desk["day_missions"] and one["status"] != "done"]
