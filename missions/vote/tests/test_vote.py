"""What a vote keeps: secret in both rounds, over without those who left, ties resolved by the story.

Spec: K16 K17
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined
from missions.vote import KIND
from missions.vote.content import Tie, Vote
from missions.vote.values import Cast, MoreTime
from tests.conformance.table import Table, seats


def vote(number: int = 4, **content: Any) -> Table:
    return Table(KIND, seats(number), content=KIND.example().model_copy(update=content)).open()


def ballots(table: Table, *options: str) -> Table:
    number = table.shared()["round"]
    for seat, option in zip(table.seats, options, strict=False):
        table.act(seat, Cast(option, number))
    return table


def audiences(table: Table, voter: SeatId) -> str:
    others = [table.private(seat) for seat in table.seats if seat != voter]
    return repr([table.shared(), table.staff(), others])


def test_until_the_round_closes_nobody_else_sees_what_a_ballot_says() -> None:
    seen = {option: vote() for option in ("porte", "table", "quai")}
    for option, table in seen.items():
        ballots(table, option)
        assert table.private(table.seats[0])["ballot"] == option
    assert len({audiences(table, table.seats[0]) for table in seen.values()}) == 1
    assert seen["quai"].shared()["voted"] == 1


def test_after_a_round_the_counts_are_shown_and_never_whose() -> None:
    first, second = vote(), vote()
    ballots(first, "porte", "porte", "table", "quai")
    ballots(second, "quai", "table", "porte", "porte")
    assert first.shared() == second.shared()
    assert first.state == second.state
    assert first.shared()["rounds"] == [{"counts": {"porte": 2, "table": 1, "quai": 1}}]


def test_the_talk_stands_between_the_rounds() -> None:
    table = vote()
    assert table.shared()["talk"] is None
    ballots(table, "porte", "porte", "table", "quai")
    assert (table.shared()["round"], table.shared()["talk"]) == (2, KIND.example().talk)


def test_under_three_voters_only_the_group_s_choice_is_shown() -> None:
    table = vote(2)
    ballots(table, "porte", "table")
    ballots(table, "porte", "table")
    shown = table.shared()
    assert shown["rounds"] == [{"counts": None}, {"counts": None}]
    assert shown["result"]["option"] in ("porte", "table")
    assert shown["result"]["tie"] is None


def test_a_ballot_can_be_changed_until_the_round_closes() -> None:
    table = ballots(vote(3), "porte")
    ballots(table, "quai", "quai", "quai")
    assert table.shared()["rounds"] == [{"counts": {"porte": 0, "table": 0, "quai": 3}}]


def test_a_late_tap_does_not_vote_in_the_next_round() -> None:
    table = ballots(vote(2), "porte", "porte")
    assert table.act(table.seats[0], Cast("quai", 1)) == Declined("round_over")


def test_who_leaves_is_not_waited_for_and_their_ballot_counts() -> None:
    table = ballots(vote(), "porte", "porte", "quai")
    table.changes_presence(table.seats[1:3])
    assert table.shared()["rounds"] == [{"counts": {"porte": 2, "table": 0, "quai": 1}}]


def test_a_tie_is_resolved_by_the_story_s_own_option() -> None:
    table = vote(4, tie=Tie(option="quai", says="Le vent a choisi."))
    ballots(table, "porte", "porte", "table", "table")
    ballots(table, "porte", "porte", "table", "table")
    assert table.shared()["result"]["option"] == "quai"
    assert table.shared()["result"]["tie"] == "Le vent a choisi."


def test_a_tie_without_the_story_s_option_is_drawn_among_the_first_ones() -> None:
    chosen = set()
    for seed in range(20):
        table = Table(KIND, seats(4), seed=seed).open()
        ballots(table, "porte", "porte", "table", "table")
        ballots(table, "porte", "porte", "table", "table")
        chosen.add(table.shared()["result"]["option"])
    assert chosen == {"porte", "table"}


def test_the_chosen_option_sets_its_flags() -> None:
    table = ballots(ballots(vote(3), *["porte"] * 3), *["porte"] * 3)
    assert KIND.flags(table.content, table.state) == {"lampe_porte": True}


def test_a_round_closes_after_a_long_silence_once_somebody_voted() -> None:
    table = vote()
    assert KIND.dues(table.content, table.state) == ()
    table.play(table.seats[:1])
    assert table.done
    assert len(table.actors) == 1


def test_a_limit_can_be_put_off_by_anybody_and_removed_by_the_author() -> None:
    table = ballots(vote(), "porte")
    before = table.shared()["closes_at"]
    table.played += 500
    table.act(table.seats[3], MoreTime())
    assert table.shared()["closes_at"] == before + 500
    endless = ballots(vote(silence=None), "porte")
    assert endless.shared()["closes_at"] is None
    assert endless.act(endless.seats[3], MoreTime()) == Declined("no_limit")


def test_a_limit_that_was_put_off_does_not_fall_due_at_its_first_hour() -> None:
    table = ballots(vote(), "porte")
    (due,) = KIND.dues(table.content, table.state)
    table.act(table.seats[3], MoreTime())
    table.played = due.played - 1
    table.act(table.seats[3], MoreTime())
    table.played = due.played
    assert KIND.fall_due(table.content, table.state, due.name, table.setting()) == ()


def test_a_facilitator_who_closes_it_lets_the_ballots_speak() -> None:
    table = ballots(ballots(vote(3), *["table"] * 3), "quai")
    table.close()
    assert table.shared()["result"]["option"] == "quai"


def test_an_author_s_mistake_is_told_in_french() -> None:
    with pytest.raises(ValidationError, match="n'est l'id d'aucune option"):
        Vote.model_validate({**KIND.example().model_dump(), "tie": {"option": "cave", "says": "Hop."}})
