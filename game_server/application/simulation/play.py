"""One group through its whole scenario: people come, read, act and go; the clock jumps to whatever happens next."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from heapq import heappop, heappush
from itertools import count
from math import inf
from random import Random

from game_server.application.simulation.look import Look, look_at, words
from game_server.application.simulation.mind import Mind, first_talk
from game_server.application.simulation.people import Going, Person, Way
from game_server.application.simulation.report import Blocked, GroupPlayed
from game_server.application.simulation.table import CLOCK, STAFF, SYSTEM, Table
from game_server.application.simulation.watch import Watch
from game_server.core import group_commands as c
from game_server.core.due import dues
from game_server.core.ids import MissionId
from game_server.core.messages import Actor, Role
from game_server.core.mission_kind import Move
from game_server.core.rules import Rules
from game_server.core.showing.seat import catch_up
from game_server.core.state import DayStatus, SeatStatus

STUCK_AFTER = timedelta(minutes=25)
"""Without any progress, after all offers of help: the facilitator ends the step, and the report says so."""
BEFORE_CLOSING = timedelta(minutes=3)
TAKES_UP_HELP = timedelta(seconds=60)
GRACE = timedelta(seconds=45)
JOINS_AFTER = timedelta(minutes=14)
LONGEST_WAIT = 300.0
MOST_EVENTS = 200_000


class GroupPlay:
    """Plays one group. `play` returns its report."""

    def __init__(self, rules: Rules, people: Sequence[Person], number: int, random: Random) -> None:
        """Seat those who come on the first day."""
        self.watch = Watch(GroupPlayed(number, len(people)))
        self.table = Table(rules, random, self.watch.hears)
        self._minds = {person.seat: Mind(person) for person in people}
        self._plans: dict[str, tuple[Look, Move]] = {}
        self._waiting: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()
        self._look: Look | None = None
        self._talked_at = 0.0
        """Game time at which the group has read and talked about the open step."""
        self._gone: set[tuple[str, Going]] = set()
        for person in people:
            if person.joins == 1:
                self.table.sits_down(person.seat)
                self.table.present.discard(person.seat)

    def play(self) -> GroupPlayed:
        """Play every day to its end."""
        for _ in range(MOST_EVENTS):
            following = self._following()
            if following is None or self._is_over():
                return self._told()
            at, happens = following
            at = max(self.table.at, at)
            self.watch.spends(self.table.at, at, self.table.state.here(self.table.moment()))
            self.table.at = at
            happens()
            self._everyone_looks()
        mission, step = self._look.at if self._look else (self.table.rules.scenario.days[-1].missions[-1].id, 0)
        self._blocked(mission, step, "le jeu ne s’arrête jamais")
        return self._told()

    def _told(self) -> GroupPlayed:
        played = self.watch.played
        played.refusals = self.table.refusals
        played.personas = {mind.person.seat: mind.person.persona for mind in self._minds.values()}
        return played

    def _is_over(self) -> bool:
        state = self.table.state
        return state.day == len(self.table.rules.scenario.days) and state.day_status is DayStatus.ENDED

    def _following(self) -> tuple[datetime, Callable[[], None]] | None:
        """What happens next, and when: something due, the facilitator's hand, or somebody's gesture."""
        found: list[tuple[datetime, int, Callable[[], None]]] = []
        if self.table.due is not None:
            found.append((self.table.due, 0, self._falls_due))
        hand = self._facilitator_at()
        if hand is not None:
            found.append((hand, 1, self._facilitator))
        if self._waiting:
            found.append((self._waiting[0][0], 2, self._gesture))
        if not found:
            return None
        at, _, happens = min(found, key=lambda one: one[:2])
        return at, happens

    def _later(self, at: datetime, happens: Callable[[], None]) -> None:
        heappush(self._waiting, (at, next(self._order), happens))

    def _gesture(self) -> None:
        heappop(self._waiting)[2]()

    def _falls_due(self) -> None:
        before = self.table.state
        item = dues(self.table.rules, before)[0]
        self.table.asks(c.FallDue(item.id), CLOCK)
        if self.table.state.day != before.day:
            self._day_begins()
        if item.id.startswith("help:") and self._look is not None:
            talked = max(self.table.at, self.table.state.wall(self._talked_at))
            self._later(talked + TAKES_UP_HELP, partial(self._takes_up_help, self._look))

    # Coming and going

    def _day_begins(self) -> None:
        day, at = self.table.state.day, self.table.at
        self._plans.clear()
        self.table.present.clear()
        for person in (mind.person for mind in self._minds.values()):
            if not person.comes(day):
                continue
            if person.seat not in self.table.state.seats:
                self._later(at + JOINS_AFTER, partial(self._joins, person))
            else:
                self.table.present.add(person.seat)
        self.table.asks(c.DealAgain(), SYSTEM)
        for seat in sorted(self.table.present):
            self._catches_up(self._minds[seat])

    def _joins(self, person: Person) -> None:
        self.table.sits_down(person.seat)
        self._catches_up(self._minds[person.seat])

    def _catches_up(self, mind: Mind) -> None:
        missed = catch_up(mind.person.seat)(self.table.rules, self.table.state)
        acts = (one["act"] for one in (missed or {"missions": []})["missions"])
        mind.ready_at = self._played() + 60.0 * sum(map(words, acts)) / mind.person.character.words

    def _goes(self, person: Person, going: Going, day: int) -> None:
        seat, state = person.seat, self.table.state
        if state.day != day or seat not in self.table.present:
            return
        self._plans.pop(seat, None)
        match going.way:
            case Way.CLOSES_PAGE:
                self._minds[seat].ready_at = inf
                self._later(self.table.at + GRACE, partial(self.table.is_gone, seat))
            case Way.LEAVES:
                self.table.asks(c.Leave(), Actor(Role.PLAYER, seat))
                self.table.present.discard(seat)
            case Way.PASSES:
                self.table.asks(c.StepAside(), Actor(Role.PLAYER, seat))
        if going.back_after is not None:
            back = self.table.at + GRACE + timedelta(seconds=going.back_after)
            self._later(back, partial(self._is_back, person, day))

    def _is_back(self, person: Person, day: int) -> None:
        state = self.table.state
        if (state.day, state.day_status) != (day, DayStatus.OPEN):
            return
        self.table.comes(person.seat)
        if state.seats[person.seat].status is not SeatStatus.HERE:
            self.table.asks(c.ComeBack(), Actor(Role.PLAYER, person.seat))
        self._catches_up(self._minds[person.seat])

    # Playing

    def _everyone_looks(self) -> None:
        """Each person without something in mind looks at their phone, and decides what to do and when."""
        table = self.table
        before, self._look = self._look, look_at(table.rules, table.state, self._look)
        if self._look is None:
            return
        if before is None or before.at != self._look.at:
            self._step_begins(self._look)
        for seat in sorted(table.present):
            if seat not in self._plans and table.state.seats[seat].status is SeatStatus.HERE:
                self._plan(self._minds[seat], self._look)

    def _step_begins(self, look: Look) -> None:
        at = max(self.table.at, self.watch.playing_from or self.table.at)
        around = [self._minds[seat] for seat in sorted(self.table.state.here(self.table.moment()))]
        self._talked_at = self.table.state.played(at) + first_talk(look, around)
        for mind in self._minds.values():
            for going in mind.person.goings:
                if (going.mission, going.step) == look.at and (mind.person.seat, going) not in self._gone:
                    self._gone.add((mind.person.seat, going))
                    happens = partial(self._goes, mind.person, going, self.table.state.day)
                    self._later(at + timedelta(seconds=going.after), happens)

    def _plan(self, mind: Mind, look: Look) -> None:
        thought = None if mind.ready_at == inf else mind.next_thought(look)
        if thought is None:
            return
        begins = max(self._talked_at, mind.ready_at, self._played())
        seconds = begins - self._played() + mind.seconds(look, thought)
        self._plans[mind.person.seat] = (look, thought.move)
        self._later(self.table.at + timedelta(seconds=seconds), partial(self._acts, mind, look, thought.move))

    def _acts(self, mind: Mind, look: Look, move: Move) -> None:
        """Do what was planned, if it is still what there is to do."""
        seat = mind.person.seat
        if self._plans.get(seat) != (look, move):
            return
        del self._plans[seat]
        now = self._look
        if now is None or now.at != look.at or seat not in self.table.present:
            return
        again = mind.next_thought(now)
        if again is None or again.move.action != move.action:
            return
        if again.guess and mind.guesses and self._asks_for_hint(mind, now):
            return
        mind.guesses += again.guess
        mind.moves += 1
        self._submits(mind, now, again.move)

    def _asks_for_hint(self, mind: Mind, look: Look) -> bool:
        """Ask rather than guess again, if that is this person's way and a rung of the ladder is left; it is then understood."""
        mission, step = look.at
        given = [hint for hint in self.table.state.mission(mission).hints if hint.step == step]
        if not mind.person.character.asks_for_hints or len(given) >= len(look.step.step.hints):
            return False
        mind.guesses = mind.person.character.guesses
        return self.table.asks(c.AskHint(mission), Actor(Role.PLAYER, mind.person.seat)) is None

    def _takes_up_help(self, look: Look) -> None:
        """Somebody who reads with difficulty takes the help that is offered, if it still is."""
        mission = look.at[0]
        asking = [seat for seat in sorted(self.table.present) if self._minds[seat].person.character.asks_for_hints]
        still = self._look is not None and self._look.at == look.at
        if asking and still and self.table.state.mission(mission).help_offered:
            self._asks_for_hint(self._minds[asking[0]], look)

    def _submits(self, mind: Mind, look: Look, move: Move) -> None:
        seat, (mission, step) = mind.person.seat, look.at
        if type(move.action) in look.kind.outside.values():
            fact = c.TellFact(f"{seat}/{mission}/{step}/{mind.moves}", mission, seat, move.action)
            refused = self.table.asks(fact, SYSTEM)
        else:
            refused = self.table.asks(c.Play(mission, step, move.action), Actor(Role.PLAYER, seat))
        if refused is None:
            mind.refused = 0
            return
        mind.refused += 1
        wait = float(refused.details.get("seconds", min(LONGEST_WAIT, 5.0 * 2**mind.refused)))
        mind.ready_at = self._played() + wait

    # The facilitator, who only helps when nothing else does

    def _facilitator_at(self) -> datetime | None:
        look, state = self._look, self.table.state
        if look is None or look.kind.ends_with_day:
            return None
        moved = state.wall(state.mission(look.at[0]).moved)
        begun = max(moved, state.wall(self._talked_at))
        closing = state.calendar.closing(state.day)
        return min(begun + STUCK_AFTER, closing - BEFORE_CLOSING) if closing else begun + STUCK_AFTER

    def _facilitator(self) -> None:
        look, state = self._look, self.table.state
        if look is None:
            return
        closing = state.calendar.closing(state.day)
        late = closing is not None and self.table.at >= closing - BEFORE_CLOSING
        self._blocked(*look.at, "le jour est trop court" if late else "plus rien n’avance")
        self.watch.forces(look.at[0])
        self.table.asks(c.ForceStep(look.at[0]), STAFF)

    def _blocked(self, mission: MissionId, step: int, why: str) -> None:
        state = self.table.state
        present = tuple(sorted(state.here(self.table.moment())))
        self.watch.played.stuck.append(Blocked(state.day, mission, step, why, present))

    def _played(self) -> float:
        return self.table.state.played(self.table.at)
