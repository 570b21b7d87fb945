"""One server process: `python -m game_server.worker FD`, on a socket that its parent opened, told by its environment."""

import asyncio
import json
import os
import signal
import socket
import sys
import threading
from dataclasses import astuple

import uvicorn
import uvloop
from fastapi import APIRouter

from game_server.adapters.imap.mailbox import MailAccount
from game_server.adapters.sms.gateway import Gateway
from game_server.adapters.smtp.courier import MailServer
from game_server.build import Wiring, server
from game_server.entrypoints.app import create_app
from game_server.entrypoints.parts import Access, Parts
from game_server.logs import configure_logs

TOLD = "ECLATS_WORKER"
LARGEST_SOCKET_MESSAGE = 64 * 1024
PING_SECONDS = 20.0


def told(wiring: Wiring) -> dict[str, str]:
    """What a worker's environment carries."""
    access, mail = wiring.access, wiring.mail
    return {
        TOLD: json.dumps(
            {
                "database_url": wiring.database_url,
                "redis_url": wiring.redis_url,
                "secret": wiring.secret,
                "access": [access.public_url, sorted(access.origins), access.secure_cookies],
                "mail": [mail.host, mail.port, mail.sender, mail.security, mail.user, mail.password],
                "replies": wiring.replies and astuple(wiring.replies),
                "texts": wiring.texts and astuple(wiring.texts),
            }
        )
    }


def heard(text: str) -> Wiring:
    """The wiring that `told` wrote."""
    raw = json.loads(text)
    public_url, origins, secure = raw["access"]
    access = Access(public_url, frozenset(origins), secure)
    return Wiring(
        raw["database_url"],
        raw["redis_url"],
        access,
        raw["secret"],
        MailServer(*raw["mail"]),
        replies=raw["replies"] and MailAccount(*raw["replies"]),
        texts=raw["texts"] and Gateway(*raw["texts"]),
    )


def http_server(parts: Parts, *more: APIRouter, graceful: int = 5) -> uvicorn.Server:
    """The web server of one process. Deflate is off: it doubles the processor time and the memory of a socket."""
    config = uvicorn.Config(
        create_app(parts, *more),
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=LARGEST_SOCKET_MESSAGE,
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
        loop="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=graceful,
    )
    return uvicorn.Server(config)


async def serve(wiring: Wiring, listening: socket.socket) -> None:
    """Serve until the signal to leave."""
    async with server(wiring) as parts:
        await http_server(parts).serve(sockets=[listening])


def leave_with_the_parent() -> None:
    """Leave as if told to once the other end of the standard input is closed: an orphan would keep the port."""

    def wait() -> None:
        while os.read(0, 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True).start()


def main() -> None:
    """Run one worker."""
    configure_logs()
    leave_with_the_parent()
    listening = socket.socket(fileno=int(sys.argv[1]))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(heard(os.environ.pop(TOLD)), listening))


if __name__ == "__main__":
    main()
