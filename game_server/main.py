"""The command `eclats`: what an operator, an author and the demonstration run."""

import asyncio
import errno
import logging
import os
import secrets
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated
from urllib.parse import unquote, urlsplit

from cyclopts import App, Parameter

from game_server.adapters.embedded.refusal import StoresRefused
from game_server.adapters.embedded.supervisor import EmbeddedStores
from game_server.adapters.imap.mailbox import MailAccount, account_at
from game_server.adapters.postgres.migrate import migrate
from game_server.adapters.postgres.session import Database
from game_server.adapters.redis.live import RedisLive
from game_server.adapters.sms.gateway import Gateway
from game_server.adapters.smtp.courier import MailServer
from game_server.build import Wiring, accounts_on
from game_server.demonstration.film import Film, run_film
from game_server.entrypoints.cli_packs import check_packs, print_texts
from game_server.entrypoints.cli_prove import prove
from game_server.entrypoints.cli_simulate import simulate
from game_server.entrypoints.parts import Access
from game_server.logs import configure_logs
from game_server.server_processes import ServerProcesses, listening_socket
from game_server.settings import BadSettingsError, Settings, read_settings
from game_server.worker import told

PORT_IS_FREE_WITHIN = 3.0
REDIS_ANSWERS_WITHIN = 3.0
LOOPBACK = ("127.0.0.1", "localhost", "::1")

app = App(name="eclats", help="Éclats : dix jours d’aventure de groupe pour les Missions Locales.")


app.command(check_packs, name="check")
app.command(print_texts, name="texts")
app.command(simulate)
app.command(prove)


@app.command
def serve() -> int:
    """Lancer le serveur, d’après les réglages ECLATS_…, DATABASE_URL et REDIS_URL."""
    configure_logs()
    return asyncio.run(_serve(read_settings()))


@app.command
def found(name: str, address: str, *, time_zone: str = "Europe/Paris", holidays: str = "metropole") -> int:
    """Créer une structure, et le code qui ouvre son premier compte."""
    return asyncio.run(_found(read_settings(), name, address, time_zone, holidays))


@app.command
def play(
    *,
    fast: Annotated[bool, Parameter(help="sans attendre entre les gestes")] = False,
    json: Annotated[Path | None, Parameter(help="écrire le compte rendu dans ce fichier")] = None,
    hold: Annotated[bool, Parameter(help="rester ouvert après la fin")] = False,
    data: Annotated[Path, Parameter(help="dossier des données")] = Path("var/play"),
    port: Annotated[int, Parameter(help="port ; 0 : libre")] = 0,
    pack: Annotated[str, Parameter(help="pack et édition")] = "tempo_2050/1",
) -> int:
    """Montrer une aventure : huit jeunes simulés, un animateur, deux conseillers, et une place libre pour vous."""
    configure_logs(logging.WARNING)
    name, _, edition = pack.partition("/")
    film = Film(data=data, fast=fast, report=json, hold=hold, port=port, pack=(name, int(edition or 1)))
    return run_film(film)


def run() -> None:
    """Run the command; a refusal is one clear message and the exit status 2."""
    try:
        app()
    except (BadSettingsError, StoresRefused) as refusal:
        print(refusal, file=sys.stderr)
        raise SystemExit(2) from None


@asynccontextmanager
async def stores(settings: Settings) -> AsyncIterator[tuple[str, str]]:
    """The addresses of PostgreSQL and Redis: the structure's own, or ours, started here and kept alive."""
    if settings.database_url and settings.redis_url:
        yield settings.database_url, settings.redis_url
        return
    async with EmbeddedStores(settings.data) as ours:
        watching = asyncio.create_task(ours.watch())
        try:
            yield settings.database_url or ours.database_url, settings.redis_url or ours.redis_url
        finally:
            watching.cancel()


def secret_of(settings: Settings) -> str:
    """The signing secret: the one given, or one drawn at the first start and kept beside the data."""
    if settings.secret:
        return settings.secret
    kept = settings.data / "secret"
    if not kept.exists():
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
    return kept.read_text()


def mail_of(settings: Settings) -> MailServer:
    """The mail server of the settings; without one, mail waits in the outbox."""
    url = urlsplit(settings.smtp_url or "smtp://127.0.0.1:25")
    host = url.hostname or "127.0.0.1"
    security = "tls" if url.scheme == "smtps" else "none" if host in LOOPBACK else "starttls"
    port = url.port or (465 if security == "tls" else 25)
    user, password = unquote(url.username or ""), unquote(url.password or "")
    return MailServer(host, port, settings.mail_from, security, user, password)


def replies_of(settings: Settings) -> MailAccount | None:
    """The mailbox of the answers, if one is set."""
    return account_at(settings.imap_url) if settings.imap_url else None


def texts_of(settings: Settings) -> Gateway | None:
    """The gateway of text messages, if one is set."""
    url = urlsplit(settings.sms_url)
    if not url.hostname:
        return None
    place = url.hostname if url.port is None else f"{url.hostname}:{url.port}"
    return Gateway(url._replace(netloc=place).geturl(), unquote(url.username or ""))


async def opened(settings: Settings) -> socket.socket:
    """The listening socket. A server that was killed may take a moment to let go of the port. Raises BadSettingsError."""
    limit = time.monotonic() + PORT_IS_FREE_WITHIN
    while True:
        try:
            return listening_socket(settings.host, settings.port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > limit:
                raise BadSettingsError(_no_address(settings, error.errno)) from error
            await asyncio.sleep(0.1)


def _no_address(settings: Settings, number: int | None) -> str:
    if number == errno.EADDRINUSE:
        return (
            f"ECLATS_PORT : le port {settings.port} est déjà pris. "
            "Arrêtez le programme qui l’occupe, ou choisissez un autre port."
        )
    if number == errno.EACCES:
        return (
            f"ECLATS_PORT : ce compte ne peut pas ouvrir le port {settings.port}. Choisissez un port à partir de 1024."
        )
    return f"ECLATS_HOST : cette machine n’a pas l’adresse {settings.host}. Donnez une de ses adresses, ou 127.0.0.1."


async def migrated(database: Database, settings: Settings) -> None:
    """Bring the database to the newest shape. Raises BadSettingsError when the structure's own cannot serve."""
    try:
        await migrate(database)
    except Exception as error:
        if settings.database_url is None:
            raise
        raise BadSettingsError(
            f"DATABASE_URL : cette base ne peut pas servir ({type(error).__name__}). Vérifiez l’adresse, le compte et le "
            "mot de passe, que PostgreSQL 15 ou plus récent y répond et que l’extension btree_gist y est, puis relancez."
        ) from error


async def answered(redis_url: str, settings: Settings) -> None:
    """Make sure that the structure's own Redis answers. Raises BadSettingsError."""
    if settings.redis_url is None:
        return
    live = RedisLive(redis_url)
    await live.start("first question")
    limit = time.monotonic() + REDIS_ANSWERS_WITHIN
    while not live.reachable and time.monotonic() < limit:  # noqa: ASYNC110 - it is a flag alone
        await asyncio.sleep(0.1)
    reached = live.reachable
    await live.close()
    if not reached:
        raise BadSettingsError(
            "REDIS_URL : aucun Redis ne répond à cette adresse. Vérifiez l’adresse et le mot de passe, "
            "et que Redis 7 ou Valkey 8 y est démarré, puis relancez."
        )


async def _serve(settings: Settings) -> int:
    listening = await opened(settings)
    public_url = settings.public_url or f"http://{settings.host}:{listening.getsockname()[1]}"
    access = Access(public_url, frozenset({public_url}), secure_cookies=True)
    leaving = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, leaving.set)
    async with stores(settings) as (database_url, redis_url):
        database = Database(database_url)
        await migrated(database, settings)
        await database.close()
        await answered(redis_url, settings)
        wiring = Wiring(
            database_url,
            redis_url,
            access,
            secret_of(settings),
            mail_of(settings),
            replies=replies_of(settings),
            texts=texts_of(settings),
        )
        workers = asyncio.create_task(ServerProcesses(listening, settings.processes, told(wiring)).run())
        print(f"Éclats est ouvert : {public_url}/console", flush=True)
        await leaving.wait()
        workers.cancel()
        await asyncio.gather(workers, return_exceptions=True)
    return 0


async def _found(settings: Settings, name: str, address: str, time_zone: str, holidays: str) -> int:
    async with stores(settings) as (database_url, _):
        database = Database(database_url)
        await migrated(database, settings)
        new = await accounts_on(database).found(name, address=address, time_zone=time_zone, holiday_profile=holidays)
        await database.close()
    print(f"{name} est créée. Code du premier compte, à usage unique, valable 24 heures :\n\n    {new.code}\n")
    print("Ouvrez /console, choisissez « J’ai un code », et collez-le.")
    return 0


if __name__ == "__main__":
    run()
