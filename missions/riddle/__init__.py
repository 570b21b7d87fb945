"""A riddle: clues dealt to those present, an answer typed by one, confirmed by another."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.riddle import rules, views
from missions.riddle.content import Riddle
from missions.riddle.evolution import evolve
from missions.riddle.solver import solve
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

KIND = MissionKind(
    name="riddle",
    content=Riddle,
    state=RiddleState,
    actions={"answer": Answer, "confirm": Confirm},
    events={
        "riddle_opened": RiddleOpened,
        "clues_dealt": CluesDealt,
        "answer_judged": AnswerJudged,
        "voice_given": VoiceGiven,
        "character_agreed": CharacterAgreed,
        "attempt_credited": AttemptCredited,
        "riddle_closed": RiddleClosed,
    },
    open=rules.open_riddle,
    decide=rules.decide,
    evolve=evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Riddle),
    deal_again=rules.deal_again,
    redeal=rules.redeal,
    close=rules.close,
    accept=rules.accept,
)
