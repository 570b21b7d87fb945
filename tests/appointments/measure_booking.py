"""How long a booking takes under competition: `python -m tests.appointments.measure_booking`.

Each round is a burst of fifty young people who ask at the same instant, on real PostgreSQL, through the use case itself.
The figures stand in docs/benchmarks.md; no test asserts a duration.
"""

import asyncio
import statistics
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from game_server.adapters.caldav.wire import CalendarWire
from game_server.adapters.postgres.appointments import SqlAppointmentStore
from game_server.adapters.postgres.appointments_sealed import SecretBox
from game_server.adapters.postgres.migrate import migrate
from game_server.adapters.postgres.session import Database
from game_server.adapters.smtp.local_mailbox import LocalMailbox
from game_server.application.appointments.words import MEETING, Place
from game_server.application.refusals import RefusedRequest
from tests.appointments.house import House, MovableClock, settle_in
from tests.stores import embedded_servers

ROUNDS, BURST = 20, 50
QUARTERS = replace(MEETING, step=timedelta(minutes=15), daily_cap=None, after=timedelta(0))


async def new_house(url: str, wire: CalendarWire, folder: Path) -> House:
    """A Mission Locale on the database at `url`."""
    place = Place(uuid4(), "Mission Locale", "5 boulevard du Maréchal, Lille", "Europe/Paris", "metropole")
    database = Database(url)
    store = SqlAppointmentStore(database, SecretBox("a secret for tests"))
    house = House(database, uuid4(), place, MovableClock(), wire, LocalMailbox(folder), store)
    await settle_in(house)
    return house


async def burst(house: House, counsellors: int, starts: int = 3) -> tuple[list[float], Counter[str]]:
    """Fifty at once on `counsellors` agendas and so many starts each: how long each waited in ms, and the answers."""
    team = [await house.new_counsellor(f"Personne {place}", terms=QUARTERS) for place in range(counsellors)]
    seats = [await house.new_seat(team[place % counsellors]) for place in range(BURST)]
    offers = [(await house.first_offers(seat))[place // counsellors % starts] for place, seat in enumerate(seats)]

    async def book(place: int) -> tuple[float, str]:
        began = time.perf_counter()
        try:
            await house.appointments.book(house.structure, seats[place], "last", offers[place], f"key-{place}")
            answer = "booked"
        except RefusedRequest as refused:
            answer = refused.code
        return (time.perf_counter() - began) * 1000, answer

    done = await asyncio.gather(*(book(place) for place in range(BURST)))
    return [spent for spent, _ in done], Counter(answer for _, answer in done)


async def measure(url: str) -> None:
    """Print a line for one counsellor, one for five, and one for fifty who compete with nobody."""
    with TemporaryDirectory() as folder:
        wire = CalendarWire()
        house = await new_house(url, wire, Path(folder) / "mail")
        await burst(house, 5)
        await burst(house, 1)
        for counsellors, starts in ((1, 3), (5, 3), (50, 1)):
            times: list[float] = []
            answers: Counter[str] = Counter()
            for _ in range(ROUNDS):
                spent, given = await burst(house, counsellors, starts)
                times += spent
                answers += given
            p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
            line = f"{counsellors} counsellor(s): p50 {p50:.0f} ms, p95 {p95:.0f} ms, {dict(answers)}"
            sys.stdout.write(f"{line}\n")
        await house.database.close()
        await wire.close()


async def _migrated(url: str) -> None:
    database = Database(url)
    await migrate(database)
    await database.close()


if __name__ == "__main__":
    with embedded_servers() as servers, servers.database.fresh_database() as address:
        asyncio.run(_migrated(address))
        asyncio.run(measure(address))
