"""A PDF as a reader opens it."""

import io
import re
from typing import Any

from pypdf import PdfReader

ZERO_WIDTH = "\u200b"


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """Its whole text, spaces and line ends as one space, without the places where a long word may break."""
    pages = " ".join(page.extract_text() for page in opened(pdf).pages)
    return re.sub(r"\s+", " ", pages.replace(ZERO_WIDTH, "").replace("\u00ad", ""))


def roles_of(pdf: bytes) -> set[str]:
    """The kinds of tags in it: H1, P, Figure, Table and so on."""
    reader = opened(pdf)
    found: set[str] = set()
    waiting: list[Any] = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found |= {str(node["/S"]).lstrip("/")} if "/S" in node else set()
            waiting += [node["/K"]] if "/K" in node else []
    return found
