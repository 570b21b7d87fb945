"""Where the demonstration is seen: our own loopback origin, and the player's routes alone on the local network."""

import socket
from contextlib import suppress
from dataclasses import dataclass

from game_server.entrypoints.parts import Access
from game_server.server_processes import listening_socket


@dataclass(frozen=True, slots=True)
class Opened:
    """The listening sockets: loopback first, then the local network when there is one."""

    sockets: tuple[socket.socket, ...]

    def access(self) -> Access:
        """The origins that these sockets serve."""
        own, *lan = (_origin(one) for one in self.sockets)
        return Access(
            public_url=own,
            origins=frozenset((own, *lan)),
            secure_cookies=True,
            loopback_keys=True,
            player_origin=lan[0] if lan else None,
        )


def open_addresses(port: int) -> Opened:
    """Listen on loopback, and on the local network's address when this machine has one."""
    sockets = [listening_socket("127.0.0.1", port)]
    address = _lan_address()
    if address is not None:
        with suppress(OSError):
            sockets.append(listening_socket(address, 0))
    return Opened(tuple(sockets))


class Addresses:
    """The addresses in words and in the report."""

    def __init__(self, opened: Opened) -> None:
        """Know the origins."""
        access = opened.access()
        self.own, self.guest = access.public_url, access.player_origin or access.public_url

    def words(self, group: str, door: str, keys: tuple[str, str]) -> str:
        """What the terminal says at the start. A key stands in the fragment: it reaches no log."""
        facilitator, counsellor = keys
        return "\n".join(
            (
                "",
                f"  Les trois pages côte à côte   {self.own}/cote-a-cote#{facilitator}.{counsellor}.{group}.{door}",
                f"  La console                    {self.own}/console/{group}#{facilitator}",
                f"  La page du conseiller         {self.own}/conseil#{counsellor}",
                f"  Une place pour vous           {self.guest}/entrer/{door}",
                f"  Le courrier                   {self.own}/courrier",
                "",
            )
        )

    def urls(self, *, group: str, door: str, keys: tuple[str, str], calendar: str) -> dict[str, str]:
        """What the report says at the end; `door` is that of the second group, at its first mission."""
        facilitator, counsellor = keys
        return {
            "player": f"{self.own}/entrer/{door}",
            "console": f"{self.own}/console/{group}#{facilitator}",
            "counsellor": f"{self.own}/conseil#{counsellor}",
            "mail": f"{self.own}/courrier",
            "calendar": calendar,
        }


def _origin(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://{host}:{port}"


def _lan_address() -> str | None:
    """This machine's address on the local network. No packet is sent: connecting a datagram socket only picks a route."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        address = str(probe.getsockname()[0])
        return None if address.startswith("127.") else address
    return None
