"""The papers of the way in: twelve cards, a poster for the wall, one personal card. Never a PIN on any of them."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from game_server.application.appointments.french import hour_in_words
from game_server.application.papers.paper import Paper, Sheet
from game_server.application.papers.scene import Scene
from game_server.application.people import Door, Group


@dataclass(frozen=True, slots=True)
class Address:
    """Where a QR leads, and the QR itself as an SVG text."""

    url: str
    qr: str

    @property
    def written(self) -> str:
        """As somebody would type it: without the scheme, without what follows the path."""
        parts = urlsplit(self.url)
        return f"{parts.netloc}{parts.path}".removesuffix("/")

    @property
    def home(self) -> str:
        """The first page of the same place."""
        return urlsplit(self.url).netloc


def door_cards(group: Group, door: Door, address: Address) -> Paper:
    """Twelve cards on one page, to cut: the QR, the group's code, a line for the first name."""
    return _door_paper("door_cards", f"Cartes d’entrée, {group.name}", group, door, address)


def door_poster(group: Group, door: Door, address: Address) -> Paper:
    """One page for the wall, with one large QR."""
    return _door_paper("door_poster", f"Entrée du groupe {group.name}", group, door, address)


def _door_paper(sheet: Sheet, title: str, group: Group, door: Door, address: Address) -> Paper:
    until = door.expires_at.astimezone(ZoneInfo(group.time_zone))
    says = {
        "group": group.name,
        "code": group.group_code,
        "home": address.home,
        "address": address.written,
        "until": f"jusqu’à {hour_in_words(until)}",
    }
    return Paper(sheet, title, until.date(), says, {"qr": address.qr})


def personal_card(group: Group, first_name: str, address: Address, made_on: date) -> Paper:
    """One person's card."""
    title = f"Ta carte, {first_name}"
    says = {"heading": title, "group": group.name, "first_name": first_name}
    return Paper("personal_card", title, made_on, says, {"qr": address.qr})


def verriere_poster(scene: Scene, *, named: bool) -> Paper:
    """The group's picture alone, with its name if they wish: no first name and no count."""
    title = f"La verrière du groupe {scene.group.name}" if named else "La verrière d’un groupe"
    says = {"group": scene.group.name if named else None, "picture_words": title}
    made_on = scene.on(scene.state.day)
    return Paper("verriere_poster", title, made_on, says, {"verriere": scene.picture(outside=True)})
