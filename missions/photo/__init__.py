"""A proof by an object: a picture of things, seen by another's own eyes, looked at later by a facilitator."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.photo import rules, views
from missions.photo.content import Photo
from missions.photo.solver import solve
from missions.photo.values import (
    Describe,
    PhotoClosed,
    PhotoOpened,
    PhotoState,
    ProofSeen,
    ProofShown,
    RedoAsked,
    Saw,
    Sent,
    ToRedo,
)

KIND = MissionKind(
    name="photo",
    content=Photo,
    state=PhotoState,
    actions={"describe": Describe, "saw": Saw},
    events={
        "photo_opened": PhotoOpened,
        "proof_shown": ProofShown,
        "proof_seen": ProofSeen,
        "redo_asked": RedoAsked,
        "photo_closed": PhotoClosed,
    },
    open=rules.open_photo,
    decide=rules.decide,
    evolve=rules.evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Photo),
    deal_again=rules.deal_again,
    close=rules.close,
    outside={"sent": Sent, "to_redo": ToRedo},
)
