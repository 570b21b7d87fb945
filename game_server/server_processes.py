"""Many identical server processes on one listening socket, kept alive by the process that owns the stores."""

import asyncio
import os
import signal
import socket
import sys
from contextlib import suppress

import structlog

REST = 1.0
LEAVE_WITHIN = 10.0
UNREAD_MILLISECONDS = 15_000
"""After so long without room for what was sent to it, a peer is given up: else it would hold its socket for ever."""


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that every process accepts from. Raises OSError when the address is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_MILLISECONDS)
    opened.bind((host, port))
    opened.listen(2048)
    opened.set_inheritable(True)
    return opened


class ServerProcesses:
    """Starts `count` workers; one that dies is started again; all leave when told to."""

    def __init__(self, listening: socket.socket, count: int, environment: dict[str, str]) -> None:
        """Take the socket that they share and what they are told by the environment."""
        self._listening, self._count, self._environment = listening, count, environment
        self.ids: dict[int, int] = {}

    async def run(self) -> None:
        """Keep them alive until cancelled."""
        try:
            await asyncio.gather(*(self._keep(place) for place in range(self._count)))
        finally:
            for process in self.ids.values():
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGTERM)

    async def _keep(self, place: int) -> None:
        while True:
            worker = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "game_server.worker", str(self._listening.fileno())),
                stdin=asyncio.subprocess.PIPE,  # it closes with this process, even killed: the worker then leaves
                pass_fds=(self._listening.fileno(),),
                env={**os.environ, **self._environment},
            )
            self.ids[place] = worker.pid
            try:
                code = await worker.wait()
            except asyncio.CancelledError:
                await self._leave(worker)
                raise
            structlog.get_logger().warning("server_process_died", place=place, code=code)
            await asyncio.sleep(REST)

    async def _leave(self, worker: asyncio.subprocess.Process) -> None:
        with suppress(ProcessLookupError):
            worker.terminate()
        try:
            await asyncio.wait_for(worker.wait(), LEAVE_WITHIN)
        except TimeoutError:
            worker.kill()
