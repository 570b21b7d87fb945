"""Who explores, and who holds the manuals: the explorer never does, unless nobody else is there."""

from collections.abc import Sequence

from game_server.core.ids import SeatId
from game_server.core.mission_kind import KindDue, KindValue, Setting
from game_server.core.moment import shuffled
from missions.hands import deal_again, first_deal
from missions.room.content import Room
from missions.room.values import ManualsDealt, RoomState, TimeGiven, TorchHeld

TURN = "turn"


def first_torch(content: Room, setting: Setting) -> TorchHeld:
    """Somebody present explores, the others get the manuals."""
    explorer = _next_explorer(None, setting)
    hands = first_deal(content.manual_names, _control(explorer, setting.present), setting.luck)
    return TorchHeld(explorer, hands, setting.played)


def torch_passed(content: Room, state: RoomState, setting: Setting) -> TorchHeld:
    """The next one explores; the manuals that they held go to the others."""
    explorer = _next_explorer(state, setting)
    control = _control(explorer, setting.present)
    hands = {seat: mine for seat, mine in state.hands.items() if seat in control}
    moved = deal_again(hands, content.manual_names, control, setting.luck)
    return TorchHeld(explorer, hands if moved is None else moved, setting.played)


def _next_explorer(state: RoomState | None, setting: Setting) -> SeatId | None:
    """Whoever explored least, and somebody else than now when there is."""
    others = [seat for seat in setting.present if state is None or seat != state.explorer]
    order = shuffled(others or setting.present, setting.luck, "torch")
    turns = state.turns if state else {}
    return min(order, key=lambda seat: turns.get(seat, 0), default=None)


def _control(explorer: SeatId | None, present: Sequence[SeatId]) -> tuple[SeatId, ...]:
    others = tuple(seat for seat in present if seat != explorer)
    return others or tuple(present)


def held_again(content: Room, state: RoomState, setting: Setting) -> tuple[KindValue, ...]:
    """Another explorer when this one left; otherwise the manuals of absent people go to those present."""
    if not setting.present:
        return ()
    if state.explorer not in setting.present:
        return (torch_passed(content, state, setting),)
    control = _control(state.explorer, setting.present)
    kept = {seat: mine for seat, mine in state.hands.items() if seat in control}
    moved = deal_again(kept, content.manual_names, control, setting.luck)
    if moved is None and kept == dict(state.hands):
        return ()
    return (ManualsDealt(kept if moved is None else moved),)


def turn_dues(content: Room, state: RoomState) -> tuple[KindDue, ...]:
    """The end of the turn, unless the torch passes by hand only."""
    if content.turn_seconds is None or state.explorer is None:
        return ()
    return (KindDue(TURN, state.since + content.turn_seconds),)


def turn_over(content: Room, state: RoomState, setting: Setting) -> KindValue:
    """Somebody else explores; who is alone keeps the torch."""
    if set(setting.present) <= {state.explorer}:
        return TimeGiven(setting.played)
    return torch_passed(content, state, setting)
