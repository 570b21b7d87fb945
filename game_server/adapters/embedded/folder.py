"""The one folder that holds everything: data, passwords, sockets, logs; closed to everybody else."""

import fcntl
import hashlib
import json
import os
import secrets
import shutil
import stat
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from game_server.adapters.embedded.account import Account, account_for, reachable_folder
from game_server.adapters.embedded.refusal import StoresRefused

CLOSED = 0o700
LONGEST_SOCKET = 100  # bytes; the kernel's own limit is 107
SOCKET_NAMES = (".s.PGSQL.5432", "valkey.sock")


@dataclass(frozen=True)
class Passwords:
    """Made once, kept in the data folder, readable by its supervisor alone."""

    superuser: str
    application: str
    valkey: str


@dataclass(frozen=True)
class DataFolder:
    """An open data folder: ours alone until `release`."""

    path: Path
    account: Account
    passwords: Passwords
    sockets: Path
    lock: int

    def release(self) -> None:
        """Let another supervisor have it."""
        if self.sockets.parent != self.path:
            shutil.rmtree(self.sockets, ignore_errors=True)
        os.close(self.lock)


def open_folder(wanted: Path) -> DataFolder:
    """Make or find the data folder for `wanted`, closed to others, and lock it.

    Raises StoresRefused when another supervisor holds it, or when it belongs to somebody else.
    """
    path = reachable_folder(wanted)
    account = account_for(path)
    closed_folder(path, account)
    lock = _lock(path / "lock")
    sockets = _sockets(path)
    closed_folder(sockets, account)
    return DataFolder(path, account, _passwords(path / "passwords"), sockets, lock)


def closed_folder(path: Path, account: Account) -> None:
    """Make `path`, its parents too, closed to all but `account`. Raises StoresRefused if it is somebody else's."""
    if not path.exists():
        _make_parents(path)
        path.mkdir(mode=CLOSED)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {account.user, os.geteuid()}:
        raise StoresRefused(
            "folder_of_another",
            f"Le dossier « {path} » appartient à un autre compte. "
            "Choisissez un autre dossier, ou lancez la commande depuis ce compte.",
        )
    account.give(path)
    path.chmod(CLOSED)


def _make_parents(path: Path) -> None:
    # a severe umask must not hide from the account what we make on its way
    for parent in reversed([parent for parent in path.parents if not parent.exists()]):
        parent.mkdir()
        parent.chmod(0o755)


def _lock(path: Path) -> int:
    lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        # a lock of the process, not of the file: a child that outlives us does not keep it
        fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.pread(lock, 20, 0).decode().strip() or "?"
        os.close(lock)
        raise StoresRefused(
            "folder_in_use",
            f"Les bases de « {path.parent} » sont déjà tenues par le processus {holder}. "
            "Arrêtez-le d’abord, ou choisissez un autre dossier.",
        ) from error
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
    return lock


def _sockets(folder: Path) -> Path:
    inside = folder / "sockets"
    longest = max(len(os.fsencode(inside / name)) for name in SOCKET_NAMES)
    # an address reads a comma as a second host, a percent as a code
    if longest <= LONGEST_SOCKET and quote(str(inside)) == str(inside):
        return inside
    # always the same name for the same folder, so that living children are found again
    name = f"eclats-{os.geteuid()}-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]}"
    return Path("/tmp") / name  # noqa: S108 - closed_folder() refuses it unless it is ours


def _passwords(path: Path) -> Passwords:
    if path.exists():
        return Passwords(**json.loads(path.read_text()))
    made = Passwords(*(secrets.token_urlsafe(24) for _ in range(3)))
    making = path.with_suffix(".new")
    making.unlink(missing_ok=True)
    descriptor = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(asdict(made), file)
        file.flush()
        os.fsync(descriptor)
    making.rename(path)
    return made
