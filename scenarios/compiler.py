"""From the files of a pack to the scenario that the core plays."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from game_server.core.ids import CharacterId, MissionId, OfferId, StepId
from game_server.core.scenario import Character, Day, Hint, Mission, Offer, Scenario, Step
from scenarios.checker import Kinds, check_draft
from scenarios.facts import said
from scenarios.hashes import fingerprint
from scenarios.languages import languages_of, recordings_of
from scenarios.mistakes import BrokenPackError, Mistake
from scenarios.models import DaySheet, MissionSheet, OfferSheet, PackSheet, StepSheet, ValueSheet
from scenarios.reader import Draft, read_pack
from scenarios.scenes import with_scenes
from scenarios.values import Values, read_values


def compile_pack(path: Path, kinds: Kinds, values: Path | None = None) -> Scenario:
    """The scenario in the folder `<name>/<edition>`.

    `values` is a structure's own values.yaml, whose values replace those of the pack; it does not count in the fingerprint.
    Raises BrokenPackError with every mistake that forbids to play; mistakes of style do not.
    """
    path = path.absolute()
    draft = read_pack(path)
    broken = [*_misnamed(path), *(one for one in check_draft(draft, kinds) if not one.style)]
    if broken:
        raise BrokenPackError(path, broken)
    sheet = PackSheet.model_validate(draft.pack.value)
    known = read_values(draft.values) | (_own_values(values) if values else {})
    return Scenario(
        pack=path.parent.name,
        edition=int(path.name),
        fingerprint=fingerprint(path),
        title=sheet.title,
        pitch=sheet.pitch,
        days=tuple(_day(number, day, draft, kinds) for number, day in enumerate(sheet.days, start=1)),
        offers={OfferId(slug): _offer(slug, document.value, known) for slug, document in draft.offers.items()},
        characters={
            CharacterId(one.id): Character(CharacterId(one.id), one.name, one.role) for one in sheet.characters
        },
        flags=frozenset(sheet.flags),
        languages=languages_of(draft, known),
        recordings={text: str(file) for text, file in recordings_of(draft).items()},
    )


def load_packs(
    folder: Path,
    kinds: Kinds,
    values: Path | None = None,
    on_broken: Callable[[BrokenPackError], None] | None = None,
) -> dict[tuple[str, int], Scenario]:
    """Every edition of every pack in a folder, by name and edition.

    A broken pack goes to `on_broken` and the others are loaded; without it BrokenPackError is raised.
    """
    found: dict[tuple[str, int], Scenario] = {}
    for path in editions(folder):
        try:
            scenario = compile_pack(path, kinds, values)
        except BrokenPackError as error:
            if on_broken is None:
                raise
            on_broken(error)
        else:
            found[scenario.pack, scenario.edition] = scenario
    return found


def editions(folder: Path) -> list[Path]:
    """The folders `<name>/<edition>` that hold a pack, sorted."""
    return sorted(sheet.parent for sheet in folder.glob("*/*/pack.yaml"))


def _misnamed(path: Path) -> list[Mistake]:
    if path.name.isdecimal() and path.name.isascii() and int(path.name) > 0:
        return []
    sentence = "Le dossier d’un pack porte un numéro d’édition : nom_du_pack/1."
    return [Mistake("pack.yaml", 1, "edition_not_a_number", sentence)]


def _own_values(file: Path) -> Values:
    try:
        return read_values(file)
    except ValueError as error:
        raise BrokenPackError(file, [Mistake(file.name, 1, "bad_values", str(error))]) from error


def _day(number: int, sheet: DaySheet, draft: Draft, kinds: Kinds) -> Day:
    return Day(
        number=number,
        title=sheet.title,
        opening=sheet.opening,
        closing=sheet.closing,
        opens=sheet.opens,
        closes=sheet.closes,
        missions=tuple(_mission(slug, draft, kinds) for slug in sheet.missions),
    )


def _mission(slug: str, draft: Draft, kinds: Kinds) -> Mission:
    sheet = MissionSheet.model_validate(draft.missions[slug].value)
    return Mission(
        id=MissionId(slug),
        title=sheet.title,
        brief=sheet.brief,
        act=sheet.act,
        offer=OfferId(sheet.offer),
        steps=tuple(_step(f"{slug}-{place}", step, draft, kinds) for place, step in enumerate(sheet.steps, start=1)),
        minutes=sheet.minutes,
        competences=sheet.competences,
    )


def _step(name: str, sheet: StepSheet, draft: Draft, kinds: Kinds) -> Step:
    return Step(
        id=StepId(name),
        kind=sheet.kind,
        title=sheet.title,
        content=kinds[sheet.kind].content.model_validate(with_scenes(sheet.content, draft)),
        hints=tuple(Hint(CharacterId(hint.said_by), hint.text) for hint in sheet.hints),
        plan_b=sheet.plan_b,
        silence=sheet.silence,
    )


def _offer(slug: str, written: Any, known: Mapping[str, ValueSheet]) -> Offer:
    sheet = OfferSheet.model_validate(written)
    return Offer(
        id=OfferId(slug),
        title=sheet.title,
        family=sheet.family,
        text=sheet.text,
        facts=tuple(said(fact, known) for fact in sheet.facts),
        path_step=sheet.path_step,
        who=sheet.who,
    )
