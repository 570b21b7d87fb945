"""Place: cards put in order, sorted or assembled; nobody places a card that they hold."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.place import rules, views
from missions.place.content import Place
from missions.place.evolution import evolve
from missions.place.solver import solve
from missions.place.values import (
    CardCameBack,
    CardPlaced,
    CardRead,
    CardsDealt,
    CardsOpened,
    PlaceClosed,
    PlaceState,
    Put,
    Read,
)

KIND = MissionKind(
    name="place",
    content=Place,
    state=PlaceState,
    actions={"read": Read, "put": Put},
    events={
        "cards_opened": CardsOpened,
        "cards_dealt": CardsDealt,
        "card_read": CardRead,
        "card_placed": CardPlaced,
        "card_came_back": CardCameBack,
        "place_closed": PlaceClosed,
    },
    open=rules.open_place,
    decide=rules.decide,
    evolve=evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Place),
    deal_again=rules.deal_again,
    redeal=rules.redeal,
    close=rules.close,
)
