"""pydantic's findings as French sentences that say what to do."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from scenarios.documents import Node
from scenarios.mistakes import Mistake

_SENTENCES = {
    "missing": "Il manque « {key} ».",
    "string_type": "« {key} » doit être un texte. Mettez-le entre guillemets.",
    "string_too_short": "« {key} » est vide. Écrivez-le.",
    "string_too_long": "« {key} » est trop long : {max_length} signes au plus.",
    "string_pattern_mismatch": "« {value} » ne convient pas : minuscules sans accent, chiffres et tirets seulement.",
    "int_type": "« {key} » doit être un nombre entier.",
    "int_parsing": "« {key} » doit être un nombre entier.",
    "int_from_float": "« {key} » doit être un nombre entier.",
    "float_type": "« {key} » doit être un nombre.",
    "float_parsing": "« {key} » doit être un nombre.",
    "bool_type": "« {key} » se dit true ou false.",
    "bool_parsing": "« {key} » se dit true ou false.",
    "greater_than_equal": "« {key} » doit être au moins {ge}.",
    "less_than_equal": "« {key} » doit être au plus {le}.",
    "literal_error": "« {value} » ne convient pas. Choisissez parmi : {expected}.",
    "too_short": "« {key} » est trop court : il en faut au moins {min_length}.",
    "too_long": "« {key} » est trop long : {max_length} au plus.",
    "tuple_type": "« {key} » doit être une liste : une ligne par élément, avec « - ».",
    "list_type": "« {key} » doit être une liste : une ligne par élément, avec « - ».",
    "dict_type": "« {key} » doit contenir des champs « nom: valeur ».",
    "model_type": "« {key} » doit contenir des champs « nom: valeur ».",
    "date_type": "« {key} » doit être une date, comme 2026-11-20.",
    "date_parsing": "« {key} » doit être une date, comme 2026-11-20.",
    "date_from_datetime_parsing": "« {key} » doit être une date, comme 2026-11-20.",
}


def content_mistakes(node: Node, model: type[BaseModel], value: Any, code: str) -> Iterator[Mistake]:
    """Every mistake that a model finds in a value which stands at that node, each on its own line."""
    try:
        model.model_validate(value)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            path = (*node.path, *(key for key in one["loc"] if isinstance(key, str | int)))
            yield Mistake(node.document.file, node.document.line(path), code, _sentence(one, model))


def _sentence(error: Any, model: type[BaseModel]) -> str:
    key = error["loc"][-1] if error["loc"] else "ce passage"
    key = "un élément" if isinstance(key, int) else key
    if error["type"] == "extra_forbidden":
        near = get_close_matches(str(key), _field_names(model), 1)
        return f"« {key} » n’existe pas ici. " + (f"Vouliez-vous « {near[0]} » ?" if near else "Retirez-le.")
    if error["type"] == "value_error":
        return _closed(str(error["ctx"]["error"]))
    known = _SENTENCES.get(error["type"])
    if known is None:
        return f"« {key} » ne convient pas ({error['msg']})."
    given = {name: value for name, value in error.get("ctx", {}).items() if name not in ("key", "value")}
    return known.format(key=key, value=_short(error["input"]), **given).replace(" or ", " ou ")


def _field_names(model: type[BaseModel]) -> list[str]:
    """Names of the fields of a model and of the models in it."""
    schema = model.model_json_schema()
    inner = [part.get("properties", {}) for part in schema.get("$defs", {}).values()]
    return [name for part in (schema.get("properties", {}), *inner) for name in part]


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004 - what fits in a line of a terminal


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
