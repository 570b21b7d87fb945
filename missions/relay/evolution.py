"""What each event makes of the state of a relay."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from missions.relay.content import Relay
from missions.relay.values import (
    CharacterAgreed,
    ChoiceMissed,
    KeyMissed,
    LinkPassed,
    LinksDealt,
    LinkSolved,
    Pause,
    RelayClosed,
    RelayOpened,
    RelayState,
    VoiceGiven,
)


def evolve(_content: Relay, state: RelayState | None, event: Any) -> RelayState:
    """The state after an event; the first one deals the links."""
    if isinstance(event, RelayOpened):
        return RelayState(event.hands)
    if state is None:
        raise ValueError(f"{type(event).__name__} before the links were dealt")
    return _APPLY[type(event)](state, event)


def _choice_missed(state: RelayState, event: ChoiceMissed) -> RelayState:
    missed = {**state.missed, event.link: (*state.missed.get(event.link, ()), event.choice)}
    return replace(_paused(state, event), missed=missed)


def _key_missed(state: RelayState, event: KeyMissed) -> RelayState:
    return replace(_paused(state, event), tries=state.tries + 1)


def _paused(state: RelayState, event: ChoiceMissed | KeyMissed) -> RelayState:
    return replace(state, pauses={**state.pauses, event.seat: Pause(event.pause, event.until)})


_APPLY: dict[type, Callable[[RelayState, Any], RelayState]] = {
    LinksDealt: lambda state, event: replace(state, hands=event.hands),
    LinkSolved: lambda state, event: replace(state, solved=(*state.solved, event.link)),
    ChoiceMissed: _choice_missed,
    LinkPassed: lambda state, event: replace(state, passed=(*state.passed, event.link)),
    KeyMissed: _key_missed,
    VoiceGiven: lambda state, event: replace(state, voices=(*state.voices, event.seat)),
    CharacterAgreed: lambda state, _event: replace(state, by_character=True),
    RelayClosed: lambda state, _event: replace(state, closed=True),
}
