"""What each audience sees of a dialogue: what was said and chosen, how many gave a voice; never whose."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.dialogue.content import Dialogue, Node
from missions.dialogue.rules import done, here
from missions.dialogue.values import DialogueState, Turn

EARLIER_TURNS = 3


def shared(content: Dialogue, state: DialogueState) -> Mapping[str, Any]:
    """The lines since the last choice, the open choice, and a little of what came before."""
    node, over = here(content, state), done(content, state)
    return {
        "lines": _lines(node),
        "turn": len(state.turns),
        "choices": [] if over else [{"id": choice.id, "text": choice.text} for choice in node.choices],
        "voices": len(state.voices),
        "last": _made(content, state.turns[-1]) if state.turns else None,
        "earlier": [
            {"lines": _lines(content.scene.nodes[turn.node]), "chosen": _made(content, turn)["text"]}
            for turn in state.turns[-EARLIER_TURNS:]
        ],
        "done": over,
    }


def _lines(node: Node) -> list[dict[str, str | None]]:
    return [{"by": line.by, "text": line.text} for line in node.lines]


def _made(content: Dialogue, turn: Turn) -> dict[str, Any]:
    """The choice that was made; the tie is told when the counts are, with who decided: the last one who spoke."""
    node = content.scene.nodes[turn.node]
    choice = node.choice(turn.choice)
    told = turn.tied and turn.counts is not None
    counts = None if turn.counts is None else {one.id: turn.counts.get(one.id, 0) for one in node.choices}
    return {
        "choice": turn.choice,
        "text": choice.text if choice else "",
        "tied": told,
        "decided_by": next((line.by for line in reversed(node.lines) if line.by), None) if told else None,
        "counts": counts,
    }


def private(_content: Dialogue, state: DialogueState, seat: SeatId) -> Mapping[str, Any]:
    """My voice at the open choice."""
    return {"voice": state.voices.get(seat)}


def staff(content: Dialogue, state: DialogueState) -> Mapping[str, Any]:
    """Where the group stands and how many gave a voice."""
    return {"turn": len(state.turns), "voices": len(state.voices), "done": done(content, state)}
