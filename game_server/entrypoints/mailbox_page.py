"""The demonstration's mailbox as a page: every message that would have left, newest first. Loopback only."""

from collections.abc import Callable
from email.message import EmailMessage
from html import escape

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from game_server.entrypoints.loopback import must_be_loopback

PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le courrier de la démonstration</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>Le courrier de la démonstration</h1>
<p>{count}. Rien ne part d’ici.</p>{messages}</main></body></html>"""
MESSAGE = "<article><h2>{subject}</h2><p>À {to}, {date}</p><pre>{text}</pre></article>"


def mailbox_routes(messages: Callable[[], list[EmailMessage]]) -> APIRouter:
    """The one page."""
    router = APIRouter()

    @router.get("/courrier")
    async def mailbox(request: Request) -> HTMLResponse:
        must_be_loopback(request)
        kept = messages()
        count = f"{len(kept)} messages" if len(kept) > 1 else f"{len(kept)} message"
        return HTMLResponse(PAGE.format(count=count, messages="".join(map(_article, reversed(kept)))))

    return router


def _article(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    text = body.get_content() if body else ""
    shown = {"subject": message["Subject"], "to": message["To"], "date": message["Date"], "text": text}
    return MESSAGE.format(**{name: escape(str(value)) for name, value in shown.items()})
