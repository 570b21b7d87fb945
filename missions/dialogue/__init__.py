"""A dialogue: a character speaks, the group chooses what to answer, each one with one voice."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.dialogue import rules, views
from missions.dialogue.content import Dialogue
from missions.dialogue.solver import solve
from missions.dialogue.values import ChoiceMade, DialogueState, Say, SceneClosed, SceneOpened, VoiceGiven

KIND = MissionKind(
    name="dialogue",
    content=Dialogue,
    state=DialogueState,
    actions={"say": Say},
    events={
        "scene_opened": SceneOpened,
        "voice_given": VoiceGiven,
        "choice_made": ChoiceMade,
        "scene_closed": SceneClosed,
    },
    open=rules.open_scene,
    decide=rules.decide,
    evolve=rules.evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Dialogue),
    deal_again=rules.deal_again,
    close=rules.close,
    flags=rules.flags,
)
