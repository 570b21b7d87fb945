"""The real server of the HTTP tests, on its small packs played with every reward rule."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from game_server.application.plug_ins import find_rewards
from tests.http import conftest, library
from tests.http.town import Town


@pytest.fixture
async def town(migrated_url: str, redis_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    rewarded = {place: replace(rules, rewards=find_rewards()) for place, rules in library.LIBRARY.items()}
    monkeypatch.setattr(conftest, "LIBRARY", rewarded)
    async with conftest.opened_town(migrated_url, redis_url) as town:
        yield town
