"""An act as the group's history keeps it: by whom, about what, and why."""

from typing import Any

from game_server.core import group_events as e
from game_server.core.ids import SeatId, WordId
from game_server.core.messages import Actor, Word
from game_server.core.state import GroupState

LONGEST_REASON = 300


def noted(state: GroupState, act: str, actor: Actor, reason: str, **about: Any) -> tuple[e.ActNoted, tuple[Word, ...]]:
    """The event, with any other field of ActNoted in `about`, and the word of the reason when one was given."""
    word = reason_word(state, reason, about.get("seat"))
    return e.ActNoted(act, actor.id, reason=word.id if word else None, **about), (word,) if word else ()


def reason_word(state: GroupState, reason: str, owner: SeatId | None = None) -> Word | None:
    """What was typed; when it is about one person it goes with their traces."""
    text = reason.strip()[:LONGEST_REASON]
    return Word(WordId(f"{state.version + 1}.reason"), text, owner=owner) if text else None
