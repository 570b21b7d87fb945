"""A vote: secret, in two rounds with a talk between them; the story resolves a tie."""

from game_server.core.mission_kind import MissionKind
from missions.authoring import read_example
from missions.vote import rules, views
from missions.vote.content import Vote
from missions.vote.solver import solve
from missions.vote.values import BallotCast, Cast, MoreTime, RoundClosed, TimeGiven, VoteOpened, VoteState

KIND = MissionKind(
    name="vote",
    content=Vote,
    state=VoteState,
    actions={"cast": Cast, "more_time": MoreTime},
    events={
        "vote_opened": VoteOpened,
        "ballot_cast": BallotCast,
        "time_given": TimeGiven,
        "round_closed": RoundClosed,
    },
    open=rules.open_vote,
    decide=rules.decide,
    evolve=rules.evolve,
    done=rules.done,
    shared=views.shared,
    private=views.private,
    staff=views.staff,
    solve=solve,
    example=lambda: read_example(__file__, Vote),
    deal_again=rules.deal_again,
    dues=rules.dues,
    fall_due=rules.fall_due,
    more_time=rules.more_time,
    close=rules.close,
    flags=rules.flags,
)
