"""A phone or a console as the server sees one: HTTP to get in, a socket to play, and nothing but what they bring."""

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any, Self

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

ANSWERS = ("receipt", "refusal", "settled")
ANSWER_WITHIN = 20.0


class RefusedError(Exception):
    """The server refused: `args` are its code and its sentence."""


class Phone:
    """One browser: its cookies, its numbered actions, and the slices it shows."""

    def __init__(self, origin: str, device: str) -> None:
        """Face the server at `origin`; `device` names this browser."""
        self.origin, self.device = origin, device
        self.slices: dict[str, Any] = {}
        self.version = 0
        self.here: tuple[str, ...] = ()
        self.actions = self.refusals = 0
        self._cookies: dict[str, str] = {}
        self._counter = 0
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._changed = asyncio.Condition()
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._http = httpx.AsyncClient(base_url=origin, headers={"origin": origin}, timeout=20)

    async def __aenter__(self) -> Self:
        """Nothing is opened before it is used."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close what was opened."""
        await self.shut()
        await self._http.aclose()

    async def shut(self) -> None:
        """Close the page; `open` brings it back as this browser left it."""
        if self._reader is not None:
            self._reader.cancel()
        if self._socket is not None:
            await self._socket.close()
        self._reader = self._socket = None

    async def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """One HTTP request. Raises RefusedError with the server's code and sentence."""
        answer = await self._http.request(method, path, json=body, headers={"cookie": self._cookie_header()})
        for line in answer.headers.get_list("set-cookie"):
            name, _, value = line.split(";", 1)[0].partition("=")
            self._cookies[name] = value
        data: Any = answer.json() if answer.content else {}
        if answer.is_error:
            raise RefusedError(data.get("code", answer.status_code), data.get("sentence", ""))
        return data

    async def open(self, path: str) -> None:
        """Open the socket and wait for the first frame."""
        address = self.origin.replace("http", "ws", 1) + path
        self._socket = await connect(
            address, origin=Origin(self.origin), additional_headers={"cookie": self._cookie_header()}
        )
        self._reader = asyncio.create_task(self._read(self._socket))
        self.version = 0
        await self._send({"type": "hello", "epoch": None, "last_seen": None})
        await self.until(lambda: self.version > 0)

    async def submit(self, command: Mapping[str, Any]) -> dict[str, Any]:
        """Send one action and wait for its answer: a receipt, « settled » or a refusal."""
        self._counter += 1
        counter = self._counter
        answered = self._answers[counter] = asyncio.get_running_loop().create_future()
        self.actions += 1
        await self._send({"type": "submit", "device": self.device, "counter": counter, "command": command})
        async with asyncio.timeout(ANSWER_WITHIN):  # `wait_for` may swallow a cancellation on Python 3.11
            answer: dict[str, Any] = await answered
        self.refusals += answer["type"] == "refusal"
        return answer

    async def until(self, true: Callable[[], bool], within: float = 60.0) -> None:
        """Wait until what this page shows makes `true` true. Raises TimeoutError."""
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(true)

    async def change(self, within: float) -> None:
        """Wait for any change of what this page shows, at most `within` seconds."""
        version, here = self.version, self.here
        try:
            await self.until(lambda: (self.version, self.here) != (version, here), within)
        except TimeoutError:
            return

    async def _read(self, socket: ClientConnection) -> None:
        try:
            async for text in socket:
                await self._take(json.loads(text))
        except ConnectionClosed:
            return

    async def _take(self, message: dict[str, Any]) -> None:
        if message["type"] in ANSWERS:
            answered = self._answers.pop(message.get("counter") or 0, None)
            if answered is not None and not answered.done():
                answered.set_result(message)
            return
        async with self._changed:
            if message["type"] == "frame":
                self.slices |= message["slices"]
                self.version = message["version"]
            elif message["type"] == "presence":
                self.here = tuple(message["here"])
            self._changed.notify_all()

    async def _send(self, message: Mapping[str, Any]) -> None:
        if self._socket is None:
            raise RuntimeError("open the socket first")
        await self._socket.send(json.dumps(message))

    def _cookie_header(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self._cookies.items())
