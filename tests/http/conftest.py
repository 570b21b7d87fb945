"""A real server on a free port, over real stores, for every test of this folder."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
import uvicorn

from game_server.adapters.smtp.courier import MailServer
from game_server.build import Wiring, server
from game_server.entrypoints.parts import Access
from game_server.worker import http_server
from tests.http.browser import Browser
from tests.http.library import LIBRARY
from tests.http.town import House, Town


@asynccontextmanager
async def served(web: uvicorn.Server, *listening: socket.socket) -> AsyncIterator[None]:
    serving = asyncio.create_task(web.serve(sockets=list(listening)))
    while not web.started:  # noqa: ASYNC110 - uvicorn says it by a flag alone
        await asyncio.sleep(0.01)
    try:
        yield
    finally:
        web.should_exit = True
        await serving


@asynccontextmanager
async def opened_town(database_url: str, redis_url: str, *, lan: bool = False) -> AsyncIterator[Town]:
    own, guests = _listening(), _listening()
    address, lan_address = _address(own), _address(guests)
    access = Access(
        address,
        frozenset({address, lan_address}) if lan else frozenset({address}),
        secure_cookies=True,
        loopback_keys=lan,
        player_origin=lan_address if lan else None,
    )
    mail = MailServer("127.0.0.1", 1, "rendez-vous@exemple.fr", "none")
    wiring = Wiring(database_url, redis_url, access, "a secret for tests, long enough", mail, staff_keys=lan)
    browsers: list[Browser] = []
    async with AsyncExitStack() as leaving:
        parts = await leaving.enter_async_context(server(wiring, LIBRARY))
        await leaving.enter_async_context(served(http_server(parts, graceful=1), own, guests))
        town = Town(address, parts, browsers)
        yield town
        for browser in browsers:
            await browser.__aexit__()


@pytest.fixture
async def town(migrated_url: str, redis_url: str) -> AsyncIterator[Town]:
    async with opened_town(migrated_url, redis_url) as town:
        yield town


@pytest.fixture
async def lan_town(migrated_url: str, redis_url: str) -> AsyncIterator[Town]:
    async with opened_town(migrated_url, redis_url, lan=True) as town:
        yield town


@pytest.fixture
async def house(town: Town) -> House:
    return await town.house("lille")


def _listening() -> socket.socket:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    return listening


def _address(listening: socket.socket) -> str:
    return f"http://127.0.0.1:{listening.getsockname()[1]}"
