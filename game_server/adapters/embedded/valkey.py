"""Valkey 8.1 as a child: started, waited for, stopped."""

import json
import signal
from dataclasses import dataclass
from pathlib import Path

from redis.asyncio import Redis
from redis.exceptions import RedisError

from game_server.adapters.embedded.binaries import Binaries
from game_server.adapters.embedded.folder import DataFolder, closed_folder
from game_server.adapters.embedded.process import Process, adopt, start

SETTINGS = {
    "port": "0",
    "unixsocketperm": "700",
    "maxmemory-policy": "noeviction",
    "save": '""',
    "set-proc-title": "no",  # the folder stays readable in the command line, which is how we know our own
    "loglevel": "notice",
}
DURABLE = {"appendonly": "yes", "appendfsync": "everysec"}
FLEETING = {"appendonly": "no"}


@dataclass(frozen=True)
class Valkey:
    """The live progress of one data folder; at most a second is lost with the machine when `durable`."""

    folder: DataFolder
    binaries: Binaries
    durable: bool = True

    name = "Valkey"

    @property
    def data(self) -> Path:
        """The folder of the append-only file."""
        return self.folder.path / "valkey"

    @property
    def log(self) -> Path:
        """What Valkey says of itself."""
        return self.folder.path / "valkey.log"

    @property
    def program(self) -> Path:
        """The server's file."""
        return self.binaries.valkey

    @property
    def socket(self) -> Path:
        """Where it listens."""
        return self.folder.sockets / "valkey.sock"

    def url(self) -> str:
        """Return the address that redis-py reads."""
        return f"unix://:{self.folder.passwords.valkey}@{self.socket}"

    def prepare(self) -> None:
        """Make the folder of its data."""
        closed_folder(self.data, self.folder.account)

    def adopt(self) -> Process | None:
        """Return the server that a supervisor left running here."""
        return adopt(self.data / "valkey.pid", self.program, self.data, self.folder.account)

    def start(self) -> Process:
        """Start the server; it is ready when `ready` says so. The password is given by hand, not by a file."""
        settings = SETTINGS | (DURABLE if self.durable else FLEETING)
        settings |= {"unixsocket": _quoted(self.socket), "pidfile": _quoted(self.data / "valkey.pid")}
        settings["requirepass"] = self.folder.passwords.valkey
        given = "".join(f"{key} {value}\n" for key, value in settings.items()).encode()
        return start([str(self.program), "-", "--dir", str(self.data)], self.folder.account, self.log, given)

    async def ready(self) -> bool:
        """Tell whether it answers, its file read to the end."""
        client = Redis.from_url(self.url(), socket_timeout=5, retry=None)
        try:
            return bool(await client.ping())
        except (OSError, RedisError):
            return False
        finally:
            await client.aclose()

    def ask_to_stop(self, process: Process, *, patience_is_over: bool) -> None:
        """Stop it: first all is written; then at once."""
        process.send(signal.SIGKILL if patience_is_over else signal.SIGTERM)


def _quoted(path: Path) -> str:
    return json.dumps(str(path), ensure_ascii=False)
