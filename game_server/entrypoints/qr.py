"""QR codes as small SVG texts; a page shows them as images, never as markup."""

import io
from urllib.parse import quote

import segno

from game_server.entrypoints.parts import Access


def qr(text: str) -> str:
    """The SVG of a QR code, error correction M, with its quiet zone; black on white, since cameras need it so."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, scale=1, dark="#000", light="#fff", border=4
    )
    return out.getvalue().decode()


def door_address(access: Access, code: str) -> str:
    """Where the QR of an open door leads: on the local network when the demonstration serves it."""
    return f"{_players(access)}/entrer/{code}"


def card_address(access: Access, card: str) -> str:
    """Where a personal card leads: its token stands in the fragment, which reaches no server and no log."""
    return f"{_players(access)}/#carte={quote(card)}"


def device_address(access: Access, code: str) -> str:
    """Where the facilitator's one-time QR leads."""
    return f"{_players(access)}/#appareil={quote(code)}"


def _players(access: Access) -> str:
    return access.player_origin or access.public_url
