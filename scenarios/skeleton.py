"""A language file to fill in: every text of an edition, under its mission, with what is already translated."""

from collections.abc import Iterator
from itertools import groupby
from json import dumps

from pydantic import ValidationError

from scenarios.documents import Document
from scenarios.reader import Draft
from scenarios.translations import LanguageSheet, pairs, told

NAMES = {"fr-facile": "Français facile", "en": "English", "ar": "العربية", "uk": "Українська", "es": "Español"}
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps")


def skeleton(draft: Draft, code: str) -> str:
    """The whole file, in YAML; texts are quoted, so that a no-break space or a « : » is safe in them."""
    return "\n".join(_lines(draft, code)) + "\n"


def _lines(draft: Draft, code: str) -> Iterator[str]:
    document = draft.languages.get(code)
    known = {fr.text.strip(): to.text.strip() for fr, to in pairs(document)} if document else {}
    sheet = _sheet(document)
    yield f"# {draft.path.parent.name}, édition {draft.path.name}. « fr » ne se touche pas : remplissez « to »."
    yield "# Un « to » vide : le téléphone montre la phrase française, entière."
    yield f"name: {_quoted(sheet.name if sheet else NAMES.get(code, code))}"
    right_to_left = sheet.dir == "rtl" if sheet else code.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT
    yield f"dir: {'rtl' if right_to_left else 'ltr'}"
    yield "# Ce qui remplace « à vérifier avec ton conseiller », entre parenthèses, après un fait."
    yield f"to_confirm: {_quoted(sheet.to_confirm if sheet else '')}"
    yield "texts:"
    for heading, group in groupby(told(draft), key=lambda one: one.heading):
        yield f"  {heading}:"
        for one in group:
            yield f"    - fr: {_quoted(one.text)}"
            yield f"      to: {_quoted(known.get(one.text, ''))}"


def _sheet(document: Document | None) -> LanguageSheet | None:
    try:
        return LanguageSheet.model_validate(document.value) if document else None
    except ValidationError:
        return None


def _quoted(text: str) -> str:
    return dumps(text, ensure_ascii=False)
