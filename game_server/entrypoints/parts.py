"""Every use case that the entrypoints may call, built once by `main`."""

from dataclasses import dataclass, field
from pathlib import Path

from game_server.application.accounts import Accounts
from game_server.application.admission import Admission
from game_server.application.appointments.availability import CounsellorAvailability
from game_server.application.appointments.booking import Appointments
from game_server.application.appointments.desk import CounsellorDesk
from game_server.application.appointments.feed import Feed
from game_server.application.appointments.handing_over import HandingOver
from game_server.application.appointments.reminding import Reminding
from game_server.application.attendance import Attendance
from game_server.application.board import Board
from game_server.application.codec import Codec
from game_server.application.directory import Directory
from game_server.application.door import Door
from game_server.application.errata import Errata
from game_server.application.groups import Groups
from game_server.application.hours.hours import Hours
from game_server.application.live_groups import Library, LiveGroups
from game_server.application.needs.team import Team
from game_server.application.papers.papers import Papers
from game_server.application.past.time_machine import TimeMachine
from game_server.application.photos import Photos
from game_server.application.play import PlayService
from game_server.application.ports import Clock
from game_server.application.private import Private
from game_server.application.safety import Safety
from game_server.application.staff_keys import StaffKeys
from game_server.application.texts import Texts
from game_server.application.training.training import Training


@dataclass(frozen=True, slots=True)
class Access:
    """What the addresses need: where the pages are served from, and which pages may open a socket or send a form."""

    public_url: str
    """Origin that players reach, without a trailing slash; QR codes carry it."""
    origins: frozenset[str]
    """Every Origin that may open a socket or send a form."""
    secure_cookies: bool
    """HTTPS or loopback: cookies carry the `__Host-` prefix and Secure."""
    loopback_keys: bool = False
    """The demonstration's staff keys may be exchanged, from loopback only."""
    player_origin: str | None = None
    """A second origin on the local network that serves the player's routes alone, over plain HTTP, for the demonstration."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The use cases of one process."""

    access: Access
    pages: Path
    library: Library
    codec: Codec
    texts: Texts
    play: PlayService
    live_groups: LiveGroups
    door: Door
    attendance: Attendance
    accounts: Accounts
    admission: Admission
    groups: Groups
    directory: Directory
    board: Board
    errata: Errata
    private: Private
    photos: Photos
    papers: Papers
    hours: Hours
    team: Team
    past: TimeMachine
    safety: Safety
    training: Training
    appointments: Appointments
    desk: CounsellorDesk
    availability: CounsellorAvailability
    reminding: Reminding
    handing: HandingOver
    feed: Feed
    clock: Clock
    keys: StaffKeys | None = None
    on_call: dict[str, str] = field(default_factory=dict)
    """Help numbers of the structure's settings, shown with the national ones."""
