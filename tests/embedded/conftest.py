"""Supervising processes over a folder of the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.embedded.supervisors import Supervisor, a_folder, supervisors


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder that another account can reach, unlike pytest's own."""
    with a_folder() as folder:
        yield folder


@pytest.fixture
def supervise(folder: Path) -> Iterator[Callable[..., Supervisor]]:
    """Start supervising processes, all ended with the test."""
    with supervisors(folder) as begin:
        yield begin
