"""What each audience sees of clauses. The text of one is seen by the seat that holds it alone, until the contract is signed."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.clauses.content import Clause, Clauses
from missions.clauses.rules import all_judged, done, right_verdict
from missions.clauses.values import KEEP, STRIKE, ClausesState


def shared(content: Clauses, state: ClausesState) -> Mapping[str, Any]:
    """Each clause by its title, who holds it, what was judged, and the page to sign."""
    over = done(content, state)
    ready = all_judged(content, state)
    return {
        "intro": content.intro,
        "clauses": [_clause(one, state, over=over) for one in content.clauses],
        "judged": len(state.judged),
        "ready": ready and not over,
        "signature": _signature(content, state) if ready else None,
        "by_character": state.by_character,
        "done": over,
        "after": content.after if over else None,
    }


def _clause(clause: Clause, state: ClausesState, *, over: bool) -> dict[str, Any]:
    settled = over or clause.id in state.judged
    missed = clause.id in state.missed
    return {
        "id": clause.id,
        "title": clause.title,
        "holder": next((seat for seat, mine in state.hands.items() if clause.id in mine), None),
        "read": clause.id in state.read,
        "missed": (STRIKE if clause.keep else KEEP) if missed else None,
        "verdict": right_verdict(keep=clause.keep) if settled else None,
        "says": clause.says if settled or missed else None,
        "text": clause.text if over else None,
    }


def _signature(content: Clauses, state: ClausesState) -> dict[str, Any]:
    page = content.signature
    return {"title": page.title, "lines": list(page.lines), "signed": list(state.signed)}


def private(content: Clauses, state: ClausesState, seat: SeatId) -> Mapping[str, Any]:
    """My clauses, my pause, my signature."""
    mine = () if done(content, state) else state.hands.get(seat, ())
    pause = state.pauses.get(seat)
    return {
        "clauses": [
            {"id": one.id, "text": one.text, "read": one.id in state.read} for one in content.clauses if one.id in mine
        ],
        "alone": state.alone == seat,
        "signed": seat in state.signed,
        "pause": {"seconds": pause.seconds, "until": pause.until} if pause else None,
    }


def staff(content: Clauses, state: ClausesState) -> Mapping[str, Any]:
    """What a facilitator needs to help: the verdicts, who still has something to read, who signed."""
    return {
        "answers": {one.id: right_verdict(keep=one.keep) for one in content.clauses},
        "reading": [seat for seat, mine in state.hands.items() if not set(mine) <= set(state.read)],
        "signed": list(state.signed),
    }
