"""Split information: each one holds a piece that nobody else sees; together they choose."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.split import rules, views
from missions.split.content import Split
from missions.split.evolution import evolve
from missions.split.solver import solve
from missions.split.values import (
    Confirm,
    OptionChosen,
    OptionMissed,
    OptionProposed,
    PieceRead,
    PiecesDealt,
    Propose,
    Read,
    SplitClosed,
    SplitOpened,
    SplitState,
)

KIND = MissionKind(
    name="split",
    content=Split,
    state=SplitState,
    actions={"read": Read, "propose": Propose, "confirm": Confirm},
    events={
        "split_opened": SplitOpened,
        "pieces_dealt": PiecesDealt,
        "piece_read": PieceRead,
        "option_proposed": OptionProposed,
        "option_chosen": OptionChosen,
        "option_missed": OptionMissed,
        "split_closed": SplitClosed,
    },
    open=rules.open_split,
    decide=rules.decide,
    evolve=evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Split),
    deal_again=rules.deal_again,
    redeal=rules.redeal,
    close=rules.close,
)
