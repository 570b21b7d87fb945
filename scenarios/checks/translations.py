"""A translation stands for a text of the edition, says the same values, and stands once."""

from collections.abc import Iterator

from pydantic import ValidationError

from scenarios.checks.language import typeset_fault
from scenarios.checks.registry import Kinds, check
from scenarios.documents import Document, Node
from scenarios.mistakes import Mistake
from scenarios.reader import Draft
from scenarios.translations import LanguageSheet, pairs, placeholders, told

SHOWN = 40


@check
def language_files_hold_together(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Known fields only; nothing translated that the edition does not say; the same values on both sides."""
    every = {one.text for one in told(draft)} if draft.languages else set()
    for code, document in draft.languages.items():
        yield from _fields(document)
        yield from _texts(document, every)
        if code.split("-")[0] == "fr":
            yield from _typography(document)


def _fields(document: Document) -> Iterator[Mistake]:
    try:
        LanguageSheet.model_validate(document.value or {})
    except ValidationError as error:
        for one in error.errors():
            field = ".".join(map(str, one["loc"]))
            sentence = f"« {field} » n’est pas écrit comme attendu. Comparez avec « eclats texts »."
            yield document.mistake(one["loc"], "bad_language_file", sentence)


def _texts(document: Document, every: set[str]) -> Iterator[Mistake]:
    first: dict[str, str] = {}
    for fr, to in pairs(document):
        text, said = fr.text.strip(), to.text.strip()
        if text not in every:
            sentence = f"« {text[:SHOWN]} » n’est pas un texte de cette édition. Reprenez-le avec « eclats texts »."
            yield _styled(fr, "unknown_text", sentence)
        elif said and first.setdefault(text, said) != said:
            yield to.mistake("translated_twice", f"« {text[:SHOWN]} » est traduit deux fois. Gardez une seule phrase.")
        elif said and placeholders(said) != placeholders(text):
            names = ", ".join(placeholders(text)) or "aucun"
            yield to.mistake("other_placeholders", f"Gardez les mots entre accolades tels quels : {names}.")


def _typography(document: Document) -> Iterator[Mistake]:
    for _, to in pairs(document):
        if fault := typeset_fault(to.text):
            yield _styled(to, "typography", fault[1])


def _styled(node: Node, code: str, sentence: str) -> Mistake:
    """The edition still plays: the French is shown."""
    return Mistake(node.document.file, node.document.line(node.path), code, sentence, style=True)
