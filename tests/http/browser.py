"""A browser as the server sees one: an origin, a cookie jar, and what a socket says."""

import asyncio
import json
from typing import Any, Self
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 15.0


class Browser:
    """Sends what it is told, with its cookies; an `origin` of None sends none."""

    def __init__(self, address: str, origin: str | None = "") -> None:
        self.address, self.origin = address, address if origin == "" else origin
        self.cookies: dict[str, str] = {}
        self.set_cookies: list[str] = []
        self._http = httpx.AsyncClient(base_url=address, timeout=PATIENCE)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    def headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        origin = {"origin": self.origin} if self.origin else {}
        return origin | ({"cookie": cookies} if cookies else {})

    async def ask(self, method: str, path: str, body: Any = None, **more: Any) -> httpx.Response:
        """Send one request and keep the cookies it gives."""
        headers = self.headers() | more.pop("headers", {})
        answer = await self._http.request(method, path, json=body, headers=headers, **more)
        self.set_cookies = answer.headers.get_list("set-cookie")
        for line in self.set_cookies:
            name, _, value = line.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        return answer

    async def get(self, path: str) -> Any:
        """A GET that must be granted."""
        return granted(await self.ask("GET", path))

    async def post(self, path: str, body: Any = None) -> Any:
        """A POST that must be granted."""
        return granted(await self.ask("POST", path, body))

    async def put(self, path: str, body: Any) -> Any:
        """A PUT that must be granted."""
        return granted(await self.ask("PUT", path, body))

    async def open(self, path: str) -> "Socket":
        """Open a socket."""
        address = self.address.replace("http", "ws", 1) + path
        headers = {name: value for name, value in self.headers().items() if name != "origin"}
        return Socket(await connect(address, origin=self.origin, additional_headers=headers))


class Socket:
    """One open socket."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.device, self.counter = uuid4().hex, 0

    async def say(self, message: Any) -> None:
        await self.connection.send(message if isinstance(message, str) else json.dumps(message))

    async def hear(self, *kinds: str) -> dict[str, Any]:
        """The next message of these kinds; others are passed over."""
        async with asyncio.timeout(PATIENCE):
            while True:
                message: dict[str, Any] = json.loads(await self.connection.recv())
                if message["type"] in kinds:
                    return message

    async def hello(self) -> dict[str, Any]:
        """Enter, and return the first frame."""
        await self.say({"type": "hello", "epoch": None, "last_seen": None})
        return await self.hear("frame")

    async def submit(self, command: Any, counter: int | None = None) -> dict[str, Any]:
        """Send one action; return its answer."""
        self.counter += 1
        number = self.counter if counter is None else counter
        await self.say({"type": "submit", "device": self.device, "counter": number, "command": command})
        return await self.hear("receipt", "refusal", "settled")

    async def closed(self) -> tuple[int, str]:
        """Wait for the end: its code and its reason."""
        async with asyncio.timeout(PATIENCE):
            await self.connection.wait_closed()
        return self.connection.close_code or 0, self.connection.close_reason or ""

    async def close(self) -> None:
        await self.connection.close()


def granted(answer: httpx.Response) -> Any:
    """The body of an answer that is no error."""
    assert answer.is_success, (answer.request.method, answer.request.url.path, answer.status_code, answer.text)
    return answer.json() if answer.headers["content-type"].startswith("application/json") else answer.content


def refused(answer: httpx.Response, code: str, status: int) -> dict[str, Any]:
    """The body of a refusal: its code, its status, and a French sentence fit to be read."""
    body: dict[str, Any] = answer.json()
    assert (body["code"], answer.status_code) == (code, status), (answer.request.url.path, answer.status_code, body)
    assert set(body) == {"code", "sentence", "details"}
    assert body["sentence"].endswith((".", "?"))
    assert "Traceback" not in answer.text
    return body
