"""How an escape room is played: one explores, the others hold what tells the codes, and a second voice says that it is open."""

from collections.abc import Sequence
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindDue, KindValue, Setting, Told
from missions.room.content import Room, Thing
from missions.room.evolution import evolve
from missions.room.torch import first_torch, held_again, torch_passed, turn_dues, turn_over
from missions.room.values import (
    CodeMissed,
    CodeSent,
    Confirm,
    Enter,
    Examine,
    Examined,
    MoreTime,
    Opened,
    PassTorch,
    RoomClosed,
    RoomLeft,
    RoomState,
    Send,
    TimeGiven,
    Use,
)

Outcome = tuple[KindValue, ...] | Declined


def open_room(content: Room, setting: Setting) -> Sequence[KindValue]:
    """Give the torch to somebody and the manuals to the others."""
    return (first_torch(content, setting),)


def decide(content: Room, state: RoomState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Take a gesture of the explorer, a word of the control room, or a second voice."""
    match action:
        case Examine() | Use() | Enter():
            outcome = _explored(content, state, seat, action)
        case Send():
            outcome = _sent(content, state, seat, action)
        case PassTorch() | MoreTime():
            outcome = _timed(content, state, seat, action, setting)
        case Confirm():
            outcome = _confirmed(state, seat)
        case _:
            outcome = Declined("unknown_action")
    if isinstance(outcome, Declined):
        return outcome
    after = state
    for event in outcome:
        after = evolve(content, after, event)
    return Told((*outcome, *_agreed_by_character(after, setting)))


def visible(content: Room, state: RoomState) -> tuple[Thing, ...]:
    """The objects that can be seen by now."""
    things = content.scene.objects
    hidden = {one for thing in things if thing.id not in state.opened for one in thing.reveals}
    return tuple(thing for thing in things if thing.id not in hidden)


def pocket(content: Room, state: RoomState) -> frozenset[str]:
    """The ids of the items found."""
    found = (thing.gives for thing in content.scene.objects if thing.id in state.opened)
    return frozenset(item for item in found if item is not None)


def _explored(content: Room, state: RoomState, seat: SeatId, action: Examine | Use | Enter) -> Outcome:
    if seat != state.explorer:
        return Declined("explorer_only")
    thing = next((one for one in visible(content, state) if one.id == action.object), None)
    if thing is None:
        return Declined("unknown_object")
    if isinstance(action, Examine):
        return _examined(state, seat, thing)
    if thing.id in state.opened:
        return Declined("already_open")
    if isinstance(action, Enter):
        return _dialled(seat, thing, action.code)
    fits = thing.needs is not None and thing.needs.item == action.item and action.item in pocket(content, state)
    return (Opened(thing.id, seat),) if fits else Declined("not_that_item")


def _examined(state: RoomState, seat: SeatId, thing: Thing) -> Outcome:
    if thing.id in state.seen:
        return Declined("already_seen")
    looked = Examined(thing.id, seat)
    return (looked, Opened(thing.id, seat)) if thing.needs is None else (looked,)


def _dialled(seat: SeatId, thing: Thing, code: str) -> Outcome:
    if thing.needs is None or thing.needs.code is None:
        return Declined("no_code_here")
    return (Opened(thing.id, seat),) if _folded(code) == thing.needs.code else (CodeMissed(thing.id, seat),)


def _sent(content: Room, state: RoomState, seat: SeatId, action: Send) -> Outcome:
    if seat == state.explorer:
        return Declined("control_only")
    thing = next((one for one in visible(content, state) if one.id == action.object), None)
    if thing is None:
        return Declined("unknown_object")
    if thing.needs is None or thing.needs.code is None:
        return Declined("no_code_here")
    if thing.id in state.sent or thing.id in state.opened:
        return Declined("already_sent")
    right = _folded(action.code) == thing.needs.code
    return (CodeSent(thing.id, seat),) if right else (CodeMissed(thing.id, seat),)


def _folded(code: str) -> str:
    return "".join(sign for sign in code.upper() if sign.isalnum())


def _timed(content: Room, state: RoomState, seat: SeatId, action: PassTorch | MoreTime, setting: Setting) -> Outcome:
    if isinstance(action, MoreTime):
        return (TimeGiven(setting.played),) if dues(content, state) else Declined("no_limit")
    if seat != state.explorer:
        return Declined("explorer_only")
    others = set(setting.present) - {seat}
    return (torch_passed(content, state, setting),) if others else Declined("nobody_else")


def _confirmed(state: RoomState, seat: SeatId) -> Outcome:
    if state.way_out is None:
        return Declined("nothing_to_confirm")
    return Declined("another_voice") if seat == state.way_out else (RoomLeft(seat),)


def _agreed_by_character(state: RoomState, setting: Setting) -> tuple[KindValue, ...]:
    """Who opened the way out and is the only one there."""
    waits = state.way_out is not None and not state.left and set(setting.present) <= {state.way_out}
    return (RoomLeft(None),) if waits else ()


def deal_again(content: Room, state: RoomState, setting: Setting) -> Sequence[KindValue]:
    """The torch and the manuals follow those present."""
    if done(content, state) or not setting.present:
        return ()
    return held_again(content, state, setting) or _agreed_by_character(state, setting)


def redeal(content: Room, state: RoomState, setting: Setting) -> Sequence[KindValue]:
    """Somebody else explores, and the manuals are dealt again to the others."""
    others = set(setting.present) - {state.explorer}
    return (torch_passed(content, state, setting),) if others and not done(content, state) else ()


def dues(content: Room, state: RoomState) -> Sequence[KindDue]:
    """The end of the turn."""
    return () if done(content, state) else turn_dues(content, state)


def fall_due(content: Room, state: RoomState, name: str, setting: Setting) -> Sequence[KindValue]:
    """Somebody else explores."""
    due = [one for one in dues(content, state) if one.name == name and one.played <= setting.played]
    return (turn_over(content, state, setting),) if due else ()


def more_time(content: Room, state: RoomState, seconds: float) -> Sequence[KindValue]:
    """The turn ends that much later."""
    return (TimeGiven(state.since + seconds),) if dues(content, state) else ()


def close(_content: Room, _state: RoomState, _setting: Setting) -> Sequence[KindValue]:
    """End it: everyone is out."""
    return (RoomClosed(),)


def done(_content: Room, state: RoomState) -> bool:
    """The way out is open and a second voice said so, or a facilitator's word."""
    return state.closed or state.left
