"""A negotiation: hidden constraints on each side, and an agreement that all can live with."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.negotiate import rules, views
from missions.negotiate.content import Negotiate
from missions.negotiate.evolution import evolve
from missions.negotiate.solver import solve
from missions.negotiate.values import (
    Accept,
    AgreementReached,
    ConstraintAccepted,
    ConstraintRefused,
    ConstraintsDealt,
    NegotiateState,
    NegotiationClosed,
    NegotiationOpened,
    ProposalMade,
    Propose,
    Refuse,
)

KIND = MissionKind(
    name="negotiate",
    content=Negotiate,
    state=NegotiateState,
    actions={"propose": Propose, "accept": Accept, "refuse": Refuse},
    events={
        "negotiation_opened": NegotiationOpened,
        "constraints_dealt": ConstraintsDealt,
        "proposal_made": ProposalMade,
        "constraint_accepted": ConstraintAccepted,
        "constraint_refused": ConstraintRefused,
        "agreement_reached": AgreementReached,
        "negotiation_closed": NegotiationClosed,
    },
    open=rules.open_negotiation,
    decide=rules.decide,
    evolve=evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Negotiate),
    deal_again=rules.deal_again,
    redeal=rules.redeal,
    close=rules.close,
)
