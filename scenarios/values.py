"""Values that vary by year or place, one file per structure: key -> value, date, source, and who verified it."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import RootModel

from scenarios.documents import Document
from scenarios.models import ValueSheet
from scenarios.yaml_reader import read_yaml

Values = dict[str, ValueSheet]


class ValuesSheet(RootModel[Mapping[str, ValueSheet]]):
    """`values.yaml`."""


def read_values(source: Document | Path) -> Values:
    """The values of a file. Raises ValueError, in French, when it cannot be read or has the wrong fields."""
    if isinstance(source, Path):
        source, mistakes = read_yaml(source.parent, source)
        if mistakes:
            raise ValueError(str(mistakes[0]))
    return dict(ValuesSheet.model_validate(source.value or {}).root)
