"""What each audience sees of an escape room. The scene is the explorer's alone, a manual its holder's."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.room.content import Room, Thing
from missions.room.rules import done, dues, pocket, visible
from missions.room.values import RoomState


def shared(content: Room, state: RoomState) -> Mapping[str, Any]:
    """Who explores, who holds how many manuals, and which locks are open."""
    over = done(content, state)
    locks = [thing for thing in visible(content, state) if thing.needs is not None and thing.needs.code is not None]
    return {
        "explorer": state.explorer,
        "turn_ends": _turn_ends(content, state),
        "held": {seat: len(mine) for seat, mine in state.hands.items()},
        "locks": [{"id": one.id, "name": one.name, "open": one.id in state.opened} for one in locks],
        "sent": list(state.sent),
        "half_lit": state.way_out is not None and not over,
        "by_character": state.by_character,
        "done": over,
        "after": content.after if over else None,
    }


def _turn_ends(content: Room, state: RoomState) -> float | None:
    return next((due.played for due in dues(content, state)), None)


def private(content: Room, state: RoomState, seat: SeatId) -> Mapping[str, Any]:
    """The scene if I explore, my manuals, my wrong codes, and whether the way out waits for my voice."""
    waits = state.way_out is not None and state.way_out != seat and not done(content, state)
    mine = state.hands.get(seat, ())
    return {
        "scene": _scene(content, state) if seat == state.explorer else None,
        "manuals": [{"id": one.id, "title": one.title, "text": one.text} for one in content.manuals if one.id in mine],
        "missed": state.missed.get(seat, 0),
        "can_confirm": waits,
    }


def _scene(content: Room, state: RoomState) -> dict[str, Any]:
    found = pocket(content, state)
    used = {one.needs.item for one in content.scene.objects if one.needs is not None and one.id in state.opened}
    return {
        "start": content.scene.start,
        "objects": [_object(thing, state) for thing in visible(content, state)],
        "items": [
            {"id": item.id, "name": item.name, "text": item.text, "used": item.id in used}
            for item in content.items
            if item.id in found
        ],
    }


def _object(thing: Thing, state: RoomState) -> dict[str, Any]:
    seen, opened = thing.id in state.seen, thing.id in state.opened
    needs = None if thing.needs is None else ("item" if thing.needs.code is None else "code")
    sent = thing.needs is not None and thing.id in state.sent and not opened
    return {
        "id": thing.id,
        "name": thing.name,
        "x": thing.x,
        "y": thing.y,
        "w": thing.w,
        "h": thing.h,
        "needs": needs,
        "seen": seen,
        "open": opened,
        "look": thing.look if seen else None,
        "then": thing.then if opened else None,
        "code": thing.needs.code if sent and thing.needs is not None else None,
    }


def staff(content: Room, state: RoomState) -> Mapping[str, Any]:
    """What a facilitator needs to help: the codes, who explores, what is open."""
    codes = {one.id: one.needs.code for one in content.scene.objects if one.needs is not None and one.needs.code}
    return {
        "codes": codes,
        "explorer": state.explorer,
        "opened": list(state.opened),
        "turn_ends": _turn_ends(content, state),
    }
