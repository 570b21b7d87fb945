"""How a riddle is played: clues are dealt, an answer is judged, a second person confirms it."""

import math
from collections.abc import Sequence
from datetime import timedelta
from hashlib import blake2b
from typing import Any

from game_server.core.ids import SeatId, WordId
from game_server.core.mission_kind import Declined, KindValue, Setting, Told, TypedText
from missions.hands import deal_again as moved
from missions.hands import first_deal, handed_on
from missions.riddle.content import Riddle
from missions.riddle.french import Verdict, fold, judge
from missions.riddle.values import (
    Answer,
    AnswerJudged,
    AttemptCredited,
    CharacterAgreed,
    CluesDealt,
    Confirm,
    RiddleClosed,
    RiddleOpened,
    RiddleState,
    VoiceGiven,
)

VOICES = 2
FREE_WRONG_ANSWERS = 3
PAUSE_STEP, LONGEST_PAUSE = 10, 60
KEPT = timedelta(days=7)


def open_riddle(content: Riddle, setting: Setting) -> Sequence[KindValue]:
    """Deal the clues to those present."""
    salt = setting.luck & 0xFFFFFFFF
    return (RiddleOpened(first_deal(clue_names(content), setting.present, setting.luck), salt),)


def clue_names(content: Riddle) -> tuple[str, ...]:
    """The clues by their places: "0", "1"..."""
    return tuple(str(place) for place in range(len(content.clues)))


def decide(content: Riddle, state: RiddleState, seat: SeatId, action: Any, setting: Setting) -> Told | Declined:
    """Judge an answer, or take a second voice."""
    if isinstance(action, Confirm):
        return _confirm(state, seat)
    if isinstance(action, Answer):
        return _answer(content, state, seat, action.text, setting)
    return Declined("unknown_action")


def _confirm(state: RiddleState, seat: SeatId) -> Told | Declined:
    if not state.voices:
        return Declined("nothing_to_confirm")
    if seat in state.voices:
        return Declined("another_voice")
    return Told((VoiceGiven(seat),))


def _answer(content: Riddle, state: RiddleState, seat: SeatId, text: str, setting: Setting) -> Told | Declined:
    left = state.pauses[seat].until - setting.played if seat in state.pauses else 0.0
    if left > 0:
        return Declined("pause", {"seconds": math.ceil(left)})
    if seat in state.voices:
        return Declined("another_voice")
    verdict = judge(text, (*content.accepted, *setting.errata), content.slips, content.code)
    if verdict.kind == "empty":
        return Declined("empty_answer")
    word = WordId(f"{setting.next_word}answer")
    judged = _judged(content, state, seat, (word, text, verdict), setting)
    events: list[KindValue] = [judged]
    if judged.worth == "right" and _alone(setting, seat) and not state.voices:
        events.append(CharacterAgreed())
    return Told(tuple(events), (TypedText(word, fold(text), KEPT),))


def _judged(
    content: Riddle, state: RiddleState, seat: SeatId, attempt: tuple[WordId, str, Verdict], setting: Setting
) -> AnswerJudged:
    word, text, verdict = attempt
    mark = _mark(state.salt, text)
    if verdict.kind == "right":
        return AnswerJudged(word, seat, "right", mark, form=_form(content, text))
    if verdict.kind == "near":
        return AnswerJudged(word, seat, "near", mark, says=verdict.hint)
    repeated = any(one.seat == seat and one.mark == mark for one in state.attempts)
    pause = 0 if repeated else pause_after(state.wrong.get(seat, 0) + 1)
    until = setting.played + pause if pause else 0.0
    return AnswerJudged(word, seat, "wrong", mark, says=verdict.hint, counted=not repeated, pause=pause, until=until)


def pause_after(wrong: int) -> int:
    """Seconds of game time that a seat pauses after its nth wrong answer: none for three, then 10, 20 ... 60."""
    return min(LONGEST_PAUSE, PAUSE_STEP * max(0, wrong - FREE_WRONG_ANSWERS))


def _form(content: Riddle, text: str) -> int | None:
    forms = enumerate(content.accepted)
    return next((place for place, one in forms if judge(text, (one,), (), content.code).kind == "right"), None)


def _mark(salt: int, text: str) -> int:
    return blake2b(f"{salt}/{fold(text)}".encode(), digest_size=1).digest()[0]


def _alone(setting: Setting, seat: SeatId) -> bool:
    return set(setting.present) <= {seat}


def deal_again(content: Riddle, state: RiddleState, setting: Setting) -> Sequence[KindValue]:
    """Give the clues of absent people to those present; who waits alone for a second voice gets it from a character."""
    if done(content, state):
        return ()
    hands = moved(state.hands, clue_names(content), setting.present, setting.luck)
    events: list[KindValue] = [CluesDealt(hands)] if hands is not None else []
    if len(state.voices) == 1 and setting.present == state.voices:
        events.append(CharacterAgreed())
    return events


def redeal(content: Riddle, state: RiddleState, setting: Setting) -> Sequence[KindValue]:
    """What each one holds goes to somebody else present."""
    hands = handed_on(state.hands, clue_names(content), setting.present, setting.luck)
    return () if hands is None else (CluesDealt(hands),)


def accept(
    content: Riddle, state: RiddleState, _answer: str, attempts: Sequence[str], setting: Setting
) -> Sequence[KindValue]:
    """Credit the attempts that gave an answer accepted later."""
    if done(content, state):
        return ()
    credited = [one for one in state.attempts if one.id in attempts and one.worth != "right"]
    events: list[KindValue] = [AttemptCredited(one.id) for one in credited]
    voices = {*state.voices, *(one.seat for one in credited)}
    if len(voices) == 1 and credited and set(setting.present) == voices:
        events.append(CharacterAgreed())
    return events


def close(_content: Riddle, _state: RiddleState, _setting: Setting) -> Sequence[KindValue]:
    """End it: the solution is shown."""
    return (RiddleClosed(),)


def done(_content: Riddle, state: RiddleState) -> bool:
    """Two voices, or one and a character's, or a facilitator's word."""
    return state.closed or state.by_character or len(state.voices) >= VOICES
