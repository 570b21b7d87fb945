"""What a phone keeps of an edition beside the game: its other languages and its recordings. The same for everybody."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from fastapi import APIRouter, Request, Response

from game_server.application.refusals import RefusedRequest
from game_server.application.stories import recordings_file, texts_file
from game_server.core.scenario import Scenario
from game_server.entrypoints.bodies import Answer
from game_server.entrypoints.pages import Page, read_page
from game_server.entrypoints.parts import Parts

HERE = "/api/packs/{pack}/{edition}"
NOT_THERE = "Ce texte n’est pas installé ici. L’histoire continue en français."
Key = TypeVar("Key")
Value = TypeVar("Value")
KINDS = {".ogg": "audio/ogg", ".mp3": "audio/mpeg"}


class StoryLanguage(Answer):
    """A language of an edition, and the address of its texts."""

    code: str
    name: str
    dir: str
    file: str


class Story(Answer):
    """What there is beside the French text. An address holds the mark of what it gives: it may be kept for ever."""

    languages: list[StoryLanguage]
    recordings: str | None


def story_routes(parts: Parts) -> APIRouter:
    """The routes over the editions that are installed; texts are packed once, recordings are read when they are asked for."""
    router = APIRouter(prefix=HERE, tags=["stories"])
    scenarios = {place: rules.scenario for place, rules in parts.library.items()}
    files = {(place, name): page for place, one in scenarios.items() for name, page in _files(one).items()}
    stories = {place: _story(one, files) for place, one in scenarios.items()}

    @router.get("/texts")
    async def story(pack: str, edition: int) -> Story:
        """The languages of an edition and where their texts are."""
        return _found(stories, (pack, edition))

    @router.get("/texts/{name}.json")
    async def texts(request: Request, pack: str, edition: int, name: str) -> Response:
        """What stands for each text: {mark of the French text: text}; `recordings`: {mark of a text: name of its file}."""
        return _found(files, ((pack, edition), name)).answer(request)

    @router.get("/audio/{name}")
    async def recording(request: Request, pack: str, edition: int, name: str) -> Response:
        """One recording."""
        heard = _found(scenarios, (pack, edition)).recordings.values()
        file = _found({Path(one).name: Path(one) for one in heard}, name)
        return read_page(file.read_bytes(), KINDS[file.suffix], lasting=True).answer(request)

    return router


def _files(scenario: Scenario) -> dict[str, Page]:
    languages = {code: texts_file(scenario, code) for code in scenario.languages}
    recordings = {"recordings": recordings_file(scenario)} if scenario.recordings else {}
    return {name: read_page(body, "application/json", lasting=True) for name, body in (languages | recordings).items()}


def _story(scenario: Scenario, files: Mapping[tuple[tuple[str, int], str], Page]) -> Story:
    place = (scenario.pack, scenario.edition)

    def address(name: str) -> str:
        version = files[place, name].mark.strip('"')[:12]
        return f"/api/packs/{scenario.pack}/{scenario.edition}/texts/{name}.json?{version}"

    return Story(
        languages=[
            StoryLanguage(code=code, name=one.name, dir=one.dir, file=address(code))
            for code, one in sorted(scenario.languages.items())
        ],
        recordings=address("recordings") if scenario.recordings else None,
    )


def _found(known: Mapping[Key, Value], wanted: Key) -> Value:
    if wanted not in known:
        raise RefusedRequest("unknown_text", NOT_THERE)
    return known[wanted]
