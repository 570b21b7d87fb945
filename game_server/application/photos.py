"""Photos of objects: sent by a seat, seen by facilitators alone, erased as soon as they were judged."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID, uuid4

from game_server.application.live_groups import LiveGroups
from game_server.application.people import Player, Staff
from game_server.application.ports import Clock
from game_server.application.refusals import RefusedRequest
from game_server.core.ids import GroupId, MissionId
from game_server.core.state import MissionStatus
from missions.photo.content import Photo as PhotoStep

LARGEST_PHOTO = 8 * 1024 * 1024
AT_ONCE = 2
"""Pictures that one process develops at the same time."""


class UnfitPictureError(ValueError):
    """The file is no picture of a sort that is taken, or would cost too much to read."""


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo. `reason` is the id of the step's own reason once another one was asked for: then its picture is gone."""

    id: UUID
    group: UUID
    seat: UUID
    mission: str
    sent_at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """A photo that nobody has judged, and the reasons for which another may be asked for: sentence by id."""

    photo: Photo
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mine:
    """What its sender may know: a photo waits, or another one is asked for, with this kind sentence."""

    photo: Photo
    sentence: str | None


class Darkroom(Protocol):
    """Makes a safe picture out of a file."""

    def develop(self, data: bytes) -> bytes:
        """Return WebP without anything but pixels. Raises UnfitPictureError. Takes a while: call it in a thread."""
        ...


class PhotoStore(Protocol):
    """The photos; every method is one transaction within a structure."""

    async def keep(self, sender: Player, photo: Photo, picture: bytes, fact: str) -> None:
        """Store a photo in the place of the sender's last one for this mission, and leave the fact."""
        ...

    async def waiting(self, structure: UUID, group: UUID) -> Sequence[Photo]: ...  # noqa: D102
    async def of_seat(self, structure: UUID, seat: UUID) -> Sequence[Photo]: ...  # noqa: D102

    async def picture(self, structure: UUID, group: UUID, photo: UUID) -> bytes | None:
        """Return the picture, None once it was judged or in another group."""
        ...

    async def erase(self, structure: UUID, group: UUID, photo: UUID) -> bool:
        """Erase one that is fine; False when it was judged already."""
        ...

    async def ask_again(self, structure: UUID, photo: Photo, reason: str, fact: str, now: datetime) -> bool:
        """Erase the picture, keep the reason and leave the fact; False when it was judged already."""
        ...

    async def forget(self, structure: UUID, seat: UUID) -> int: ...  # noqa: D102


class Photos:
    """Use cases of photos. Every refusal is a RefusedRequest; UnknownGroupError for a group that is not there."""

    def __init__(self, store: PhotoStore, darkroom: Darkroom, live: LiveGroups, *, clock: Clock) -> None:
        """Take the store, the darkroom, the groups and the clock."""
        self._store, self._darkroom, self._live, self._clock = store, darkroom, live, clock
        self._at_once = asyncio.Semaphore(AT_ONCE)

    async def send(self, sender: Player, mission: str, data: bytes) -> UUID:
        """Take a photo for a mission that the group has reached; it stands in the place of the sender's last one."""
        await self._step(sender.group, mission, must_be_open=True)
        if len(data) > LARGEST_PHOTO:
            raise RefusedRequest("too_large", "Cette photo est trop lourde. Prends-en une plus petite, ou dessine.")
        try:
            async with self._at_once:
                picture = await asyncio.to_thread(self._darkroom.develop, data)
        except UnfitPictureError:
            sentence = "Ce fichier n’est pas une photo que l’on peut lire. Essaie avec une autre, ou dessine."
            raise RefusedRequest("photo_not_valid", sentence) from None
        photo = Photo(uuid4(), sender.group, sender.seat, mission, self._clock.now())
        await self._store.keep(sender, photo, picture, _fact(photo, "photo/sent"))
        return photo.id

    async def mine(self, sender: Player) -> Sequence[Mine]:
        """Return what is kept of one's own photos; never a picture."""
        return [
            Mine(one, await self._sentence(one)) for one in await self._store.of_seat(sender.structure, sender.seat)
        ]

    async def forget(self, sender: Player) -> int:
        """Erase one's own photos; part of « effacer mes traces »."""
        sender.must_be_known()
        return await self._store.forget(sender.structure, sender.seat)

    async def waiting(self, reader: Staff, group: UUID) -> Sequence[ToLookAt]:
        """Return the photos of a group that wait for somebody's eyes, the oldest first."""
        reader.must_be("facilitator")
        return [ToLookAt(one, await self._reasons(one)) for one in await self._store.waiting(reader.structure, group)]

    async def look(self, reader: Staff, group: UUID, photo: UUID) -> bytes:
        """Return a picture, as WebP."""
        reader.must_be("facilitator")
        picture = await self._store.picture(reader.structure, group, photo)
        if picture is None:
            raise _gone()
        return picture

    async def fine(self, reader: Staff, group: UUID, photo: UUID) -> None:
        """Say that it is good: it is erased. The éclat was won already."""
        reader.must_be("facilitator")
        if not await self._store.erase(reader.structure, group, photo):
            raise _gone()

    async def ask_again(self, reader: Staff, group: UUID, photo: UUID, reason: str) -> None:
        """Ask its sender for another one, for a reason of the step's own list: the picture is erased, the éclat stays."""
        waiting = {one.photo.id: one for one in await self.waiting(reader, group)}
        if photo not in waiting:
            raise _gone()
        one = waiting[photo]
        if reason not in one.reasons:
            raise RefusedRequest("unknown_reason", "Cette raison n’est pas dans la liste. Prenez l’une de la liste.")
        fact = _fact(one.photo, "photo/to_redo", reason=reason)
        if not await self._store.ask_again(reader.structure, one.photo, reason, fact, self._clock.now()):
            raise _gone()

    async def _sentence(self, photo: Photo) -> str | None:
        return (await self._reasons(photo)).get(photo.reason) if photo.reason else None

    async def _reasons(self, photo: Photo) -> Mapping[str, str]:
        step = await self._step(photo.group, photo.mission)
        return {one.id: one.text for one in step.redo_reasons}

    async def _step(self, group: UUID, mission: str, *, must_be_open: bool = False) -> PhotoStep:
        live = await self._live.awake(GroupId(str(group)))
        plan = live.rules.scenario.mission(MissionId(mission))
        steps = [step.content for step in plan.steps if isinstance(step.content, PhotoStep)] if plan else []
        if plan is None or not steps:
            raise RefusedRequest("unknown_mission", "Cette mission ne demande pas de photo. Recharge la page.")
        if must_be_open and live.state.mission(plan.id).status is MissionStatus.CLOSED:
            sentence = "Cette mission n’est pas encore ouverte. Elle arrive avec ton groupe."
            raise RefusedRequest("mission_not_open", sentence)
        return steps[0]


def _fact(photo: Photo, action: str, **fields: str) -> str:
    told = {"photo": str(photo.id), **fields}
    return json.dumps({"mission": photo.mission, "seat": str(photo.seat), "action": action, "fields": told})


def _gone() -> RefusedRequest:
    return RefusedRequest("unknown_photo", "Cette photo a déjà été regardée, ou remplacée. Rechargez la liste.")
