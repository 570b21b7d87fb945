"""A real person at the table: the simulated ones slow down for as long as that person plays."""

from collections.abc import Callable

from game_server.demonstration.pace import Pace
from game_server.demonstration.phone import Phone


async def watch_for_guests(console: Phone, bots: Callable[[], set[str]], pace: Pace) -> None:
    """Follow who is here, until cancelled. « Je passe » or closing the page lets the film go on at its own speed."""
    while True:
        seats = (console.slices.get("seats") or {"seats": []})["seats"]
        guests = {seat["id"] for seat in seats if seat["status"] == "here"} - bots()
        pace.with_a_person = bool(guests & set(console.here))
        await console.change(within=5.0)
