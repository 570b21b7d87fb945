"""What a negotiation keeps: constraints are secret, answers are true, and two different people agree.

Spec: K5 K20
"""

from typing import Any

import pytest
from pydantic import ValidationError

from game_server.core.ids import SeatId
from game_server.core.mission_kind import Declined
from missions.negotiate import KIND
from missions.negotiate.content import Negotiate
from missions.negotiate.values import Accept, Propose, Refuse
from tests.conformance.table import Table, seats

AGREEMENT = ("jeudi", "dix-heures")
IMPOSSIBLE = ("mardi", "dix-heures")


def negotiation(number: int = 4) -> Table:
    return Table(KIND, seats(number)).open()


def holder(table: Table, constraint: str) -> SeatId:
    found: SeatId = next(seat for seat, mine in table.state.hands.items() if constraint in mine)
    return found


def accepts(table: Table, constraint: str, options: tuple[str, ...] = AGREEMENT) -> Any:
    return table.act(holder(table, constraint), Accept(constraint, options))


def test_a_constraint_is_seen_by_its_holder_alone() -> None:
    table = negotiation()
    texts = [one["text"] for seat in table.seats for one in table.private(seat)["constraints"]]
    assert sorted(texts) == sorted(one.text for one in KIND.example().constraints)
    assert not [text for text in texts if text in repr([table.shared(), table.staff()])]


def test_why_a_proposal_is_not_possible_is_told_to_the_holder_alone() -> None:
    table = negotiation()
    seat = holder(table, "livraison")
    table.act(table.seats[0], Propose(IMPOSSIBLE))
    (mine,) = table.private(seat)["constraints"]
    assert mine["respected"] is False
    assert mine["says"]
    others = [table.private(one) for one in table.seats if one != seat]
    assert mine["says"] not in repr([table.shared(), table.staff(), *others])


def test_answers_are_true() -> None:
    table = negotiation()
    table.act(table.seats[0], Propose(IMPOSSIBLE))
    assert accepts(table, "livraison", IMPOSSIBLE) == Declined("not_respected")
    assert table.act(holder(table, "bus"), Refuse("bus", IMPOSSIBLE)) == Declined("respected")


def test_a_refused_proposal_can_be_replaced_and_only_its_proposer_pauses() -> None:
    table = negotiation()
    first, second, *_ = table.seats
    table.act(first, Propose(IMPOSSIBLE))
    assert table.act(second, Propose(AGREEMENT)) == Declined("proposal_waits")
    table.act(holder(table, "livraison"), Refuse("livraison", IMPOSSIBLE))
    assert table.shared()["proposal"] == {"options": list(IMPOSSIBLE), "refused": True}
    assert table.act(first, Propose(AGREEMENT)) == Declined("pause", {"seconds": 10})
    table.act(second, Propose(AGREEMENT))
    assert table.shared()["proposal"] == {"options": list(AGREEMENT), "refused": False}


def test_the_agreement_is_reached_when_every_holder_can_live_with_it() -> None:
    table = negotiation()
    table.act(table.seats[0], Propose(AGREEMENT))
    *others, last = KIND.example().constraint_names
    for constraint in others:
        accepts(table, constraint)
        assert not table.done
    accepts(table, last)
    assert table.done


def test_an_answer_stays_when_its_constraint_goes_to_somebody_else() -> None:
    table = negotiation()
    table.act(table.seats[0], Propose(AGREEMENT))
    gone = holder(table, "bus")
    accepts(table, "bus")
    table.changes_presence([seat for seat in table.seats if seat != gone])
    assert holder(table, "bus") != gone
    assert accepts(table, "bus") == Declined("already_answered")


def test_characters_answer_truly_for_who_is_alone() -> None:
    table = negotiation(1)
    (seat,) = table.seats
    table.act(seat, Propose(IMPOSSIBLE))
    assert table.shared()["proposal"]["refused"]
    table.played += 10
    table.act(seat, Propose(AGREEMENT))
    assert not table.done
    table.act(seat, Accept(table.state.hands[seat][0], AGREEMENT))
    assert table.done
    assert table.shared()["by_character"]


def test_a_proposal_left_alone_with_its_author_is_answered_by_characters() -> None:
    table = negotiation()
    first = table.seats[0]
    table.act(first, Propose(AGREEMENT))
    table.changes_presence([first])
    table.act(first, Accept(table.state.hands[first][0], AGREEMENT))
    assert table.done


def test_who_comes_while_somebody_is_alone_holds_what_is_not_answered_yet() -> None:
    table = negotiation(2)
    first, second = table.seats
    table.changes_presence([first])
    table.act(first, Propose(AGREEMENT))
    table.changes_presence([first, second])
    (open_one,) = [one for one in table.private(second)["constraints"] if one["answer"] is None]
    table.act(second, Accept(open_one["id"], AGREEMENT))
    assert table.done
    assert not table.shared()["by_character"]


def changed(accepted: dict[str, list[str]]) -> dict[str, Any]:
    example = KIND.example().model_dump()
    example["sides"][2]["constraints"][0]["accepted"] = accepted
    return {"sides": example["sides"]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changed({"heure": ["minuit"]}), "nomme une option inconnue"),
        (changed({"lieu": ["mardi"]}), "nomme une option inconnue"),
        (changed({"heure": ["huit-heures"]}), "aucune proposition ne respecte"),
        (changed({"jour": ["mardi", "mercredi", "jeudi"]}), "n'empêche rien"),
    ],
)
def test_an_author_s_mistake_is_told_in_french(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Negotiate.model_validate({**KIND.example().model_dump(), **change})
