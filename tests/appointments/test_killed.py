"""kill -9 of a real sender process: what was committed is sent, and what was sent is the same message again.

Spec: B8
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from game_server.application.appointments.outbox import LEASE
from tests.appointments.house import House

SENDER = """
import asyncio, json, sys
from datetime import datetime
from game_server.adapters.postgres.appointments_outbox import SqlOutgoing
from game_server.adapters.postgres.appointments_sealed import SecretBox
from game_server.adapters.postgres.session import Database
from game_server.adapters.smtp.courier import MailServer, SmtpCourier
from game_server.application.appointments.outbox import Outbox
from game_server.application.appointments.words import Channel
told = json.loads(sys.argv[1])
courier = SmtpCourier(MailServer("127.0.0.1", told["port"], "rdv@lille.example", security="none"))
outgoing = SqlOutgoing(Database(told["url"]), SecretBox("a secret for tests"))
now = datetime.fromisoformat(told["now"])
asyncio.run(Outbox(outgoing, {Channel.IMIP: courier}, lambda: now).run_once())
"""


class Killer:
    """A mail server that kills the sender -9 at one word of the conversation, once it has kept what it was given."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.pid = 0
        self.kept: list[bytes] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._talk(reader, writer)
        except ConnectionError:
            return
        finally:
            writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._say(writer, "connect", b"220 hello\r\n")
        while line := await reader.readline():
            verb = line.split()[0].decode().upper()
            if verb == "DATA":
                writer.write(b"354 go on\r\n")
                self.kept.append(await reader.readuntil(b"\r\n.\r\n"))
            await self._say(writer, verb, b"221 bye\r\n" if verb == "QUIT" else b"250 ok\r\n")

    async def _say(self, writer: asyncio.StreamWriter, word: str, answer: bytes) -> None:
        if word == self.word and self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self.pid = 0
            raise ConnectionAbortedError
        writer.write(answer)
        await writer.drain()


@asynccontextmanager
async def killer(word: str) -> AsyncIterator[tuple[Killer, int]]:
    one = Killer(word)
    server = await asyncio.start_server(one.serve, "127.0.0.1", 0)
    try:
        yield one, server.sockets[0].getsockname()[1]
    finally:
        server.close()


@pytest.mark.parametrize(("word", "copies"), [("connect", 1), ("MAIL", 1), ("DATA", 2)])
async def test_a_sender_killed_at_any_word_leaves_the_invitation_to_the_next_one(
    house: House, migrated_url: str, word: str, copies: int
):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    await house.appointments.book(house.structure, seat, "last", (await house.first_offers(seat))[0], "key")
    async with killer(word) as (server, port):
        told = json.dumps({"url": migrated_url, "port": port, "now": house.clock().isoformat()})
        process = await asyncio.create_subprocess_exec(sys.executable, "-c", SENDER, told)
        server.pid = process.pid
        assert await process.wait() == -signal.SIGKILL
        house.clock.now += LEASE + timedelta(seconds=1)
        await house.outbox_to(port).run_once()

    assert await house.query("SELECT state FROM delivery") == [("done",)]
    assert len(server.kept) == copies
    assert len(set(server.kept)) == 1
