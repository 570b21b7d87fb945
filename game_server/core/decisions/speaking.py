"""What facilitators write to the group or to one person: kept as long as the journal, seen by every colleague."""

from game_server.core import group_events as e
from game_server.core import steering_commands as sc
from game_server.core import steering_events as s
from game_server.core.ids import WordId
from game_server.core.messages import Accepted, Actor, Refused, Word
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import GroupState

LONGEST_MESSAGE = 400


def say(rules: Rules, state: GroupState, command: sc.Say, actor: Actor, _: Moment) -> Accepted | Refused:
    """A message; a character speaks to the whole group only."""
    text = command.text.strip()
    refused = _cannot_say(rules, state, command, text)
    if refused is not None:
        return refused
    word = Word(WordId(f"{state.version + 1}.message"), text, owner=command.to)
    said = s.MessageSaid(word.id, actor.id, command.to, command.said_by)
    act = e.ActNoted("say", actor.id, seat=command.to, detail=command.said_by or "")
    return Accepted((said, act), (word,))


def _cannot_say(rules: Rules, state: GroupState, command: sc.Say, text: str) -> Refused | None:
    if not text:
        return Refused("empty_message")
    if len(text) > LONGEST_MESSAGE:
        return Refused("message_too_long", {"most": LONGEST_MESSAGE})
    if command.to is not None and command.to not in state.table():
        return Refused("unknown_seat")
    if command.said_by is None:
        return None
    if command.to is not None:
        return Refused("character_to_group_only")
    return None if command.said_by in rules.scenario.characters else Refused("unknown_character")
