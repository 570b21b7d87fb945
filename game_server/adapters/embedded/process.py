"""One child of the supervisor, which may have been started by a supervisor that is gone."""

import asyncio
import math
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from game_server.adapters.embedded.account import Account, cannot_change

GLANCE = 0.05
BORN_FIELD = 19  # the 22nd of /proc/<pid>/stat, counted after the name in brackets


@dataclass(frozen=True)
class Process:
    """A running program: its id, and when it was born, so that a reused id is never taken for it."""

    pid: int
    born: str
    child: subprocess.Popen[bytes] | None = None

    def alive(self) -> bool:
        """Tell whether it still runs; a child of ours that ended is reaped here."""
        if self.child is not None:
            return self.child.poll() is None
        return _born(self.pid) == self.born

    def send(self, number: signal.Signals) -> None:
        """Signal it, unless it is gone."""
        if self.alive():
            os.kill(self.pid, number)

    async def ended(self, within: float = math.inf) -> bool:
        """Wait at most `within` seconds, for ever if not told, for its end, and tell whether it came."""
        limit = time.monotonic() + within
        while self.alive():
            if time.monotonic() > limit:
                return False
            await asyncio.sleep(GLANCE)
        return True


def start(command: list[str], account: Account, log: Path, given: bytes = b"") -> Process:
    """Start a program in a session of its own, its words appended to `log`, `given` on its standard input.

    Raises StoresRefused when root may not become `account`.
    """
    words = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        child = _spawn(command, account, words)
    except (OSError, subprocess.SubprocessError) as error:
        if account.changes:
            raise cannot_change() from error
        raise
    finally:
        os.close(words)
    if child.stdin is not None:
        child.stdin.write(given)
        child.stdin.close()
    return Process(child.pid, _born(child.pid) or "", child)


def _spawn(command: list[str], account: Account, words: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own programs, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=words,
        stderr=words,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
        start_new_session=True,  # the terminal's Ctrl-C reaches the supervisor, which then stops them in order
        user=account.user if account.changes else None,
        group=account.group if account.changes else None,
        extra_groups=[] if account.changes else None,
    )


def adopt(pid_file: Path, program: Path, folder: Path, account: Account) -> Process | None:
    """Return the process that `pid_file` names, if it is really `program`, of `account`, over `folder`.

    Only what everybody may read in /proc is looked at: in a container root may not read a stranger's links.
    """
    try:
        pid = int(pid_file.read_text().split("\n", 1)[0])
        owner = Path(f"/proc/{pid}").stat().st_uid
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError, ValueError):
        return None
    born = _born(pid)
    ours = owner == account.user and Path(os.fsdecode(words[0])).name == program.name and os.fsencode(folder) in words
    return Process(pid, born) if ours and born else None


def runs(process: Process, program: Path) -> bool:
    """Tell whether `process` runs this very file, and not one of an older version."""
    try:
        return Path(f"/proc/{process.pid}/cmdline").read_bytes().split(b"\0")[0] == os.fsencode(program)
    except (FileNotFoundError, ProcessLookupError):
        return False


def _born(pid: int) -> str | None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if fields[0] in "ZX" else fields[BORN_FIELD]
