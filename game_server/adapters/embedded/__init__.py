"""PostgreSQL and Valkey without installing anything: real servers from wheels, as children of one supervisor."""

from game_server.adapters.embedded.refusal import StoresRefused
from game_server.adapters.embedded.supervisor import EmbeddedStores

__all__ = ["EmbeddedStores", "StoresRefused"]
