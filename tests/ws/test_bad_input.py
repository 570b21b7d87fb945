"""Bad input over a real socket: each is answered where its sender can read it, and nothing else stops.

Spec: X9 X5 X6 X7
"""

import asyncio
import json
import random
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from game_server.adapters.postgres.session import Database
from game_server.build import accounts_on
from tests.end_to_end.kit import Server
from tests.end_to_end.table import Office, Table
from tests.end_to_end.truth import Stores
from tests.http.browser import PATIENCE, Browser, Socket

FLOOD = 1000
STUCK_HELLOS = 55
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE seat; --",
    "{{7*7}}",
    "Zoé\u202egpj.exe",
    "Zo\u200bé",
    "Zoé\nMalo",
    "=HYPERLINK(1)",
    "a" * 500,
)
TRUE = ("N’Golo", "Anne-Lise", "Łucja", "محمد", "阿美")


@pytest.fixture
async def table(office: Office) -> AsyncIterator[Table]:
    async with await office.table(2, random.Random(8)) as table:
        await table.everyone_is_here()
        await table.accepted({"type": "open_day", "day": 1})
        yield table


@pytest.fixture
async def neighbours(server: Server) -> AsyncIterator[Office]:
    """The facilitator of another structure of the same server."""
    database = Database(server.wiring().database_url)
    zone, holidays = "Europe/Paris", "metropole"
    new = await accounts_on(database).found("Douai", address="2 rue", time_zone=zone, holiday_profile=holidays)
    await database.close()
    office = await Office.opened(server.address, new.code, f"{uuid4().hex}@exemple.fr")
    yield office
    await office.lead.__aexit__()


async def page_of(table: Table, place: int = 0) -> Socket:
    """One more page of a phone of the table."""
    phone = list(table.phones.values())[place]
    page = await phone.browser.open(phone.path)
    await page.hello()
    return page


async def goes_on(table: Table) -> None:
    """The others play as if nothing had happened."""
    other = list(table.phones.values())[-1]
    for command in ({"type": "step_aside"}, {"type": "come_back"}):
        assert (await other.submit(command))["type"] == "receipt"
    await table.console.until(lambda: table.console.version >= other.version)


async def closed(browser: Browser, path: str) -> tuple[int, str]:
    return await (await browser.open(path)).closed()


async def test_whoever_may_not_enter_reads_why(table: Table, neighbours: Office):
    mine, other = table.phones.values()
    stranger = Browser(mine.browser.address)
    foreign = Browser(mine.browser.address, "https://ailleurs.exemple")
    foreign.cookies = mine.browser.cookies
    console = table.console.path
    signed_out = "Cette page n’est plus ouverte à ton nom."
    for browser, path, code, sentence in (
        (foreign, mine.path, 1008, "Cette page ne vient pas d’Éclats."),
        (stranger, mine.path, 4401, signed_out),
        (mine.browser, other.path, 4401, signed_out),
        (mine.browser, f"/ws/seat/{uuid4()}", 4401, signed_out),
        (mine.browser, console, 4401, "Cette page n’est plus ouverte à votre nom."),
        (neighbours.lead, console, 1008, "Ce groupe n’"),
        (neighbours.lead, f"/ws/console/{uuid4()}", 1008, "Ce groupe n’"),
        (neighbours.lead, mine.path, 4401, signed_out),
    ):
        got, said = await closed(browser, path)
        assert (got, said[: len(sentence)]) == (code, sentence), path
    await goes_on(table)


async def test_what_is_too_large_is_refused_and_what_is_far_too_large_ends_its_own_socket(table: Table):
    page = await page_of(table)
    await page.say(json.dumps({"type": "submit", "text": "a" * 20_000}))
    refusal = await page.hear("refusal")
    assert (refusal["code"], refusal["sentence"]) == (
        "too_large",
        "Ce message est trop long. Écris-le en moins de mots.",
    )
    await page.say(json.dumps({"type": "submit", "text": "a" * 100_000}))
    assert (await page.closed())[0] == 1009
    await goes_on(table)


async def test_a_flood_gets_an_answer_a_second_and_then_the_door(table: Table):
    page = await page_of(table)
    slow_downs = 0

    async def count() -> None:
        nonlocal slow_downs
        with suppress(ConnectionClosed):
            async for text in page.connection:
                slow_downs += json.loads(text)["type"] == "slow_down"

    counting = asyncio.create_task(count())
    began = asyncio.get_running_loop().time()
    with suppress(ConnectionClosed):
        for _ in range(FLOOD):
            await page.say({"type": "ping"})
    code, sentence = await page.closed()
    await counting
    assert (code, sentence) == (1008, "Trop d’actions à la fois. Attends quelques secondes, puis reprends.")
    assert 1 <= slow_downs <= 1 + asyncio.get_running_loop().time() - began
    await goes_on(table)


async def test_a_page_that_never_reads_is_closed_and_the_others_notice_nothing(server: Server, table: Table):
    phone = next(iter(table.phones.values()))
    place = urlsplit(server.address)
    stuck = socket.socket()
    stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    stuck.connect((place.hostname, place.port))
    headers = {name: value for name, value in phone.browser.headers().items() if name != "origin"}
    address = server.address.replace("http", "ws", 1) + phone.path
    page = await connect(
        address, sock=stuck, origin=phone.browser.origin, additional_headers=headers, max_queue=1, ping_interval=None
    )
    port = stuck.getsockname()[1]
    for _ in range(STUCK_HELLOS):
        await page.send(json.dumps({"type": "hello", "epoch": None, "last_seen": None}))
    assert await asyncio.to_thread(server.worker_at, port)
    async with asyncio.timeout(4 * PATIENCE):
        while await asyncio.to_thread(server.worker_at, port):
            await goes_on(table)
    page.transport.abort()


async def test_a_hostile_first_name_is_refused_and_a_true_one_is_plain_text_on_every_page(table: Table):
    for name in HOSTILE:
        body = {"code": table.door["code"], "first_name": name, "pin": "402917"}
        answer = await Browser(table.console.browser.address).ask("POST", "/api/join", body)
        assert answer.status_code == 422, name
        assert answer.json()["sentence"].endswith(".")
    for name in TRUE:
        await table.join(name)
        for page in table.pages():
            await page.until(
                lambda page=page, name=name: name in [one["name"] for one in page.slices["seats"]["seats"]]
            )


async def test_while_postgresql_is_away_nothing_is_acknowledged_and_the_action_counts_once_when_it_is_back(
    server: Server, table: Table, stores: Stores
):
    page = await page_of(table)
    phone = next(iter(table.phones.values()))
    aside = {"type": "submit", "device": page.device, "counter": 1, "command": {"type": "step_aside"}}
    with server.without("PostgreSQL"):
        await page.say(aside)
        told = await page.hear("slow_down", "receipt", "refusal")
        assert told == {"type": "slow_down", "seconds": 2, "code": "store_unreachable"}
        code, sentence = await closed(phone.browser, phone.path)
        assert (code, sentence.split(".")[0]) == (1013, "L’enregistrement ne répond pas")
        answer = await phone.browser.ask("GET", f"/api/seats/{phone.path.rsplit('/', 1)[1]}/me")
        assert (answer.status_code, answer.json()["code"]) == (503, "store_unreachable")
    async with asyncio.timeout(4 * PATIENCE):
        while told["type"] == "slow_down":
            await asyncio.sleep(told["seconds"] / 4)
            await page.say(aside)
            told = await page.hear("slow_down", "receipt", "refusal")
    assert told["type"] == "receipt"
    await page.say(aside)
    assert (await page.hear("receipt", "refusal", "settled"))["type"] == "receipt"
    story = await table.is_one_story(stores)
    assert [(one.device, one.counter) for one in story.commits].count((page.device, 1)) == 1
