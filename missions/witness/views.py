"""What each audience sees of a crossed evaluation. What was told of a person is seen by that person alone."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.witness.content import Witness
from missions.witness.rules import dues
from missions.witness.values import WitnessState


def shared(content: Witness, state: WitnessState) -> Mapping[str, Any]:
    """The published facts, and how many have done what."""
    return {
        "intro": content.intro,
        "facts": [{"id": fact.id, "text": fact.text} for fact in content.facts],
        "own_words": content.own_words,
        "tutor": {"character": content.tutor.character, "says": content.tutor.says},
        **_counts(content, state),
        "done": state.closed,
        "after": content.after if state.closed else None,
    }


def _counts(content: Witness, state: WitnessState) -> dict[str, Any]:
    return {
        "chosen": len(state.own),
        "given": len(state.givers),
        "closes_at": next((due.played for due in dues(content, state)), None),
    }


def private(_content: Witness, state: WitnessState, seat: SeatId) -> Mapping[str, Any]:
    """What I chose, of whom I tell, and once it is over what was told of me."""
    mine = [{"by": one.by, "fact": one.fact} for one in state.given if one.seat == seat]
    return {
        "own": state.own.get(seat),
        "about": state.about.get(seat),
        "given": next((one.fact for one in state.given if one.by == seat), None),
        "told": seat in state.told,
        "received": mine if state.closed else [],
    }


def staff(content: Witness, state: WitnessState) -> Mapping[str, Any]:
    """How many did what, and how many facts each one has received; never which."""
    return {**_counts(content, state), "received": dict(sorted(Counter(one.seat for one in state.given).items()))}
