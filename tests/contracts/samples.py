"""Small true values for the suites: a group, its commits, what is shown of it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from game_server.application.ports import Entry, Projection
from game_server.core.group_events import FactHeard, SeatAdmitted
from game_server.core.ids import DeviceId, GroupId, SeatId, WordId
from game_server.core.messages import Actor, Commit, Role, Word

NOON = datetime(2027, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)
SEAT = SeatId("11111111-2222-4333-8444-555555555555")


def new_group() -> GroupId:
    return GroupId(str(uuid4()))


def commit(group: GroupId, version: int, *, device: str | None = "phone", counter: int | None = 7) -> Commit:
    events = (SeatAdmitted(SEAT), FactHeard(f"fact {version} « é »"))
    named = DeviceId(device) if device is not None else None
    return Commit(group, version, named, counter, Actor(Role.PLAYER, SEAT), NOON + timedelta(seconds=version), events)


def entry(group: GroupId, version: int, *words: Word, next_due: datetime | None = None) -> Entry:
    return Entry(commit(group, version), words, next_due)


def word(name: str, text: str = "Bonjour", owner: str | None = SEAT, kept: timedelta | None = None) -> Word:
    return Word(WordId(name), text, owner, kept)


def projection(
    group: GroupId, version: int, *, eclats: int = 0, next_due: datetime | None = None, snapshot: bytes | None = None
) -> Projection:
    fields = {"eclats": str(eclats), "day": "1"}
    return Projection(group, version, fields, f"commit {version}".encode(), next_due, snapshot)
