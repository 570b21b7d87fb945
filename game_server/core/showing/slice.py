"""A slice of the state, as data."""

from collections.abc import Mapping
from typing import Any

Slice = Mapping[str, Any] | None
