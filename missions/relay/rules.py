"""How a relay is played: each seat solves its links and passes them on; one makes the key, a different one confirms it."""

import math
from collections.abc import Sequence
from typing import Any

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told
from missions.hands import deal_again as moved
from missions.hands import first_deal, handed_on
from missions.relay.content import Relay
from missions.relay.values import (
    CharacterAgreed,
    ChoiceMissed,
    Confirm,
    Enter,
    KeyMissed,
    LinkPassed,
    LinksDealt,
    LinkSolved,
    Pass,
    RelayClosed,
    RelayOpened,
    RelayState,
    Solve,
    VoiceGiven,
)

VOICES = 2
PAUSE = 10


def open_relay(content: Relay, setting: Setting) -> Sequence[KindValue]:
    """Deal the links to those present."""
    return (RelayOpened(first_deal(content.link_names, setting.present, setting.luck)),)


def decide(content: Relay, state: RelayState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Judge a choice or a key, take a link into the chain, or take a second voice."""
    match action:
        case Solve(link, choice):
            return _solve(content, state, seat, (link, choice), setting)
        case Pass(link):
            return _pass(state, seat, link)
        case Enter(code):
            return _enter(content, state, seat, code, setting)
        case Confirm():
            return _confirm(state, seat)
        case _:
            return Declined("unknown_action")


def _solve(
    content: Relay, state: RelayState, seat: SeatId, tried: tuple[str, str], setting: Setting
) -> Told | Declined:
    name, choice = tried
    link = content.link(name)
    if link is None or name not in state.hands.get(seat, ()):
        return Declined("not_your_link")
    if link.choice(choice) is None:
        return Declined("unknown_choice")
    refused = _cannot_try(state, seat, tried, setting)
    if refused is not None:
        return refused
    if choice == link.answer:
        return Told((LinkSolved(name, seat),))
    return Told((ChoiceMissed(name, choice, seat, PAUSE, setting.played + PAUSE),))


def _cannot_try(state: RelayState, seat: SeatId, tried: tuple[str, str], setting: Setting) -> Declined | None:
    link, choice = tried
    if link in state.solved:
        return Declined("already_solved")
    if choice in state.missed.get(link, ()):
        return Declined("already_tried")
    left = _pause_left(state, seat, setting)
    return Declined("pause", {"seconds": left}) if left else None


def _pass(state: RelayState, seat: SeatId, link: str) -> Told | Declined:
    if link not in state.hands.get(seat, ()):
        return Declined("not_your_link")
    if link not in state.solved:
        return Declined("to_solve_first")
    return Declined("already_passed") if link in state.passed else Told((LinkPassed(link, seat),))


def all_passed(content: Relay, state: RelayState) -> bool:
    """Whether every part of the key is in the chain."""
    return set(state.passed) == set(content.link_names)


def _enter(content: Relay, state: RelayState, seat: SeatId, code: str, setting: Setting) -> Told | Declined:
    if not all_passed(content, state):
        return Declined("links_to_pass")
    if seat in state.voices:
        return Declined("another_voice")
    if left := _pause_left(state, seat, setting):
        return Declined("pause", {"seconds": left})
    if code != content.key.accepted:
        return Told((KeyMissed(seat, PAUSE, setting.played + PAUSE),))
    alone = not state.voices and set(setting.present) <= {seat}
    return Told((VoiceGiven(seat), CharacterAgreed()) if alone else (VoiceGiven(seat),))


def _confirm(state: RelayState, seat: SeatId) -> Told | Declined:
    if not state.voices:
        return Declined("nothing_to_confirm")
    return Declined("another_voice") if seat in state.voices else Told((VoiceGiven(seat),))


def _pause_left(state: RelayState, seat: SeatId, setting: Setting) -> int:
    left = state.pauses[seat].until - setting.played if seat in state.pauses else 0.0
    return max(0, math.ceil(left))


def deal_again(content: Relay, state: RelayState, setting: Setting) -> Sequence[KindValue]:
    """Give the links of absent people to those present; who waits alone for a second voice gets a character's."""
    if done(content, state):
        return ()
    hands = moved(state.hands, content.link_names, setting.present, setting.luck, state.solved)
    events: list[KindValue] = [LinksDealt(hands)] if hands is not None else []
    if len(state.voices) == 1 and setting.present == state.voices:
        events.append(CharacterAgreed())
    return events


def redeal(content: Relay, state: RelayState, setting: Setting) -> Sequence[KindValue]:
    """What each one holds goes to somebody else present."""
    hands = handed_on(state.hands, content.link_names, setting.present, setting.luck, state.solved)
    return () if hands is None else (LinksDealt(hands),)


def close(_content: Relay, _state: RelayState, _setting: Setting) -> Sequence[KindValue]:
    """End it: the key is shown."""
    return (RelayClosed(),)


def done(_content: Relay, state: RelayState) -> bool:
    """Two voices for the key, or one and a character's, or a facilitator's word."""
    return state.closed or state.by_character or len(state.voices) >= VOICES
