"""PostgreSQL goes away and comes back: every route says so, nothing is half done, and nobody restarts anything."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import parse_qs, urlsplit

from tests.http.browser import PATIENCE, granted, refused
from tests.http.conftest import opened_town
from tests.http.town import PASSWORD, PIN


class Road:
    """A road to PostgreSQL that can be cut."""

    def __init__(self, socket_path: str) -> None:
        self._to, self._open, self._cut = socket_path, set(), False
        self.port = 0

    @asynccontextmanager
    async def laid(self) -> AsyncIterator["Road"]:
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        yield self
        server.close()
        self.cut()

    def cut(self) -> None:
        self._cut = True
        for writer in tuple(self._open):
            writer.transport.abort()

    def mend(self) -> None:
        self._cut = False

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._cut:
            writer.transport.abort()
            return
        inner, outer = await asyncio.open_unix_connection(self._to)
        self._open |= {writer, outer}
        await asyncio.gather(self._pump(reader, outer), self._pump(inner, writer))
        self._open -= {writer, outer}

    @staticmethod
    async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        writer.close()


async def test_an_unreachable_store_is_said_and_waited_for(migrated_url: str, redis_url: str):
    url = urlsplit(migrated_url)
    folder = parse_qs(url.query)["host"][0]
    async with Road(f"{folder}/.s.PGSQL.5432").laid() as road:
        through = f"postgresql://{url.username}:{url.password}@127.0.0.1:{road.port}{url.path}"
        async with opened_town(through, redis_url) as town:
            house = await town.house("lille")
            inaya = await house.join("Inaya")
            road.cut()
            join = {"code": house.door["code"], "first_name": "Malo", "pin": PIN}
            sign_in = {"email": "lille@exemple.fr", "password": PASSWORD}
            for who, method, path, body in (
                (town.browser(), "POST", "/api/join", join),
                (town.browser(), "POST", "/api/staff/sign-in", sign_in),
                (inaya.phone, "GET", f"{inaya.path}/me", None),
                (inaya.phone, "GET", f"{inaya.path}/slots", None),
                (house.lead, "GET", "/api/groups", None),
                (house.lead, "GET", "/api/counsellor/appointments", None),
            ):
                answer = await who.ask(method, path, body)
                refused(answer, "store_unreachable", 503)
                assert answer.headers["retry-after"]
            road.mend()
            async with asyncio.timeout(PATIENCE):
                while (await town.browser().ask("POST", "/api/join", join)).status_code == 503:  # noqa: ASYNC110 - the road
                    await asyncio.sleep(0.2)
            names = [one["first_name"] for one in await house.lead.get(f"{house.path}/people")]
            assert names == ["Inaya", "Malo"]
            granted(await inaya.phone.ask("GET", f"{inaya.path}/me"))
