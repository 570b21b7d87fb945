"""A request that cannot be granted, told so that its sender knows what to do next."""

from collections.abc import Mapping
from types import MappingProxyType

NOTHING: Mapping[str, object] = MappingProxyType({})


class RefusedRequest(Exception):  # noqa: N818 - a refusal is an answer, not an error of ours
    """A refusal: a `code` for programs, a French `sentence` for people, `details` for the page.

    `details` holds what a page needs to help: `wait_seconds` (int), `proposal` (str), `field` (str). Never a secret.
    """

    def __init__(self, code: str, sentence: str, details: Mapping[str, object] = NOTHING) -> None:
        """Take a snake_case code and a sentence that says what to do."""
        super().__init__(code)
        self.code = code
        self.sentence = sentence
        self.details = MappingProxyType(dict(details))
