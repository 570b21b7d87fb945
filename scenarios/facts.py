"""A fact as a card says it, in the language of the edition or another."""

from collections.abc import Mapping

from scenarios.models import FactSheet, ValueSheet
from scenarios.translations import says_something

TO_CONFIRM = "à vérifier avec ton conseiller"
VALUE = "{value}"


def said(fact: FactSheet, known: Mapping[str, ValueSheet]) -> str:
    """A fact that is not settled and that nobody verified says so itself."""
    value = known[fact.value] if fact.value else None
    text = fact.text.replace(VALUE, value.value) if value else fact.text
    return text if _settled(fact, value) else _open(text, TO_CONFIRM)


def said_in(fact: FactSheet, known: Mapping[str, ValueSheet], texts: Mapping[str, str], to_confirm: str) -> str | None:
    """The same in another language; None when a part of it is missing, so that no sentence speaks two languages."""
    value = known[fact.value] if fact.value else None
    text = texts.get(fact.text)
    written = value.value if value else ""
    shown = texts.get(written, "" if says_something(written) else written)
    if text is None or (value and not shown):
        return None
    text = text.replace(VALUE, shown)
    if _settled(fact, value):
        return text
    return _open(text, to_confirm) if to_confirm else None


def _settled(fact: FactSheet, value: ValueSheet | None) -> bool:
    verified = fact.verified_on if value is None else value.verified_on
    return fact.mark == "S" or verified is not None


def _open(text: str, to_confirm: str) -> str:
    return f"{text.rstrip('. ')} ({to_confirm})."
