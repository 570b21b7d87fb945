"""The languages and the voices of an edition, ready to be sent: a French text as phones show it, and what stands for it."""

from collections.abc import Mapping
from pathlib import Path

from game_server.core.scenario import Language
from scenarios.documents import Document
from scenarios.facts import said, said_in
from scenarios.models import FactSheet, ValueSheet
from scenarios.reader import Draft
from scenarios.recordings import RecordingsSheet
from scenarios.translations import LanguageSheet

Known = Mapping[str, ValueSheet]


def languages_of(draft: Draft, known: Known) -> dict[str, Language]:
    """Every language of an edition without mistakes, by code."""
    return {code: _language(document, draft, known) for code, document in draft.languages.items()}


def _language(document: Document, draft: Draft, known: Known) -> Language:
    sheet = LanguageSheet.model_validate(document.value)
    texts = {pair.fr: pair.to for heading in sheet.texts.values() for pair in heading if pair.to}
    return Language(sheet.name, sheet.dir, texts | _facts(draft, known, texts, sheet.to_confirm))


def _facts(draft: Draft, known: Known, texts: Mapping[str, str], to_confirm: str) -> dict[str, str]:
    """Facts are shown with their value, and with a word of doubt."""
    facts = [FactSheet.model_validate(fact.value) for _, fact in draft.facts()]
    pairs = ((said(fact, known), said_in(fact, known, texts, to_confirm)) for fact in facts)
    return {fr: to for fr, to in pairs if to}


def recordings_of(draft: Draft) -> dict[str, Path]:
    """The file in which each recorded text is heard."""
    sheet = RecordingsSheet.model_validate(draft.recordings.value or {})
    return {one.text: draft.sounds[one.file] for one in sheet.recordings}
