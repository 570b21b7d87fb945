"""`eclats serve` as an operator runs it: a process over a data folder, to be asked, watched and killed at will."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from game_server.build import Wiring
from game_server.worker import TOLD, heard
from tests.stores import stores_folder

HOUSE = Path(__file__).parents[2]
ECLATS = [sys.executable, "-m", "game_server.main"]
STARTED_WITHIN = 60.0
GLANCE = 0.02
OPEN = re.compile(r"Éclats est ouvert : (\S+)/console")
CODE = re.compile(r"^ {4}([0-9a-f]{32})$", re.MULTILINE)
STORES = {"PostgreSQL": "postgres/postmaster.pid", "Valkey": "valkey/valkey.pid"}


def settings(folder: Path, **more: str) -> dict[str, str]:
    """The environment of the command: ours, without any setting of the machine, and these."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("ECLATS_")}
    bare = {name: value for name, value in bare.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    return bare | {"ECLATS_DATA": str(folder), "ECLATS_PORT": "0", "PYTHONPATH": str(HOUSE)} | more


def told_by(*words: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [*ECLATS, *words], env=environment, capture_output=True, text=True, timeout=STARTED_WITHIN, check=False
    )


def until(true: Callable[[], object], within: float = STARTED_WITHIN) -> None:
    """Wait until `true` is true. Raises TimeoutError."""
    limit = time.monotonic() + within
    while not true():
        if time.monotonic() > limit:
            raise TimeoutError(true)
        time.sleep(GLANCE)


class Server:
    """One `eclats serve` and all that it started."""

    def __init__(self, folder: Path, processes: int) -> None:
        self.folder, self.processes = folder, processes
        self.words = folder.with_name("server.log")
        """Everything that the server and its workers wrote, over every start."""
        self.address = ""
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, or start again on the same address, and wait until it answers."""
        port = str(urlsplit(self.address).port) if self.address else "0"
        environment = settings(self.folder, ECLATS_PORT=port, ECLATS_PROCESSES=str(self.processes))
        already = self.words.stat().st_size if self.words.exists() else 0
        with self.words.open("ab") as words:
            self._process = subprocess.Popen([*ECLATS, "serve"], env=environment, stdout=words, stderr=words)
        until(lambda: self._ended() or OPEN.search(self._said(already)))
        opened = OPEN.search(self._said(already))
        assert opened, self._said(already)
        self.address = opened[1]
        httpx.get(f"{self.address}/api/staff/me", timeout=STARTED_WITHIN)

    def stop(self) -> int:
        """Ask it to leave; the status it leaves with."""
        assert self._process is not None
        self._process.terminate()
        return self._process.wait(STARTED_WITHIN)

    @property
    def id(self) -> int:
        """The supervising process."""
        assert self._process is not None
        return self._process.pid

    def workers(self) -> list[int]:
        """The server processes that live now."""
        return [pid for pid in _children(self.id) if b"game_server.worker" in _words_of(pid)]

    def store(self, name: str) -> int:
        """The process of PostgreSQL or Valkey, waited for while it starts again."""
        until(lambda: _words_of(self._noted(name)))
        return self._noted(name)

    def worker_at(self, port: int) -> int | None:
        """The server process that holds the other end of a socket of ours, told by our port."""
        own = urlsplit(self.address).port
        for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
            fields = line.split()
            if (_port(fields[1]), _port(fields[2])) == (own, port):
                return next((pid for pid in self.workers() if f"socket:[{fields[9]}]" in _open_in(pid)), None)
        return None

    def wiring(self) -> Wiring:
        """What the workers were told: the addresses of the stores."""
        until(self.workers)
        given = Path(f"/proc/{self.workers()[0]}/environ").read_bytes().split(b"\0")
        return heard(next(one for one in given if one.startswith(f"{TOLD}=".encode())).decode().partition("=")[2])

    def kill_a_worker(self, place: int = 0) -> None:
        """Kill one server process at once."""
        until(lambda: len(self.workers()) == self.processes)
        os.kill(self.workers()[place % len(self.workers())], signal.SIGKILL)

    def kill_all_workers(self) -> None:
        """Kill every server process at once."""
        until(lambda: len(self.workers()) == self.processes)
        for worker in self.workers():
            os.kill(worker, signal.SIGKILL)

    def kill_itself(self) -> None:
        """Kill the supervising process at once, then start another on the same folder and address."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self.start()

    def kill_store(self, name: str) -> None:
        """Kill PostgreSQL or Valkey at once; what watches over it brings it back."""
        os.kill(self.store(name), signal.SIGKILL)

    @contextmanager
    def without(self, name: str) -> Iterator[None]:
        """Kill a store, and hold still what would bring it back."""
        with self._held():
            self.kill_store(name)
            yield

    @contextmanager
    def without_workers(self) -> Iterator[None]:
        """Kill every server process, and hold still what would bring them back."""
        until(lambda: len(self.workers()) == self.processes)
        with self._held():
            self.kill_all_workers()
            yield

    @contextmanager
    def _held(self) -> Iterator[None]:
        os.kill(self.id, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.id, signal.SIGCONT)

    def everything(self) -> list[int]:
        """Every process of this folder, whoever its parent is."""
        known = [self._noted(name) for name in STORES]
        return [pid for pid in (*known, *self.workers(), self.id) if _words_of(pid)]

    def _noted(self, store: str) -> int:
        try:
            return int((self.folder / STORES[store]).read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return 0

    def _ended(self) -> bool:
        return self._process is not None and self._process.poll() is not None

    def _said(self, since: int = 0) -> str:
        return self.words.read_bytes()[since:].decode() if self.words.exists() else ""


@contextmanager
def served(processes: int) -> Iterator[tuple[Server, str]]:
    """A server over a fresh folder, and the code of the first account of a structure that the command founded."""
    with stores_folder() as folder:
        founded = told_by("found", "Mission Locale de Lille", "5 rue des Lilas", environment=settings(folder))
        code = CODE.search(founded.stdout)
        assert code, founded.stderr
        server = Server(folder, processes)
        try:
            server.start()
            yield server, code[1]
            assert server.stop() == 0
        finally:
            for pid in server.everything():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


def _children(parent: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent and fields[0] not in "ZX":
                found.append(int(status.parent.name))
    return sorted(found)


def _port(address: str) -> int:
    return int(address.rpartition(":")[2], 16)


def _open_in(pid: int) -> set[str]:
    found = set()
    for file in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            found.add(str(file.readlink()))
    return found


def _words_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""
