"""The game's socket: one text frame in, one answer, and the group's frames out."""

import asyncio
import time
from collections import deque
from typing import Any
from uuid import UUID

import msgspec
import structlog
from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect

from game_server.application import distress
from game_server.application.codec import LARGEST_FRAME, UnreadableError
from game_server.application.live_groups import LiveGroup, UnknownGroupError
from game_server.application.people import Player, Staff
from game_server.application.play import Receipt, Request, Settled
from game_server.application.ports import StoreUnreachableError
from game_server.application.refusals import RefusedRequest
from game_server.core.group_commands import Leave
from game_server.core.ids import DeviceId, GroupId, SeatId
from game_server.core.messages import Actor, Refused, Role
from game_server.core.view import EVERYONE, STAFF, seat_audience
from game_server.entrypoints.bodies import HIGHEST_COUNTER
from game_server.entrypoints.cookies import player_of, staff_of
from game_server.entrypoints.credit import Credit
from game_server.entrypoints.parts import Parts

log = structlog.get_logger()

LONGEST_QUEUE = 256
SEND_WITHIN = 5.0
SESSION_AGAIN = 60.0
LONGEST_NAME = 64
NUL = r"\u0000"
"""As JSON writes it; PostgreSQL keeps no text that holds one."""
POLICY, TRY_LATER, SIGNED_OUT = 1008, 1013, 4401


class SocketPage:
    """An open page: frames wait in a short queue, so that a slow phone holds up nobody."""

    def __init__(self, audiences: frozenset[str]) -> None:
        """Show these audiences."""
        self.audiences = audiences
        self.waiting: deque[bytes] = deque()
        self.some = asyncio.Event()
        self.overflowed = False

    def send(self, frame: bytes) -> None:
        """Queue one frame; past the limit the page is closed and comes back by version."""
        if len(self.waiting) >= LONGEST_QUEUE:
            self.overflowed = True
        else:
            self.waiting.append(frame)
        self.some.set()


class Session:
    """One socket from hello to the end."""

    def __init__(self, socket: WebSocket, parts: Parts, who: Player | Staff, group: GroupId) -> None:
        """Belong to one person in one group."""
        self._socket, self._parts, self._who, self._group = socket, parts, who, group
        if isinstance(who, Player):
            self._actor = Actor(Role.PLAYER, str(who.seat))
            self._page = SocketPage(frozenset({EVERYONE, seat_audience(SeatId(str(who.seat)))}))
        else:
            self._actor = Actor(Role.STAFF, str(who.id))
            self._page = SocketPage(frozenset({EVERYONE, STAFF}))
        self._credit = Credit(time.monotonic())
        self._counted = False

    async def run(self) -> None:
        """Serve until the page closes, the session ends, or the sender floods."""
        await self._socket.accept()
        try:
            live = await self._parts.live_groups.awake(self._group)
        except UnknownGroupError:
            await self._close(POLICY, "unknown_group")
            return
        except StoreUnreachableError:
            await self._close(TRY_LATER, "store_unreachable")
            return
        tasks = [asyncio.create_task(one) for one in (self._read(live), self._write(), self._watch())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        except StoreUnreachableError:
            await self._close(TRY_LATER, "store_unreachable")
        finally:
            self._parts.door.leave(live, self._page)
            if isinstance(self._who, Player) and self._counted:
                self._parts.attendance.closed(self._group, SeatId(str(self._who.seat)))
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _read(self, live: LiveGroup) -> None:
        try:
            while True:
                text = await self._socket.receive_text()
                if not self._credit.take(time.monotonic()):
                    if await self._too_fast():
                        return
                    await asyncio.sleep(0)  # a burst must let its own answer out, and everybody else's
                    continue
                await self._answer(live, text)
        except (WebSocketDisconnect, KeyError):
            return

    async def _answer(self, live: LiveGroup, text: str) -> None:
        if len(text) > LARGEST_FRAME or len(text.encode()) > LARGEST_FRAME:
            self._refuse(None, Refused("too_large"))
            return
        message = _read(text)
        kind = message.get("type")
        if kind == "hello":
            await self._hello(live, message)
        elif kind == "submit":
            await self._submit(message)
        elif kind == "ping":
            self._say({"type": "pong"})
        else:
            self._refuse(None, Refused("unreadable"))

    async def _hello(self, live: LiveGroup, message: dict[str, Any]) -> None:
        same = message.get("epoch") == self._parts.door.epoch
        seen = message.get("last_seen")
        seat = str(self._who.seat) if isinstance(self._who, Player) else None
        self._parts.door.leave(live, self._page)  # nothing comes between the welcome and the slices that answer it
        self._say(
            {
                "type": "welcome",
                "epoch": self._parts.door.epoch,
                "version": live.state.version,
                "seat": seat,
                "role": self._actor.role,
                "server_time": self._parts.clock.now(),
            }
        )
        await self._parts.door.enter(live, self._page, seen if same and isinstance(seen, int) else None)
        if isinstance(self._who, Player) and not self._counted:
            self._counted = True
            await self._parts.attendance.opened(self._who.structure, self._group, SeatId(str(self._who.seat)))
        self._say({"type": "presence", "here": self._parts.attendance.here(self._group)})

    async def _submit(self, message: dict[str, Any]) -> None:
        device, counter = message.get("device"), message.get("counter")
        if type(counter) is not int or not 0 <= counter < HIGHEST_COUNTER:
            self._refuse(None, Refused("unreadable"))
            return
        if not isinstance(device, str) or not 0 < len(device) <= LONGEST_NAME:
            self._refuse(None, Refused("unreadable"))
            return
        try:
            if isinstance(self._who, Player) and await self._parts.private.hear(
                self._who, message.get("command"), f"{device}/{counter}"
            ):
                self._refuse(counter, Refused(distress.CODE))
                return
            command = self._parts.codec.command(message.get("command"))
            answer = await self._parts.play.submit(
                Request(self._group, self._actor, command, DeviceId(device), counter)
            )
        except UnreadableError:
            self._refuse(counter, Refused("unreadable"))
        except StoreUnreachableError:
            self._say({"type": "slow_down", "seconds": 2, "code": "store_unreachable"})
        except Exception:
            log.exception("action_failed", group=self._group)
            self._refuse(counter, Refused("unexpected"))
        else:
            await self._tell(counter, answer)
            if isinstance(command, Leave) and isinstance(self._who, Player):
                await self._parts.attendance.gone(self._group, SeatId(str(self._who.seat)))

    async def _tell(self, counter: int, answer: Receipt | Settled | Refused) -> None:
        match answer:
            case Receipt(version):
                self._say({"type": "receipt", "counter": counter, "version": version})
            case Settled():
                self._say({"type": "settled", "counter": counter})
            case Refused():
                self._refuse(counter, answer)

    async def _too_fast(self) -> bool:
        if self._credit.flooded:
            await self._close(POLICY, "too_fast")
            return True
        if self._credit.may_answer(time.monotonic()):
            self._say({"type": "slow_down", "seconds": 1, "code": "too_fast"})
        return False

    def _refuse(self, counter: int | None, refusal: Refused) -> None:
        sentence = self._parts.texts.sentence(refusal)
        details = dict(refusal.details)
        self._say(
            {"type": "refusal", "counter": counter, "code": refusal.code, "sentence": sentence, "details": details}
        )

    def _say(self, message: dict[str, Any]) -> None:
        self._page.send(msgspec.json.encode(message))

    async def _write(self) -> None:
        while not self._page.overflowed:
            await self._page.some.wait()
            self._page.some.clear()
            while self._page.waiting and not self._page.overflowed:
                frame = self._page.waiting.popleft().decode()
                try:
                    await asyncio.wait_for(self._socket.send_text(frame), SEND_WITHIN)
                except (TimeoutError, WebSocketDisconnect, RuntimeError):
                    return
        await self._close(TRY_LATER, "too_busy")

    async def _watch(self) -> None:
        """The session is looked up again each minute: a revoked one closes its pages."""
        while True:
            await asyncio.sleep(SESSION_AGAIN)
            try:
                await _who_is(self._socket, self._parts, self._who)
            except StoreUnreachableError:
                continue
            except RefusedRequest:
                await self._close(SIGNED_OUT, "signed_out")
                return

    async def _close(self, code: int, reason: str) -> None:
        sentence = self._parts.texts.sentence(Refused(reason))
        await self._socket.close(code, sentence.encode()[:120].decode(errors="ignore"))


def _read(text: str) -> dict[str, Any]:
    """The message in a frame; empty when there is none that can be read."""
    try:
        message = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return {}
    return message if isinstance(message, dict) and NUL not in text else {}


async def _who_is(socket: WebSocket, parts: Parts, who: Player | Staff) -> None:
    if isinstance(who, Player):
        await player_of(socket, parts, who.seat)
    else:
        await staff_of(socket, parts)


def socket_routes(parts: Parts) -> APIRouter:
    """The two sockets: a seat's, and a facilitator's on one group."""
    router = APIRouter()

    @router.websocket("/ws/seat/{seat}")
    async def seat_socket(socket: WebSocket, seat: UUID) -> None:
        await _serve(socket, parts, seat=seat)

    @router.websocket("/ws/console/{group}")
    async def console_socket(socket: WebSocket, group: UUID) -> None:
        await _serve(socket, parts, group=group)

    return router


async def _serve(socket: WebSocket, parts: Parts, *, seat: UUID | None = None, group: UUID | None = None) -> None:
    """Check the Origin and the session, then serve; a refusal is readable: the socket opens and closes with its sentence."""
    try:
        _check_origin(socket, parts)
        if seat is not None:
            player = await player_of(socket, parts, seat)
            await Session(socket, parts, player, GroupId(str(player.group))).run()
        elif group is not None:
            staff = await staff_of(socket, parts)
            staff.must_be("facilitator", "manager")
            await parts.groups.one(staff, group)
            await Session(socket, parts, staff, GroupId(str(group))).run()
    except RefusedRequest as refusal:
        await socket.accept()
        code = SIGNED_OUT if refusal.code == "signed_out" else POLICY
        await socket.close(code, refusal.sentence.encode()[:120].decode(errors="ignore"))
    except StoreUnreachableError:
        await socket.accept()
        sentence = parts.texts.sentence(Refused("store_unreachable"))
        await socket.close(TRY_LATER, sentence.encode()[:120].decode(errors="ignore"))


def _check_origin(socket: WebSocket, parts: Parts) -> None:
    if socket.headers.get("origin") not in parts.access.origins:
        raise RefusedRequest("foreign_origin", parts.texts.sentence(Refused("foreign_origin")))
