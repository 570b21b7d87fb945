"""How a group talks with a character: one voice per seat at each choice, and no clock while people read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told
from game_server.core.moment import shuffled
from missions.dialogue.content import Dialogue, Node
from missions.dialogue.values import ChoiceMade, DialogueState, Say, SceneClosed, SceneOpened, Turn, VoiceGiven

COUNTED_FROM = 3
"""Voices under which only the group's choice is shown: two people would know each other's."""


def open_scene(content: Dialogue, setting: Setting) -> Sequence[KindValue]:
    """Begin where the group's flags say."""
    return (SceneOpened(content.scene.start(setting.flags)),)


def here(content: Dialogue, state: DialogueState) -> Node:
    """The node where the group stands."""
    return content.scene.nodes[state.node]


def decide(content: Dialogue, state: DialogueState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Take a voice, and go on with the last one."""
    if not isinstance(action, Say):
        return Declined("unknown_action")
    if done(content, state) or action.turn != len(state.turns):
        return Declined("choice_made")
    if here(content, state).choice(action.choice) is None:
        return Declined("unknown_choice")
    voices = {**state.voices, seat: action.choice}
    given = VoiceGiven(seat, action.choice)
    return Told((given, *_made_when_all_spoke(content, replace(state, voices=voices), setting)))


def deal_again(content: Dialogue, state: DialogueState, setting: Setting) -> Sequence[KindValue]:
    """Who left is no longer waited for; a voice already given counts."""
    return () if done(content, state) else _made_when_all_spoke(content, state, setting)


def _made_when_all_spoke(content: Dialogue, state: DialogueState, setting: Setting) -> tuple[KindValue, ...]:
    if not setting.present or any(seat not in state.voices for seat in setting.present):
        return ()
    counts = Counter(state.voices.values())
    most = max(counts.values())
    leaders = [choice.id for choice in here(content, state).choices if counts[choice.id] == most]
    return (ChoiceMade(shuffled(leaders, setting.luck, "tie")[0], tied=len(leaders) > 1),)


def close(_content: Dialogue, _state: DialogueState, _setting: Setting) -> Sequence[KindValue]:
    """End it where it stands."""
    return (SceneClosed(),)


def flags(content: Dialogue, state: DialogueState) -> Mapping[str, bool]:
    """The flags set on the way, the latest word last."""
    found: dict[str, bool] = {}
    for turn in state.turns:
        node = content.scene.nodes[turn.node]
        made = node.choice(turn.choice)
        found |= dict(node.sets) | (dict(made.sets) if made else {})
    return found | dict(here(content, state).sets)


def done(content: Dialogue, state: DialogueState) -> bool:
    """Nothing is left to choose."""
    return state.closed or not here(content, state).choices


def evolve(content: Dialogue, state: DialogueState | None, event: Any) -> DialogueState:
    """The state after an event; the first one opens the scene."""
    if isinstance(event, SceneOpened):
        return DialogueState(event.node)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the scene was opened")
    match event:
        case VoiceGiven(seat, choice):
            return replace(state, voices={**state.voices, seat: choice})
        case ChoiceMade():
            return _after_choice(content, state, event)
        case SceneClosed():
            return replace(state, closed=True)
        case _:
            raise TypeError(f"a dialogue knows no {type(event).__name__}")


def _after_choice(content: Dialogue, state: DialogueState, event: ChoiceMade) -> DialogueState:
    made = here(content, state).choice(event.choice)
    if made is None:
        raise ValueError(f"{state.node} has no choice {event.choice}")
    counted = len(state.voices) >= COUNTED_FROM
    counts = dict(sorted(Counter(state.voices.values()).items())) if counted else None
    turn = Turn(state.node, event.choice, event.tied, counts)
    return replace(state, node=made.to, turns=(*state.turns, turn), voices={})
