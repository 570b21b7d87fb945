"""The journal, the live progress and the clock of one process, for simulations and tests: same promises, nothing kept."""

from game_server.adapters.memory.clock import MemoryClock
from game_server.adapters.memory.journal import MemoryJournal
from game_server.adapters.memory.live import MemoryHub, MemoryLive

__all__ = ["MemoryClock", "MemoryHub", "MemoryJournal", "MemoryLive"]
