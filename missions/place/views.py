"""What each audience sees of cards to be placed. The text of one is seen by the seat that holds it alone, until the end."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.place.content import Card, Place
from missions.place.rules import done
from missions.place.values import PlaceState


def shared(content: Place, state: PlaceState) -> Mapping[str, Any]:
    """The slots, each card by its title, who holds it, where it stands or where it came back from."""
    over = done(content, state)
    return {
        "intro": content.intro,
        "mode": content.mode,
        "question": content.question,
        "slots": [{"id": slot.id, "name": slot.name} for slot in content.slots],
        "cards": [_card(card, state, over=over) for card in content.cards],
        "placed": len(state.placed),
        "last": _last_back(content, state),
        "done": over,
        "after": content.after if over else None,
    }


def _card(card: Card, state: PlaceState, *, over: bool) -> dict[str, Any]:
    return {
        "id": card.id,
        "title": card.title,
        "holder": next((seat for seat, mine in state.hands.items() if card.id in mine), None),
        "read": card.id in state.read,
        "slot": state.placed.get(card.id, card.accepted[0] if over else None),
        "missed": [slot for name, slot in state.missed if name == card.id],
        "text": card.text if over else None,
    }


def _last_back(content: Place, state: PlaceState) -> dict[str, str] | None:
    if not state.missed:
        return None
    name, slot = state.missed[-1]
    card = content.card(name)
    return {"card": name, "slot": slot, "says": card.wrong.get(slot, card.says)} if card else None


def private(content: Place, state: PlaceState, seat: SeatId) -> Mapping[str, Any]:
    """My cards and my pause."""
    mine = () if done(content, state) else state.hands.get(seat, ())
    pause = state.pauses.get(seat)
    return {
        "cards": [
            {"id": card.id, "text": card.text, "read": card.id in state.read}
            for card in content.cards
            if card.id in mine
        ],
        "alone": state.alone == seat,
        "pause": {"seconds": pause.seconds, "until": pause.until} if pause else None,
    }


def staff(content: Place, state: PlaceState) -> Mapping[str, Any]:
    """What a facilitator needs to help: where each card belongs, and who still has something to read."""
    return {
        "answers": {card.id: list(card.accepted) for card in content.cards},
        "reading": [seat for seat, mine in state.hands.items() if not set(mine) <= set(state.read)],
    }
