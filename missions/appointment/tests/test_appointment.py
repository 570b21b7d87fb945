"""What the appointment keeps: each for oneself, nobody named, nobody waited for who is not there.

Spec: K21
"""

from game_server.core.mission_kind import Declined
from missions.appointment import KIND
from missions.appointment.values import Decided
from tests.conformance.table import Table, seats


def appointment(number: int = 3) -> Table:
    return Table(KIND, seats(number)).open()


def test_no_phone_can_say_that_somebody_decided() -> None:
    assert dict(KIND.actions) == {}
    assert dict(KIND.outside) == {"decided": Decided}


def test_it_ends_when_everyone_present_has_chosen() -> None:
    table = appointment()
    for seat in table.seats:
        assert not table.done
        table.act(seat, Decided())
    assert table.done


def test_others_see_how_many_have_chosen_and_nobody_sees_who() -> None:
    first, second = appointment(), appointment()
    first.act(first.seats[0], Decided())
    second.act(second.seats[1], Decided())
    assert first.shared() == second.shared()
    assert first.staff() == second.staff()
    assert first.shared()["decided"] == 1
    assert [first.private(seat)["decided"] for seat in first.seats] == [True, False, False]


def test_who_leaves_is_not_waited_for() -> None:
    table = appointment()
    table.act(table.seats[0], Decided())
    table.changes_presence([table.seats[0]])
    assert table.done


def test_an_empty_room_closes_nothing() -> None:
    table = appointment()
    table.changes_presence([])
    assert not table.done


def test_choosing_twice_counts_once() -> None:
    table = appointment()
    table.act(table.seats[0], Decided())
    assert table.act(table.seats[0], Decided()) == Declined("already_decided")


def test_it_ends_with_the_day() -> None:
    assert KIND.ends_with_day
