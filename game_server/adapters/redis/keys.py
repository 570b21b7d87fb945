"""The names of everything in Redis. All begin with the journal's epoch: what was copied of another journal is invisible."""

from dataclasses import dataclass

from game_server.core.ids import GroupId


@dataclass(frozen=True, slots=True)
class Keys:
    """The names under one epoch; the braces keep what belongs to a group together."""

    epoch: str

    def progress(self, group: GroupId) -> str:
        """A hash: the progress fields and `version`."""
        return f"eclats:{self.epoch}:{{{group}}}:progress"

    def snapshot(self, group: GroupId) -> str:
        """A hash: `version` and `state`."""
        return f"eclats:{self.epoch}:{{{group}}}:snapshot"

    def followers(self, group: GroupId) -> str:
        """A set: the processes that want the group's commits."""
        return f"eclats:{self.epoch}:{{{group}}}:followers"

    def present(self, group: GroupId) -> str:
        """A sorted set: seats by the second they were last seen."""
        return f"eclats:{self.epoch}:{{{group}}}:present"

    @property
    def due(self) -> str:
        """A sorted set: groups by the second they are next due."""
        return f"eclats:{self.epoch}:due"

    def process(self, process: str) -> str:
        """A text that expires: the process is registered."""
        return f"eclats:{self.epoch}:process:{process}"

    @property
    def inboxes(self) -> str:
        """What the channel of every inbox begins with."""
        return f"eclats:{self.epoch}:inbox:"
