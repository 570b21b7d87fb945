"""What each audience sees of a relay. A challenge and its clue are seen by the seat that holds the link alone."""

from collections.abc import Mapping
from typing import Any

from game_server.core.ids import SeatId
from missions.relay.content import Link, Relay
from missions.relay.rules import all_passed, done
from missions.relay.values import RelayState


def shared(content: Relay, state: RelayState) -> Mapping[str, Any]:
    """Who holds links, the chain as far as it goes, and the key that waits for a second voice."""
    over = done(content, state)
    key = content.key.accepted
    return {
        "intro": content.intro,
        "question": content.key.question,
        "links": {"total": len(content.links), "held": _held(state)},
        "chain": [{"id": link.id, "code": link.gives.code} for link in content.links if link.id in state.passed],
        "ready": all_passed(content, state) and not over,
        "tries": state.tries,
        "half_lit": bool(state.voices) and not over,
        "answer": key if state.voices else None,
        "by_character": state.by_character,
        "done": over,
        "solution": key if over else None,
        "after": content.after if over else None,
    }


def _held(state: RelayState) -> dict[str, dict[str, int]]:
    return {
        seat: {"links": len(mine), "passed": sum(link in state.passed for link in mine)}
        for seat, mine in state.hands.items()
    }


def private(content: Relay, state: RelayState, seat: SeatId) -> Mapping[str, Any]:
    """My links with what they gave me, my pause, and whether the key waits for my voice."""
    mine = state.hands.get(seat, ())
    pause = state.pauses.get(seat)
    voice = seat in state.voices
    return {
        "links": [_link(link, state) for link in content.links if link.id in mine],
        "pause": {"seconds": pause.seconds, "until": pause.until} if pause else None,
        "voice_given": voice,
        "can_confirm": bool(state.voices) and not voice and not done(content, state),
    }


def _link(link: Link, state: RelayState) -> dict[str, Any]:
    solved = link.id in state.solved
    missed = state.missed.get(link.id, ())
    latest = link.choice(missed[-1]) if missed else None
    return {
        "id": link.id,
        "prompt": link.prompt,
        "choices": [{"id": one.id, "text": one.text, "missed": one.id in missed} for one in link.choices],
        "says": latest.says if latest and not solved else None,
        "code": link.gives.code if solved else None,
        "clue": link.gives.clue if solved else None,
        "passed": link.id in state.passed,
    }


def staff(content: Relay, state: RelayState) -> Mapping[str, Any]:
    """What a facilitator needs to help: the key, the answers, and who still has a link to bring."""
    return {
        "key": content.key.accepted,
        "answers": {link.id: link.answer for link in content.links},
        "solving": [seat for seat, mine in state.hands.items() if not set(mine) <= set(state.passed)],
    }
