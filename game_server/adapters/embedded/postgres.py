"""PostgreSQL 18 as a child: made, started, waited for, stopped."""

import os
import shutil
import signal
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from game_server.adapters.embedded.binaries import Binaries
from game_server.adapters.embedded.folder import DataFolder, closed_folder
from game_server.adapters.embedded.process import Process, adopt, start
from game_server.adapters.embedded.refusal import StoresRefused

MAJOR_VERSION = "18"
SUPERUSER = "postgres"
ROLE = DATABASE = "eclats"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_checkpoints": "off",
    # a statement or the detail of an error can carry a name: the log gets neither
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
ASLEEP = (
    OSError,
    TimeoutError,
    asyncpg.OperatorInterventionError,  # starting, recovering or stopping
    asyncpg.PostgresConnectionError,
    asyncpg.TooManyConnectionsError,
)
FLEETING = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Postgres:
    """The cluster of one data folder; what is acknowledged is on disk when `durable`."""

    folder: DataFolder
    binaries: Binaries
    durable: bool = True

    name = "PostgreSQL"

    @property
    def data(self) -> Path:
        """The folder of the cluster."""
        return self.folder.path / "postgres"

    @property
    def log(self) -> Path:
        """What PostgreSQL says of itself."""
        return self.folder.path / "postgres.log"

    @property
    def program(self) -> Path:
        """The server's file."""
        return self.binaries.postgres()

    def url(self, database: str = DATABASE, *, superuser: bool = False) -> str:
        """Return the address that asyncpg and SQLAlchemy read alike, for the ordinary role or the superuser."""
        passwords = self.folder.passwords
        role, password = (SUPERUSER, passwords.superuser) if superuser else (ROLE, passwords.application)
        return f"postgresql://{role}:{password}@/{database}?host={self.folder.sockets}"

    def prepare(self) -> None:
        """Make the cluster, whole or not at all. Raises StoresRefused for a cluster of another major version."""
        if self.data.exists():
            self._check_version()
            return
        making = self.folder.path / "postgres.new"
        shutil.rmtree(making, ignore_errors=True)
        closed_folder(making, self.folder.account)
        self._initdb(making)
        making.rename(self.data)

    def adopt(self) -> Process | None:
        """Return the server that a supervisor left running here."""
        return adopt(self.data / "postmaster.pid", self.program, self.data, self.folder.account)

    def start(self) -> Process:
        """Start the server; it is ready when `ready` says so."""
        self._forget_stale_pid()
        settings = SETTINGS | (DURABLE if self.durable else FLEETING)
        settings["unix_socket_directories"] = str(self.folder.sockets)
        options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        return start([str(self.program), "-D", str(self.data), *options], self.folder.account, self.log)

    async def ready(self) -> bool:
        """Tell whether it answers our role; a first time makes the role and its database."""
        try:
            connection = await asyncpg.connect(self.url("postgres", superuser=True), timeout=5)
        except ASLEEP:
            return False
        except asyncpg.InvalidPasswordError as error:
            raise StoresRefused(
                "passwords_lost",
                f"Le fichier « {self.folder.path / 'passwords'} » n’est pas celui de ces données : remettez l’ancien.",
            ) from error
        try:
            await self._ensure_role(connection)
        finally:
            await connection.close()
        return True

    def ask_to_stop(self, process: Process, *, patience_is_over: bool) -> None:
        """Stop it: first open transactions are rolled back and all is written; then at once, to recover later."""
        process.send(signal.SIGQUIT if patience_is_over else signal.SIGINT)

    async def _ensure_role(self, connection: "asyncpg.Connection") -> None:
        password = self.folder.passwords.application
        if not await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", ROLE):
            await connection.execute(f"CREATE ROLE {ROLE} LOGIN PASSWORD '{password}'")
        if not await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", DATABASE):
            await connection.execute(f"CREATE DATABASE {DATABASE} OWNER {ROLE}")

    def _initdb(self, target: Path) -> None:
        secret = self.folder.path / "initdb.password"
        secret.unlink(missing_ok=True)
        with os.fdopen(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(self.folder.passwords.superuser)
        self.folder.account.give(secret)
        try:
            self._run_initdb(target, secret)
        finally:
            secret.unlink()

    def _run_initdb(self, target: Path, secret: Path) -> None:
        command = [str(self.binaries.postgres("initdb")), "-D", str(target), "-U", SUPERUSER, f"--pwfile={secret}"]
        command += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        command += [] if self.durable else ["--no-sync"]
        making = start(command, self.folder.account, self.log).child
        if making is None or making.wait(timeout=300):
            raise StoresRefused("initdb_failed", f"PostgreSQL n’a pas pu préparer ses données : lisez « {self.log} ».")

    def _check_version(self) -> None:
        version = (self.data / "PG_VERSION").read_text().strip()
        if version != MAJOR_VERSION:
            raise StoresRefused(
                "other_major_version",
                f"Les données de « {self.data} » sont de PostgreSQL {version}, et non {MAJOR_VERSION}. "
                "Sauvegardez-les avec l’ancienne version (eclats backup), puis restaurez-les ici.",
            )

    def _forget_stale_pid(self) -> None:
        # PostgreSQL forgets a dead server by itself, but not an id that another program now has
        if self.adopt() is None:
            (self.data / "postmaster.pid").unlink(missing_ok=True)
