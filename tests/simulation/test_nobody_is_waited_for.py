"""In the ten-day pack nobody is waited for: who is late has a role, who was absent every card, what the gone held moves on.

Spec: G6 K5 K6
"""

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from game_server.application.bots import Persona
from game_server.application.simulation.look import Look, look_at, words
from game_server.application.simulation.people import Person, Way, seats
from game_server.application.simulation.play import GroupPlay
from game_server.application.simulation.table import STAFF, Table
from game_server.core import group_commands as c
from game_server.core.ids import MissionId, SeatId
from game_server.core.messages import Actor, Role
from game_server.core.rules import Rules
from game_server.core.showing.seat import catch_up
from game_server.core.state import GroupState
from game_server.entrypoints.cli_packs import PACKS
from scenarios.compiler import compile_pack
from tests.conformance.discovery import KINDS, REWARDS
from tests.conformance.strange import telling

RECAP_SECONDS, CATCH_UP_SECONDS = 60.0, 600.0
READER, SLOW_READER = 160.0, 80.0
"""Words a minute."""
FOURTH_DAY = 4


@cache
def tempo() -> Rules:
    return Rules(compile_pack(PACKS / "tempo_2050/1", KINDS), KINDS, REWARDS)


STEPS = [
    (day.number, mission.id, step)
    for day in tempo().scenario.days
    for mission in day.missions
    for step in range(len(mission.steps))
]
EVERY_STEP = pytest.mark.parametrize(("day", "mission", "step"), STEPS, ids=[f"{one[1]}-{one[2] + 1}" for one in STEPS])


def group_in(day: int, mission: MissionId, step: int, number: int) -> Table:
    """A group whose facilitator brought it to that step."""
    table = Table(tempo(), Random(number), lambda *_: None)
    for seat in seats(number):
        table.sits_down(seat)
    while table.state.day < day:
        assert table.asks(c.OpenDay(table.state.day + 1), STAFF) is None
    if table.state.current != mission:
        assert table.asks(c.OpenMission(mission), STAFF) is None
    while table.state.mission(mission).step < step:
        assert table.asks(c.ForceStep(mission), STAFF) is None
    return table


def look(table: Table) -> Look:
    found = look_at(table.rules, table.state, None)
    assert found is not None, "the step is over"
    return found


def held(table: Table, at: list[SeatId]) -> set[str]:
    """What these phones alone show."""
    return set().union(*(telling(look(table).private(seat)) for seat in at))


def has_something_to_do(table: Table, seat: SeatId) -> bool:
    shown = look(table)
    return shown.kind.solve({**shown.shared, **shown.script}, shown.private(seat), seat) is not None


# Who comes late


class Arriving(GroupPlay):
    """A play that keeps what stood when somebody came for the first time."""

    arrived: tuple[GroupState, Look | None] | None = None

    def _joins(self, person: Person) -> None:
        super()._joins(person)
        self.arrived = self.table.state, look_at(self.table.rules, self.table.state, None)


@cache
def with_a_late_joiner() -> tuple[Arriving, SeatId]:
    *others, last = seats(8)
    people = [*(Person(seat, Persona.STEADY) for seat in others), Person(last, Persona.LATE, joins=FOURTH_DAY)]
    play = Arriving(tempo(), people, 1, Random(4))
    play.play()
    return play, last


def test_who_joins_on_day_four_reads_what_was_done_without_them_in_a_minute():
    play, seat = with_a_late_joiner()
    assert play.arrived is not None
    state, _ = play.arrived
    missed = catch_up(seat)(tempo(), state)
    before = [mission.id for day in tempo().scenario.days[: FOURTH_DAY - 1] for mission in day.missions]
    assert [one["mission"] for one in missed["missions"] if one["day"] < FOURTH_DAY] == before
    assert not missed["again"]
    assert 60 * sum(words(one["act"]) for one in missed["missions"]) / READER <= RECAP_SECONDS


def test_who_joins_on_day_four_has_a_role_in_the_same_instant():
    play, seat = with_a_late_joiner()
    assert play.arrived is not None
    state, shown = play.arrived
    assert shown is not None
    assert state.seats[seat].status == "here"
    assert shown.kind.solve({**shown.shared, **shown.script}, shown.private(seat), seat) is not None


def test_who_joins_on_day_four_costs_the_group_nothing_and_takes_part_at_once():
    play, seat = with_a_late_joiner()
    played, state = play.watch.played, play.table.state
    assert (played.stuck, len(played.unlocked)) == ([], 25)
    later = [mission.id for day in tempo().scenario.days[FOURTH_DAY:] for mission in day.missions]
    assert all(seat in state.mission(one).with_seats for one in later)


@EVERY_STEP
def test_who_is_admitted_in_the_middle_of_a_step_has_a_role_in_the_same_commit(day, mission, step):
    table = group_in(day, mission, step, 3)
    new = seats(4)[-1]
    table.sits_down(new)
    assert has_something_to_do(table, new) or held(table, [new]), "nothing to do, and nothing that the others need"


# Who was absent


@cache
def with_one_absent_on(day: int) -> tuple[GroupPlay, SeatId]:
    *others, last = seats(7)
    people = [
        *(Person(seat, Persona.STEADY) for seat in others),
        Person(last, Persona.ABSENT, away=frozenset({day})),
    ]
    play = GroupPlay(tempo(), people, 1, Random(day))
    assert play.play().stuck == []
    return play, last


@pytest.mark.parametrize("day", range(1, 11))
def test_who_was_absent_for_a_day_finds_each_of_its_offers_in_the_catch_up(day):
    play, seat = with_one_absent_on(day)
    state, story = play.table.state, tempo().scenario
    missed = catch_up(seat)(tempo(), state)
    caught_up = {one["offer"]["id"] for one in missed["missions"]} if missed else set()
    took_part = {
        mission.offer for one in story.days for mission in one.missions if seat in state.mission(mission.id).with_seats
    }
    assert caught_up >= {mission.offer for mission in story.days[day - 1].missions}
    assert caught_up | took_part == set(story.offers)


@pytest.mark.parametrize("day", range(1, 11))
def test_catching_up_a_day_takes_ten_minutes_at_most_to_who_reads_slowly(day):
    story = tempo().scenario
    cards = [story.offers[mission.offer] for mission in story.days[day - 1].missions]
    acts = [mission.act for mission in story.days[day - 1].missions]
    told = [text for card in cards for text in (card.title, card.text, card.who, *card.facts)]
    assert 60 * sum(map(words, [*acts, *told])) / SLOW_READER <= CATCH_UP_SECONDS


# Who goes


def goes(table: Table, seat: SeatId, way: Way) -> None:
    """Somebody goes: they say so, or their page has been closed for as long as presence waits."""
    match way:
        case Way.LEAVES:
            table.asks(c.Leave(), Actor(Role.PLAYER, seat))
        case Way.PASSES:
            table.asks(c.StepAside(), Actor(Role.PLAYER, seat))
        case Way.CLOSES_PAGE:
            table.is_gone(seat)


def leavers(number: int) -> Iterator[SeatId]:
    yield from (seats(number)[0], seats(number)[-1])


@pytest.mark.parametrize("way", list(Way))
@EVERY_STEP
def test_what_somebody_held_is_with_those_present_in_the_same_instant(day, mission, step, way):
    for seat in leavers(6):
        table = group_in(day, mission, step, 6)
        before = held(table, seats(6))
        goes(table, seat, way)
        others = [one for one in seats(6) if one != seat]
        assert before <= held(table, others)


@EVERY_STEP
def test_when_five_of_six_go_the_last_one_holds_everything_at_once(day, mission, step):
    table = group_in(day, mission, step, 6)
    before, (last, *others) = held(table, seats(6)), seats(6)
    for seat in others:
        goes(table, seat, Way.CLOSES_PAGE)
    assert before <= held(table, [last])
    assert has_something_to_do(table, last) or held(table, [last])
