"""What the machine itself gives: the time and randomness."""

from game_server.adapters.system.clock_and_luck import SystemClock, SystemLuck

__all__ = ["SystemClock", "SystemLuck"]
