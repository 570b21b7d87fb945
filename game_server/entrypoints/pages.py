"""The built pages, read once at the start: compressed, with a mark that tells browsers when nothing changed."""

import gzip
import hashlib
import mimetypes
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response
from starlette.exceptions import HTTPException

from game_server.entrypoints.parts import Parts

WORTH_COMPRESSING = 500
TEXTS = ("text/", "application/json", "application/manifest+json", "image/svg+xml")
NOT_BUILT = "Les pages ne sont pas construites. Lancez « make play », qui les construit, puis rechargez cette page."
ADDRESSES = {
    "/": "player.html",
    "/entrer/{code}": "player.html",
    "/place/{seat}": "player.html",
    "/console": "console.html",
    "/console/{group}": "console.html",
    "/conseil": "counsellor.html",
}
SIDE_BY_SIDE = {"/cote-a-cote": "side_by_side.html"}


@dataclass(frozen=True, slots=True)
class Page:
    """One file as it is sent; `packed` is its gzip when that is smaller."""

    body: bytes
    packed: bytes | None
    kind: str
    mark: str
    lasting: bool
    """Its name holds a hash of its content: browsers never ask again."""

    def answer(self, request: Request) -> Response:
        """The whole file, or nothing when the browser has this very one."""
        headers = {
            "ETag": self.mark,
            "Cache-Control": "public, max-age=31536000, immutable" if self.lasting else "no-cache",
            "Vary": "Accept-Encoding",
        }
        if self.mark in request.headers.get("if-none-match", ""):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        if self.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(self.packed, headers={**headers, "Content-Encoding": "gzip"}, media_type=self.kind)
        return Response(self.body, headers=headers, media_type=self.kind)


def read_pages(folder: Path) -> Mapping[str, Page]:
    """Every built file by its path; empty when nothing was built."""
    files = (one for one in sorted(folder.rglob("*")) if one.is_file())
    return {one.relative_to(folder).as_posix(): _read(one, folder) for one in files}


def read_page(body: bytes, kind: str, *, lasting: bool) -> Page:
    """A file from its content."""
    packed = gzip.compress(body, 9, mtime=0) if len(body) > WORTH_COMPRESSING and kind.startswith(TEXTS) else None
    return Page(body, packed, kind, f'"{hashlib.sha256(body).hexdigest()[:24]}"', lasting)


def _read(file: Path, folder: Path) -> Page:
    kind = "application/manifest+json" if file.suffix == ".webmanifest" else mimetypes.guess_type(file.name)[0]
    return read_page(file.read_bytes(), kind or "application/octet-stream", lasting=file.parent == folder / "assets")


def page_routes(parts: Parts) -> APIRouter:
    """The pages by their addresses, then every other file that stands beside them."""
    router, pages = APIRouter(include_in_schema=False), read_pages(parts.pages)
    addresses = ADDRESSES | (SIDE_BY_SIDE if parts.access.loopback_keys else {})
    for address, name in addresses.items():
        router.add_api_route(address, _route(pages, name), methods=["GET", "HEAD"])

    @router.api_route("/{path:path}", methods=["GET", "HEAD"])
    def file(request: Request, path: str) -> Response:
        page = pages.get(path)
        if page is None or path.endswith(".html"):
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return page.answer(request)

    return router


def _route(pages: Mapping[str, Page], name: str) -> Callable[[Request], Awaitable[Response]]:
    async def page(request: Request) -> Response:
        found = pages.get(name)
        if found is None:
            return PlainTextResponse(NOT_BUILT, HTTPStatus.SERVICE_UNAVAILABLE)
        return found.answer(request)

    return page
