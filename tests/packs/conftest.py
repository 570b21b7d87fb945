"""The kinds there are, and a pack to break."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from game_server.application.plug_ins import find_kinds
from game_server.core.mission_kind import MissionKind
from tests.packs.tiny import tiny_pack


@pytest.fixture(scope="session")
def kinds() -> Mapping[str, MissionKind[Any, Any]]:
    """Every kind, as the server finds them."""
    return find_kinds()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A small pack without a mistake."""
    return tiny_pack(tmp_path)
