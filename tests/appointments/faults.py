"""A line that misbehaves: every piece of a reply may come late, half, or never."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum, auto

PIECE = 65_536
LATE = 0.02


class Fault(Enum):
    """What becomes of one piece of a reply."""

    PASSED = auto()
    LATE = auto()
    HALF = auto()
    LOST = auto()


Fate = Callable[[int], Fault]


@dataclass
class FaultProxy:
    """Passes everything on to `port`; `fate` says what becomes of the replies, counted from 0. What was asked is kept."""

    port: int
    fate: Fate
    replies: int = 0
    asked: list[bytearray] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.asked.append(bytearray())
        asking = asyncio.create_task(self._ask(reader, far_writer, self.asked[-1]))
        try:
            with contextlib.suppress(ConnectionError):
                while (piece := await far_reader.read(PIECE)) and await self._pass(piece, writer):
                    pass
        finally:
            asking.cancel()
            far_writer.close()
            writer.close()

    @staticmethod
    async def _ask(reader: asyncio.StreamReader, far_writer: asyncio.StreamWriter, kept: bytearray) -> None:
        with contextlib.suppress(ConnectionError):
            while piece := await reader.read(PIECE):
                kept += piece
                far_writer.write(piece)
                await far_writer.drain()
            far_writer.write_eof()

    async def _pass(self, piece: bytes, writer: asyncio.StreamWriter) -> bool:
        fault, self.replies = self.fate(self.replies), self.replies + 1
        if fault is Fault.LATE:
            await asyncio.sleep(LATE)
        if fault in (Fault.HALF, Fault.LOST):
            writer.write(piece[: len(piece) // 2] if fault is Fault.HALF else b"")
            await writer.drain()
            writer.transport.close() if fault is Fault.HALF else writer.transport.abort()
            return False
        writer.write(piece)
        await writer.drain()
        return True


@asynccontextmanager
async def faulty(port: int, fate: Fate) -> AsyncIterator[tuple[FaultProxy, int]]:
    """Put such a line before `port`; give it, and its own port."""
    proxy = FaultProxy(port, fate)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    try:
        yield proxy, server.sockets[0].getsockname()[1]
    finally:
        server.close()


def once(number: int, fault: Fault) -> Fate:
    """That fault on the reply of that number, and none on any other."""
    return lambda reply: fault if reply == number else Fault.PASSED
