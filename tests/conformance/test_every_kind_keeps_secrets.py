"""What one seat alone may see reaches nobody else, and nothing that was typed stands in an event.

Spec: K8 K9
"""

import pytest

from game_server.core.mission_kind import Declined
from tests.conformance.discovery import EVERY_KIND, KINDS
from tests.conformance.strange import CANARY, leaves, strange_actions, telling
from tests.conformance.table import Table, seats, seeded

SEEDS = range(6)


def private_leaves(table):
    return {seat: telling(table.private(seat)) for seat in table.seats}


def staff_leaves(table):
    """What the facilitators see, but the answers that were tried: they see those to accept one, and never whose."""
    view = dict(table.staff())
    tried = view.pop("attempts", ())
    assert not set(table.seats) & set(leaves(tried))
    return telling(view)


def leaks(table, before, after, public):
    """What is in one seat's view and also, since this very change, in another's; or in the views of all and of staff."""
    for seat, mine in after.items():
        yield from (mine - public) & (telling(table.shared()) | staff_leaves(table))
        new = mine - before[seat]
        for other, theirs in after.items():
            if other != seat:
                yield from new & (theirs - before[other])


@pytest.mark.parametrize("name", EVERY_KIND)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_one_seat_sees_reaches_no_other_audience(name, seed):
    random = seeded(seed)
    table = Table(KINDS[name], seats(6), seed=seed).open()
    public, before = telling(table.shared()), {seat: set[str]() for seat in table.seats}
    for _ in range(30):
        after = private_leaves(table)
        assert not list(leaks(table, before, after, public))
        before = after
        if random.random() < 0.3:
            table.changes_presence(random.sample(table.seats, random.randint(1, 6)))
        elif not table.done:
            seat = random.choice(table.seats)
            move = table.move(seat)
            known = [*leaves(table.shared()), *leaves(table.private(seat))]
            action = (
                move.action if move and random.random() < 0.7 else next(strange_actions(table.kind, known, random, 1))
            )
            table.act(seat, action)
            table.played += 5


@pytest.mark.parametrize("name", EVERY_KIND)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_typed_text_stands_in_an_event_a_state_or_a_refusal(name, seed):
    table = Table(KINDS[name], seats(4), seed=seed).open()
    for action in strange_actions(table.kind, [CANARY], seeded(seed), 40):
        table.played += 100
        outcome = table.act(table.seats[0], action)
        assert CANARY not in repr(outcome.details if isinstance(outcome, Declined) else outcome.events)
    assert CANARY not in repr(table.state)
    assert all(text.kept is not None and text.kept.days <= 7 for text in table.texts)


@pytest.mark.parametrize("name", EVERY_KIND)
def test_no_view_names_a_seat_that_has_not_done_something(name):
    """A list of those who are missing is blame; a list of those who hold or did something is not."""
    table = Table(KINDS[name], seats(4)).open()
    table.play(table.seats[:1], for_seconds=30)
    blaming = ("missing", "waiting", "not_", "absent", "late", "silent")
    assert not [key for key in leaves(table.shared()) if key.startswith(blaming)]
