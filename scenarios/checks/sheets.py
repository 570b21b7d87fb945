"""Each file has the fields it should have, and a step's content is what its kind asks for."""

from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import BaseModel

from scenarios.checks.registry import Kinds, check
from scenarios.documents import Document
from scenarios.french_errors import content_mistakes
from scenarios.mistakes import Mistake
from scenarios.models import MissionSheet, OfferSheet, PackSheet
from scenarios.reader import Draft
from scenarios.scenes import with_scenes
from scenarios.values import ValuesSheet


@check
def fields(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """A missing, unknown or ill-written field."""
    yield from _of(draft.pack, PackSheet)
    for mission in draft.missions.values():
        yield from _of(mission, MissionSheet)
    for offer in draft.offers.values():
        yield from _of(offer, OfferSheet)
    yield from _of(draft.values, ValuesSheet)


def _of(document: Document, model: type[BaseModel]) -> Iterator[Mistake]:
    if isinstance(document.value, dict):
        yield from content_mistakes(document.root, model, document.value, "bad_field")


@check
def kinds_exist(draft: Draft, kinds: Kinds) -> Iterator[Mistake]:
    """A step of a kind that nobody wrote."""
    for _, step in draft.steps():
        if step["kind"].text and step["kind"].text not in kinds:
            near = get_close_matches(step["kind"].text, kinds, 1)
            advice = f"Vouliez-vous « {near[0]} » ?" if near else f"Choisissez parmi : {', '.join(sorted(kinds))}."
            yield step["kind"].mistake("unknown_kind", f"Le genre « {step['kind'].text} » n’existe pas. {advice}")


@check
def contents(draft: Draft, kinds: Kinds) -> Iterator[Mistake]:
    """A content that its kind does not understand. A scene that is missing is told by the checks of scenes."""
    for _, step in draft.steps():
        kind = kinds.get(step["kind"].text)
        content = step["content"]
        if kind is None or not isinstance(content.value, dict):
            continue
        ready = with_scenes(content.value, draft)
        if ready is not None:
            yield from content_mistakes(content, kind.content, ready, "bad_content")
