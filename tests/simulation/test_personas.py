"""Each sort of simulated person acts from what one phone shows, in its own way.

Spec: D1 K2
"""

from dataclasses import replace
from typing import Any

import pytest

from game_server.application.bots import CHARACTERS, JOKE, Bot, Persona, Screen, next_thought
from game_server.application.codec import Codec
from game_server.core.ids import SeatId
from tests.conformance.discovery import EVERY_KIND, KINDS, REWARDS
from tests.conformance.strange import leaves
from tests.conformance.table import Table, seats

CODEC = Codec(KINDS, REWARDS)


def screen(table: Table, seat: SeatId) -> Screen:
    return Screen(table.kind, table.shared(), table.private(seat), seat)


def slices(table: Table, seat: SeatId, hints_left: int = 3) -> dict[str, Any]:
    """What that phone would be sent of the step."""
    mission = {"id": "m", "step": 0, "kind": table.kind.name, "shared": table.shared(), "hints_left": hints_left}
    here = {"mission": "m", "step": 0, "private": table.private(seat)}
    return {"mission": mission, "mine": {"status": "here", "here": here}}


def bot(persona: Persona, *, in_a_hurry: bool = False) -> Bot:
    return Bot(KINDS, CODEC, SeatId("seat-00"), persona, in_a_hurry=in_a_hurry)


@pytest.mark.parametrize("persona", list(Persona))
@pytest.mark.parametrize("name", EVERY_KIND)
def test_what_one_phone_shows_is_all_that_a_guess_is_made_of(name, persona):
    table = Table(KINDS[name], seats(4)).open()
    for seat in table.seats:
        own = table.move(seat)
        thought = next_thought(screen(table, seat), {}, CHARACTERS[persona], guesses=0)
        assert (thought.move if thought else None) == own


@pytest.mark.parametrize("persona", list(Persona))
@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_table_of_one_sort_that_knows_the_story_comes_to_the_end_of_every_kind(name, persona):
    table, guesses = Table(KINDS[name], seats(6)).open(), dict.fromkeys(seats(6), 0)
    for _ in range(400):
        if table.done:
            return
        for seat in table.seats:
            thought = (
                None
                if table.done
                else next_thought(screen(table, seat), table.staff(), CHARACTERS[persona], guesses[seat])
            )
            if thought is not None:
                guesses[seat] += thought.guess
                table.act(seat, thought.move.action)
        table.played += 15
    raise AssertionError(name)


def test_who_jokes_types_a_joke_three_times_and_then_what_the_table_found_out():
    table = Table(KINDS["riddle"], seats(4)).open()
    screened, character = screen(table, table.seats[0]), CHARACTERS[Persona.JOKER]
    typed = [next_thought(screened, table.staff(), character, guesses).move.action.text for guesses in range(4)]
    assert typed[:3] == [JOKE] * 3
    assert typed[3] in table.staff()["answers"]


def test_who_jokes_taps_only_what_the_page_shows():
    table = Table(KINDS["split"], seats(2)).open()
    for seat in table.seats:
        while (move := table.move(seat)) and "piece" in repr(move.action):
            table.act(seat, move.action)
    seat = table.seats[0]
    thought = next_thought(screen(table, seat), table.staff(), CHARACTERS[Persona.JOKER], guesses=0)
    assert thought is not None
    shown = set(leaves([table.shared(), table.private(seat)]))
    assert {value for value in vars_of(thought.move.action) if isinstance(value, str)} <= shown


def vars_of(action: Any) -> list[Any]:
    return [getattr(action, name) for name in action.__dataclass_fields__]


def test_who_reads_with_difficulty_guesses_once_and_then_asks_for_a_hint():
    table = Table(KINDS["riddle"], seats(4)).open()
    person, shown = bot(Persona.WEAK_READER), slices(table, SeatId("seat-00"))
    types = []
    for _ in range(3):
        move = person.next_move(shown, table.staff())
        types.append(move.command["type"])
        person.did(move)
    assert types == ["play", "ask_hint", "play"]


def test_without_a_hint_left_nobody_asks_for_one():
    table = Table(KINDS["riddle"], seats(4)).open()
    person, shown = bot(Persona.WEAK_READER), slices(table, SeatId("seat-00"), hints_left=0)
    for _ in range(3):
        move = person.next_move(shown, table.staff())
        assert move.command["type"] == "play"
        person.did(move)


def test_the_slow_think_longer_than_the_fast():
    table = Table(KINDS["vote"], seats(4)).open()
    shown = slices(table, SeatId("seat-00"))
    slow, fast = (bot(one).next_move(shown).seconds for one in (Persona.SLOW, Persona.FAST))
    assert slow > fast


@pytest.mark.parametrize("persona", [one for one in Persona if one is not Persona.JOKER])
def test_in_a_hurry_nobody_guesses(persona):
    table = Table(KINDS["split"], seats(3)).open()
    for seat in table.seats:
        while (move := table.move(seat)) and "piece" in repr(move.action):
            table.act(seat, move.action)
    move = bot(persona, in_a_hurry=True).next_move(slices(table, SeatId("seat-00")), table.staff())
    assert move is not None
    assert not move.guess


def test_a_person_who_passed_does_nothing():
    table = Table(KINDS["vote"], seats(4)).open()
    shown = slices(table, SeatId("seat-00"))
    aside = {**shown, "mine": {**shown["mine"], "status": "aside"}}
    assert bot(Persona.STEADY).next_move(aside) is None


def test_a_step_that_is_not_mine_yet_is_left_alone():
    table = Table(KINDS["vote"], seats(4)).open()
    shown = slices(table, SeatId("seat-00"))
    assert bot(Persona.STEADY).next_move({**shown, "mission": {**shown["mission"], "step": 1}}) is None


def test_characters_differ():
    assert len({replace(one) for one in CHARACTERS.values()}) >= 5
