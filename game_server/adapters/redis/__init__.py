"""The live group in Redis or Valkey: progress, snapshots, presence, due times, and the feed between processes."""

from game_server.adapters.redis.live import RedisLive

__all__ = ["RedisLive"]
