"""Text messages through a provider's HTTP gateway: one POST of JSON, which nearly every provider accepts or maps to."""

from dataclasses import dataclass, field

import httpx

from game_server.application.appointments.records import Claimed
from game_server.application.appointments.sending import Outcome, Verdict

TIMEOUT = 15.0
LATER = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True)
class Gateway:
    """Where to post, and the bearer token that opens it."""

    url: str
    token: str = field(repr=False)


class SmsCourier:
    """Posts `{"id", "to", "text"}`; the id is the same at each try, so that a provider can drop a repetition."""

    def __init__(self, gateway: Gateway, transport: httpx.AsyncBaseTransport | None = None) -> None:
        """Take the gateway, and perhaps another transport than httpx's own."""
        self._gateway = gateway
        self._transport = transport

    async def deliver(self, claimed: Claimed) -> Outcome:
        """Send once. A silence and 5xx are tried again; what is refused is not."""
        message = claimed.delivery
        body = {"id": str(message.id), "to": message.recipient, "text": message.payload.decode()}
        headers = {"authorization": f"Bearer {self._gateway.token}"}
        try:
            async with httpx.AsyncClient(timeout=TIMEOUT, transport=self._transport, trust_env=False) as client:
                answer = await client.post(self._gateway.url, json=body, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL):
            return Outcome(Verdict.RETRY, "gateway_silent")
        if answer.is_success:
            return Outcome(Verdict.DONE)
        again = answer.is_server_error or answer.status_code in LATER
        return Outcome(Verdict.RETRY if again else Verdict.DEAD, f"gateway_{answer.status_code}")
