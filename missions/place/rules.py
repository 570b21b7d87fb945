"""How cards are placed: a holder reads one out, somebody else puts it where it belongs."""

import math
from collections.abc import Sequence
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told
from missions.hands import deal_again as moved
from missions.hands import first_deal, handed_on
from missions.place.content import Card, Place
from missions.place.values import (
    CardCameBack,
    CardPlaced,
    CardRead,
    CardsDealt,
    CardsOpened,
    PlaceClosed,
    PlaceState,
    Put,
    Read,
)

PAUSE = 10


def open_place(content: Place, setting: Setting) -> Sequence[KindValue]:
    """Deal the cards to those present."""
    return (CardsOpened(first_deal(content.card_names, setting.present, setting.luck), _alone(setting)),)


def _alone(setting: Setting) -> SeatId | None:
    return setting.present[0] if len(setting.present) == 1 else None


def decide(content: Place, state: PlaceState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Take note of a reading, or judge where a card was put."""
    match action:
        case Read(card):
            return _read(state, seat, card)
        case Put(card, slot):
            return _put(content, state, seat, (card, slot), setting)
        case _:
            return Declined("unknown_action")


def _read(state: PlaceState, seat: SeatId, card: str) -> Told | Declined:
    if card not in state.hands.get(seat, ()):
        return Declined("not_your_card")
    return Declined("already_read") if card in state.read else Told((CardRead(card, seat),))


def _put(content: Place, state: PlaceState, seat: SeatId, put: tuple[str, str], setting: Setting) -> Told | Declined:
    name, slot = put
    card = content.card(name)
    if card is None:
        return Declined("unknown_card")
    if slot not in {one.id for one in content.slots}:
        return Declined("unknown_slot")
    refused = _not_by(state, seat, card, setting) or _not_there(content, state, card, slot)
    if refused is not None:
        return refused
    if slot in card.accepted:
        return Told((CardPlaced(name, slot, seat),))
    return Told((CardCameBack(name, slot, seat, PAUSE, setting.played + PAUSE),))


def _not_by(state: PlaceState, seat: SeatId, card: Card, setting: Setting) -> Declined | None:
    if card.id not in state.read:
        return Declined("to_read_first")
    if card.id in state.hands.get(seat, ()) and not set(setting.present) <= {seat}:
        return Declined("another_places")
    left = state.pauses[seat].until - setting.played if seat in state.pauses else 0.0
    return Declined("pause", {"seconds": math.ceil(left)}) if left > 0 else None


def _not_there(content: Place, state: PlaceState, card: Card, slot: str) -> Declined | None:
    if card.id in state.placed:
        return Declined("already_placed")
    if content.mode != "sort" and slot in state.placed.values():
        return Declined("slot_taken")
    return Declined("already_tried") if (card.id, slot) in state.missed else None


def deal_again(content: Place, state: PlaceState, setting: Setting) -> Sequence[KindValue]:
    """Give the cards of absent people to those present; what was read or placed stays so."""
    if done(content, state):
        return ()
    hands = moved(state.hands, content.card_names, setting.present, setting.luck, state.read)
    alone = _alone(setting)
    if hands is None and alone == state.alone:
        return ()
    return (CardsDealt(state.hands if hands is None else hands, alone),)


def redeal(content: Place, state: PlaceState, setting: Setting) -> Sequence[KindValue]:
    """What each one holds goes to somebody else present."""
    hands = handed_on(state.hands, content.card_names, setting.present, setting.luck, state.read)
    return () if hands is None else (CardsDealt(hands, None),)


def close(_content: Place, _state: PlaceState, _setting: Setting) -> Sequence[KindValue]:
    """End it: every place is shown."""
    return (PlaceClosed(),)


def done(content: Place, state: PlaceState) -> bool:
    """Every card where it belongs, or a facilitator's word."""
    return state.closed or set(state.placed) == set(content.card_names)
