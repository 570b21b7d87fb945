"""A letter as a page of HTML, for mail programs that show nothing else beside an invitation."""

import re
from html import escape

PAGE = '<!doctype html><html lang="fr"><head><meta charset="utf-8"></head><body>{blocks}</body></html>\n'
ADDRESS = re.compile(r"https?://\S+")
ITEM = "- "


def as_html(text: str) -> str:
    """Give the same words: paragraphs, lists of lines that begin with a dash, and addresses that can be followed."""
    blocks = (block for part in text.replace("\r\n", "\n").strip().split("\n\n") for block in _blocks(part.split("\n")))
    return PAGE.format(blocks="".join(blocks))


def _blocks(lines: list[str]) -> list[str]:
    words = [_linked(line) for line in lines if not line.startswith(ITEM)]
    items = [f"<li>{_linked(line.removeprefix(ITEM))}</li>" for line in lines if line.startswith(ITEM)]
    paragraph = [f"<p>{'<br>'.join(words)}</p>"] if words else []
    return paragraph + ([f"<ul>{''.join(items)}</ul>"] if items else [])


def _linked(line: str) -> str:
    return ADDRESS.sub(r'<a href="\g<0>">\g<0></a>', escape(line))
