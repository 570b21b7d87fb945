"""One server of two processes over real stores for this folder; each test has its own group, killed or not."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.end_to_end.kit import Server, served
from tests.end_to_end.table import Office
from tests.end_to_end.truth import Stores, stores_of


@pytest.fixture(scope="session")
def running() -> Iterator[tuple[Server, str]]:
    """Start the server once."""
    with served(processes=2) as both:
        yield both


@pytest.fixture
def server(running: tuple[Server, str]) -> Server:
    """The running server."""
    return running[0]


@pytest.fixture
async def office(running: tuple[Server, str]) -> AsyncIterator[Office]:
    """The facilitator, signed in: the first test opens the account, the others find it."""
    server, code = running
    opened = server.folder.with_name("account")
    office = await (Office.signed_in(server.address) if opened.exists() else Office.opened(server.address, code))
    opened.touch()
    yield office
    await office.lead.__aexit__()


@pytest.fixture
async def stores(server: Server) -> AsyncIterator[Stores]:
    """The stores, read beside the server."""
    async with stores_of(server.wiring()) as stores:
        yield stores
