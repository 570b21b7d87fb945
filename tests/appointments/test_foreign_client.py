"""Programs that we did not write read what we publish: vdirsyncer on the calendar itself and on the feed.

Spec: B7 B11
"""

import asyncio
import re
import sys
from pathlib import Path

import httpx

from game_server.application.appointments.feed import Feed
from tests.appointments.desks import Desk
from tests.appointments.house import House

CONFIG = """
[general]
status_path = "{folder}/status/"
[pair p]
a = "there"
b = "here"
collections = {collections}
[storage here]
type = "filesystem"
path = "{folder}/here/"
fileext = ".ics"
[storage there]
{there}
"""


def written(folder: Path, config: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "config").write_text(config)
    return str(folder / "config")


async def seen_by_vdirsyncer(folder: Path, there: str, collections: str) -> list[str]:
    """The events as vdirsyncer stores them after a sync."""
    config = written(folder, CONFIG.format(folder=folder, there=there, collections=collections))
    for step in (("discover",), ("sync", "--force-delete")):
        command = (str(Path(sys.executable).with_name("vdirsyncer")), "-c", config, *step)
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await process.communicate(b"y\n" * 9)
        assert process.returncode == 0, said.decode()
    return [it.read_text() for it in sorted((folder / "here").rglob("*.ics"))]


def start_of(event: str) -> str:
    found = re.search(r"DTSTART;TZID=([^:]+):(\S+)", event)
    assert found
    return f"{found[2]} {found[1]}"


async def test_a_foreign_caldav_client_sees_the_event_then_sees_it_moved_then_gone(desk: Desk, tmp_path: Path):
    house, booked = desk.house, await desk.book()
    await house.deliver_all()
    home = desk.account.url.removesuffix("work/")
    there = f'type = "caldav"\nurl = "{home}"\nusername = "{desk.account.user}"\npassword = "{desk.account.password}"'

    (event,) = await seen_by_vdirsyncer(tmp_path / "v", there, '["work"]')
    assert start_of(event) == "20270323T090000 Europe/Paris"
    assert f"UID:{booked.uid}" in event.replace("\n ", "").replace("\r\n ", "")

    offer = (await house.first_offers(booked.seat))[4]
    moved = await house.appointments.own.move(house.structure, booked.seat, booked.id, offer)
    await house.deliver_all()
    (event,) = await seen_by_vdirsyncer(tmp_path / "v", there, '["work"]')
    assert start_of(event) == f"{moved.local_start:%Y%m%dT%H%M%S} Europe/Paris"

    await house.appointments.own.cancel(house.structure, booked.seat, booked.id)
    await house.deliver_all()
    assert await seen_by_vdirsyncer(tmp_path / "v", there, '["work"]') == []


class Published:
    """The feed behind an address of the loopback."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/calendar; charset=utf-8\r\nContent-Length: {len(self.body)}"
        writer.write(head.encode() + b"\r\nConnection: close\r\n\r\n" + self.body)
        await writer.drain()
        writer.close()


async def test_a_foreign_client_reads_the_feed_times_and_initials_and_nothing_else(house: House, tmp_path: Path):
    counsellor = await house.new_counsellor()
    feed = Feed(house.store, house.clock)
    bookings = []
    for place, name in enumerate(("Élodie", "Zoé")):
        seat = await house.new_seat(counsellor, name)
        offer = (await house.first_offers(seat))[4 * place]
        bookings.append(await house.appointments.book(house.structure, seat, "m", offer, "k", ["Le permis"]))
    await house.appointments.own.cancel(house.structure, bookings[1].seat, bookings[1].id)
    data = await feed.file(await feed.new_token(house.structure, counsellor.id))
    server = await asyncio.start_server(Published(data).serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    there = f'type = "http"\nurl = "http://127.0.0.1:{port}/feed.ics"'
    events = await seen_by_vdirsyncer(tmp_path / "v", there, "null")
    server.close()

    assert len(events) == 2
    assert sorted(re.findall(r"SUMMARY:(.*)", "".join(events))) == ["Rendez-vous (Z.)", "Rendez-vous (É.)"]
    assert sorted(re.findall(r"STATUS:(\w+)", "".join(events))) == ["CANCELLED", "CONFIRMED"]
    for hidden in ("Élodie", "Zoé", "permis", "+336"):
        assert hidden not in data.decode()


async def test_a_feed_is_the_same_bytes_until_something_changes_and_its_address_is_stored_nowhere(house: House):
    counsellor = await house.new_counsellor()
    feed = Feed(house.store, house.clock)
    token = await feed.new_token(house.structure, counsellor.id)
    first = await feed.file(token)
    assert await feed.file(token) == first
    seat = await house.new_seat(counsellor)
    await house.appointments.book(house.structure, seat, "m", (await house.first_offers(seat))[0], "k")
    assert await feed.file(token) != first
    ((stored,),) = await house.query("SELECT feed_hash FROM counsellor_calendar")
    assert token not in stored

    other = await feed.new_token(house.structure, counsellor.id)
    assert await feed.file(token) is None
    await feed.close(house.structure, counsellor.id)
    assert await feed.file(other) is None


async def test_the_card_for_i_milo_says_each_line_in_its_words(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    await house.query("UPDATE seat SET file_number = '59-1234' WHERE id = :it RETURNING id", it=seat)
    booked = await house.appointments.book(house.structure, seat, "m", (await house.first_offers(seat))[0], "k")
    card = await Feed(house.store, house.clock).card(house.structure, counsellor.id, booked.id)
    assert card.replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "Objet : Entretien de suivi",
        "Dossier : 59-1234",
        "Date : 23/03/2027",
        "Heure de début : 9 h",
        "Heure de fin : 9 h 30",
        "Lieu : Mission Locale, 5 boulevard du Maréchal, Lille",
        "Conseiller : Nadia Ferrand",
        "Statut : Planifié",
    ]


async def test_a_calendar_that_one_only_subscribes_to_keeps_its_owner_busy(house: House):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20270323"]
    body = "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()
    server = await asyncio.start_server(Published(body).serve, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/mine.ics"
    counsellor = await house.new_counsellor(busy_url=url)
    seat = await house.new_seat(counsellor)

    slots = (await house.appointments.slots(house.structure, seat)).slots
    server.close()

    assert slots[0].start.isoformat() == "2027-03-24T09:00:00+01:00"
    assert httpx.URL(url).host not in str(await house.query("SELECT busy_url FROM counsellor_calendar"))
