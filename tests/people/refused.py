"""Asserting a refusal: its code, and a French sentence fit to be read."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from game_server.application.refusals import RefusedRequest


@contextmanager
def refused(code: str) -> Iterator[list[RefusedRequest]]:
    """Expect the refusal `code`; the list holds it afterwards."""
    caught: list[RefusedRequest] = []
    with pytest.raises(RefusedRequest) as raised:
        yield caught
    caught.append(raised.value)
    assert raised.value.code == code
    assert raised.value.sentence[0].isupper()
    assert raised.value.sentence.endswith((".", "?"))
