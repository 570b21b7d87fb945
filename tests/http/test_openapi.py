"""Whatever fits the described shape, and a little beside it, is answered and never breaks the server."""

import asyncio
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from game_server.entrypoints.app import create_app
from tests.http.town import House

LASTING = ("sign-out", "traces", "/end", "revoke", "disable", "sign-in", "open-account", "/return")
"""Routes that would end the sessions of this very test, or that take a tenth of a second by design."""
TRIES = 4


async def test_no_generated_request_finds_a_fault(house: House):
    inaya = await house.join("Inaya")
    await house.play(inaya)
    await house.lead.post("/api/staff/duty", {"on_duty": True})
    headers = house.lead.headers()
    headers["cookie"] += "; " + inaya.phone.headers()["cookie"]
    places = {"seat": inaya.seat, "group": house.group["id"]}
    description = create_app(house.town.parts).openapi()
    tried = await asyncio.to_thread(_try_all, description, house.town.address, headers, places)
    assert tried > 100


def _try_all(description: dict[str, Any], address: str, headers: dict[str, str], places: dict[str, str]) -> int:
    schema = schemathesis.openapi.from_dict(description)
    tried = 0
    with httpx.Client(base_url=address, headers=headers, timeout=20) as client:
        for operation in (one.ok() for one in schema.get_all_operations()):
            if not operation.path.endswith(LASTING):
                tried += _try(operation, client, places)
    return tried


def _try(operation: Any, client: httpx.Client, places: dict[str, str]) -> int:
    tried = 0
    both = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]

    @settings(
        max_examples=TRIES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=both[0]) | operation.as_strategy(generation_mode=both[1]))
    def one(case: Any) -> None:
        nonlocal tried
        tried += 1
        case.path_parameters = {**(case.path_parameters or {}), **places}
        sent = case.as_transport_kwargs(base_url="http://placeholder")
        path = sent["url"].removeprefix("http://placeholder")
        answer = client.request(
            sent["method"], path, params=sent.get("params"), json=sent.get("json"), content=sent.get("data")
        )
        assert answer.status_code < 500, (sent, answer.text)
        if answer.is_error:
            assert answer.json()["sentence"].endswith((".", "?")), (sent, answer.text)

    one()
    return tried
