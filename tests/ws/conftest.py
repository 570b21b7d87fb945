"""The same server as that of the kills, and a table of our own for each test."""

from tests.end_to_end.conftest import office, running, server, stores

__all__ = ["office", "running", "server", "stores"]
