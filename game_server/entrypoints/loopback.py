"""What only this very machine may ask for."""

import ipaddress

from fastapi import Request

from game_server.application.refusals import RefusedRequest


def must_be_loopback(request: Request) -> None:
    """Refuse with `loopback_only` anybody who does not sit at this machine."""
    if request.client is None or not ipaddress.ip_address(request.client.host).is_loopback:
        raise RefusedRequest(
            "loopback_only", "Cela n’ouvre que la démonstration, sur la machine où elle tourne. Connectez-vous."
        )
