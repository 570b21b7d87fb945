"""A real person at the free seat slows everybody down, for as long as that person plays.

Spec: D3
"""

import asyncio
from typing import Any

import pytest

from game_server.demonstration.guest import watch_for_guests
from game_server.demonstration.pace import Pace


class Console:
    """What the watcher reads of a console: who sits at the table and whose page is open."""

    def __init__(self) -> None:
        self.slices: dict[str, Any] = {}
        self.here: tuple[str, ...] = ()
        self._looked = asyncio.Event()

    async def shows(self, seats: dict[str, str], *here: str) -> None:
        """Show these seats by status, and let the watcher look once."""
        self.slices["seats"] = {"seats": [{"id": seat, "status": status} for seat, status in seats.items()]}
        self.here = here
        self._looked.clear()
        await self._looked.wait()

    async def change(self, within: float) -> None:
        del within
        self._looked.set()
        await asyncio.sleep(0)


@pytest.fixture
async def watched():
    console, pace = Console(), Pace(fast=True)
    watching = asyncio.create_task(watch_for_guests(console, lambda: {"bot"}, pace))
    yield console, pace
    watching.cancel()


async def test_simulated_people_alone_do_not_wait(watched) -> None:
    console, pace = watched
    await console.shows({"bot": "here"}, "bot")
    assert not pace.with_a_person


async def test_a_person_who_plays_slows_the_film_down(watched) -> None:
    console, pace = watched
    await console.shows({"bot": "here", "zoe": "here"}, "bot", "zoe")
    assert pace.with_a_person


@pytest.mark.parametrize(("status", "here"), [("aside", ("bot", "zoe")), ("here", ("bot",)), ("left", ("bot",))])
async def test_je_passe_or_a_closed_page_lets_the_film_go_on(watched, status: str, here: tuple[str, ...]) -> None:
    console, pace = watched
    await console.shows({"bot": "here", "zoe": "here"}, "bot", "zoe")
    await console.shows({"bot": "here", "zoe": status}, *here)
    assert not pace.with_a_person
