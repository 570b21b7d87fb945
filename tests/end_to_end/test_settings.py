"""A server that cannot serve says which setting to change, in French, and leaves with status 2.

Spec: X8
"""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.kit import settings, told_by
from tests.stores import Servers, stores_folder

NOBODY = "postgresql://eclats:secret-de-la-base@127.0.0.1:1/eclats"


@pytest.fixture
def folder() -> Iterator[Path]:
    with stores_folder() as folder:
        yield folder


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def refused(folder: Path, **more: str) -> str:
    """What `eclats serve` says when it does not start."""
    ended = told_by("serve", environment=settings(folder, **more))
    assert ended.returncode == 2, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stderr


def test_every_bad_setting_is_named_at_once_with_what_is_expected(folder: Path):
    said = refused(
        folder,
        ECLATS_PORT="800 25",
        ECLATS_PROCESSES="0",
        ECLATS_SECRET="trop court",
        ECLATS_PUBLIC_URL="eclats.example",
        DATABASE_URL="une base",
        REDIS_URL="http://127.0.0.1",
    )
    lines = dict(line.strip().split(" : ", 1) for line in said.splitlines() if " : " in line)
    assert lines["ECLATS_PORT"] == "un nombre entier est attendu"
    assert lines["ECLATS_PROCESSES"] == "un nombre d’au moins 1 est attendu"
    assert lines["ECLATS_SECRET"] == "au moins 32 signes"
    assert lines["ECLATS_PUBLIC_URL"].startswith("commence par https://")
    assert lines["DATABASE_URL"].startswith("commence par postgresql://")
    assert lines["REDIS_URL"].startswith("commence par redis://")
    assert "trop court" not in said
    assert not folder.exists()


def test_a_port_out_of_reach_is_named(folder: Path):
    assert "ECLATS_PORT : un nombre d’au plus 65535 est attendu" in refused(folder, ECLATS_PORT="65536")


def test_a_taken_port_is_named_and_nothing_is_made(folder: Path, taken_port: int):
    assert f"ECLATS_PORT : le port {taken_port} est déjà pris." in refused(folder, ECLATS_PORT=str(taken_port))
    assert not folder.exists()


def test_an_address_that_is_not_this_machine_s_is_named(folder: Path):
    assert "ECLATS_HOST : cette machine n’a pas l’adresse 192.0.2.7." in refused(folder, ECLATS_HOST="192.0.2.7")


def test_a_database_that_does_not_answer_is_named_without_its_password(folder: Path, redis_url: str):
    said = refused(folder, DATABASE_URL=NOBODY, REDIS_URL=redis_url)
    assert said.startswith("DATABASE_URL : cette base ne peut pas servir (")
    assert "secret-de-la-base" not in said


def test_a_wrong_password_of_the_database_is_named(folder: Path, servers: Servers, redis_url: str):
    wrong = servers.database.role_url.replace("eclats:", "eclats:faux")
    assert refused(folder, DATABASE_URL=wrong, REDIS_URL=redis_url).startswith("DATABASE_URL : ")


def test_a_redis_that_does_not_answer_is_named(folder: Path, postgres_url: str):
    said = refused(folder, DATABASE_URL=postgres_url, REDIS_URL="redis://:secret-de-redis@127.0.0.1:1/0")
    assert said.strip().splitlines()[-1].startswith("REDIS_URL : aucun Redis ne répond à cette adresse.")
    assert "secret-de-redis" not in said
