"""Supervising processes over a folder of the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.embedded.supervisors import Supervisor, supervisors


@pytest.fixture
def supervise(embedded_folder: Path) -> Iterator[Callable[..., Supervisor]]:
    """Start supervising processes, all ended with the test."""
    with supervisors(embedded_folder) as begin:
        yield begin
