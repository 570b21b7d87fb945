"""What the portrait keeps: each for oneself, passing and answering look the same, nobody is waited for who is not there.

Spec: K44
"""

import re

import pytest
from pydantic import ValidationError

from game_server.core.mission_kind import Declined
from missions.portrait import KIND
from missions.portrait.content import Portrait
from missions.portrait.values import Skip, Told
from tests.conformance.table import Table, seats


def portrait(number: int = 3) -> Table:
    return Table(KIND, seats(number)).open()


def test_passing_and_answering_look_the_same_to_everyone_and_in_the_journal() -> None:
    one, other = portrait(), portrait()
    one.act(one.seats[0], Told())
    other.act(other.seats[0], Skip())
    assert one.events == other.events
    assert one.shared() == other.shared()
    assert one.staff() == other.staff()


def test_it_ends_when_everyone_present_is_done() -> None:
    table = portrait()
    table.act(table.seats[0], Told())
    table.act(table.seats[1], Skip())
    assert not table.done
    table.changes_presence(table.seats[:2])
    assert table.done


def test_an_empty_room_closes_nothing() -> None:
    table = portrait()
    table.changes_presence([])
    assert not table.done


def test_being_done_twice_counts_once() -> None:
    table = portrait()
    table.act(table.seats[0], Skip())
    assert table.act(table.seats[0], Told()) == Declined("already_answered")
    assert table.shared()["answered"] == 1


def test_no_phone_can_say_that_answers_are_kept_and_it_ends_with_the_day() -> None:
    assert dict(KIND.outside) == {"told": Told}
    assert KIND.ends_with_day


def test_there_are_eleven_families_with_a_gate_and_up_to_forty_details() -> None:
    families = KIND.example().families
    assert len(families) == 11
    assert sum(len(family.details) for family in families) <= 40
    assert all(family.gate.text.endswith("?") for family in families)


def test_no_question_asks_for_a_state_of_health_handicap_or_justice() -> None:
    asked = " ".join(
        text for family in KIND.example().families for text in (family.gate.text, *(one.text for one in family.details))
    )
    assert not re.findall(r"malad|handicap|rqth|condamn|prison|traitement|dépress|as-tu|es-tu", asked.casefold())


def test_every_question_has_a_key_that_the_private_store_can_keep() -> None:
    for family in KIND.example().families:
        for question in ("gate", *(one.id for one in family.details)):
            assert len(f"portrait.{KIND.example().edition}.{family.id}.{question}") <= 120


def test_an_edition_is_not_compared_with_itself() -> None:
    with pytest.raises(ValidationError, match="même édition"):
        Portrait.model_validate({**KIND.example().model_dump(), "compared_with": "depart"})


def test_a_detail_that_takes_the_name_of_the_gate_is_a_mistake() -> None:
    family = {"id": "a", "name": "A", "gate": {"text": "A ?"}, "details": [{"id": "gate", "text": "B"}]}
    with pytest.raises(ValidationError, match="est écrit deux fois"):
        Portrait.model_validate({**KIND.example().model_dump(), "families": [family]})
