"""What each audience sees of a negotiation. A constraint is seen by the seat that holds it alone."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.negotiate.content import Constraint, Negotiate, Side
from missions.negotiate.rules import done, open_to_proposals
from missions.negotiate.values import NegotiateState


def shared(content: Negotiate, state: NegotiateState) -> Mapping[str, Any]:
    """The sides and who speaks for them, what can be proposed, the proposal and what was answered to it."""
    over = done(content, state)
    proposal = None if over and not state.agreed else state.proposal
    return {
        "intro": content.intro,
        "sides": [_side(one, state) for one in content.sides],
        "held": {
            seat: list(dict.fromkeys(content.side_of(one).id for one in mine)) for seat, mine in state.hands.items()
        },
        "dimensions": [
            {"id": one.id, "name": one.name, "options": [{"id": it.id, "text": it.text} for it in one.options]}
            for one in content.dimensions
        ],
        "proposal": {"options": list(proposal.options), "refused": proposal.refused} if proposal else None,
        "tried": [list(options) for options in state.tried],
        "by_character": state.by_character,
        "done": over,
        "after": content.after if over else None,
    }


def _side(side: Side, state: NegotiateState) -> dict[str, Any]:
    answers = state.proposal.answers if state.proposal else {}
    told = [answers[one.id] for one in side.constraints if one.id in answers]
    return {
        "id": side.id,
        "name": side.name,
        "wants": side.wants,
        "constraints": len(side.constraints),
        "accepts": sum(told),
        "refuses": len(told) - sum(told),
    }


def private(content: Negotiate, state: NegotiateState, seat: SeatId) -> Mapping[str, Any]:
    """My constraints and whether the proposal respects them, and whether I may propose."""
    order = () if done(content, state) else state.hands.get(seat, ())
    pause = state.pauses.get(seat)
    return {
        "constraints": [_mine(one, content, state) for name in order if (one := content.constraint(name))],
        "alone": state.alone == seat,
        "proposed": state.proposal is not None and state.proposal.seat == seat,
        "can_propose": open_to_proposals(state) and not done(content, state),
        "pause": {"seconds": pause.seconds, "until": pause.until} if pause else None,
    }


def _mine(constraint: Constraint, content: Negotiate, state: NegotiateState) -> dict[str, Any]:
    proposal = state.proposal
    respected = constraint.allows(proposal.options) if proposal else None
    answer = proposal.answers.get(constraint.id) if proposal else None
    return {
        "id": constraint.id,
        "side": content.side_of(constraint.id).id,
        "text": constraint.text,
        "fits": [option for options in constraint.accepted.values() for option in options],
        "answer": None if answer is None else ("yes" if answer else "no"),
        "respected": respected,
        "says": constraint.says if respected is False else None,
    }


def staff(content: Negotiate, state: NegotiateState) -> Mapping[str, Any]:
    """What a facilitator needs to help: what all could live with, and who still has an answer to give."""
    answers = state.proposal.answers if state.proposal else {}
    return {
        "agreements": [
            list(options) for options in content.proposals if all(one.allows(options) for one in content.constraints)
        ],
        "answering": [seat for seat, mine in state.hands.items() if state.proposal and not set(mine) <= set(answers)],
    }
