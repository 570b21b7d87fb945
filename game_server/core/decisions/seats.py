"""Who is at the table."""

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core import steering_commands as sc
from game_server.core import steering_events as s
from game_server.core.decisions.chain import deal_again
from game_server.core.decisions.reasons import noted
from game_server.core.ids import SeatId, WordId
from game_server.core.messages import Accepted, Actor, Refused, Word
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import DayStatus, GroupState, SeatStatus

MOST_SEATS = 12
MOST_WAITING = 24
OUT = (SeatStatus.WAITING, SeatStatus.REMOVED)


def ask_seat(_: Rules, state: GroupState, command: c.AskSeat, __: Actor, ___: Moment) -> Accepted | Refused:
    """A young person at the door gets a seat that waits for admission."""
    if command.seat in state.seats:
        return Refused("already_asked")
    if sum(seat.status is SeatStatus.WAITING for seat in state.seats.values()) >= MOST_WAITING:
        return Refused("door_full")
    word = WordId(f"{state.version + 1}.name")
    return Accepted(
        (e.SeatAsked(command.seat, word, command.figure),), (Word(word, command.first_name, owner=command.seat),)
    )


def admit(_: Rules, state: GroupState, command: c.AdmitSeat, actor: Actor, __: Moment) -> Accepted | Refused:
    """A facilitator lets somebody in, or in again."""
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refused("unknown_seat")
    if seat.status not in OUT:
        return Refused("already_admitted")
    if len(state.table()) >= MOST_SEATS:
        return Refused("table_full", {"most": MOST_SEATS})
    act, words = noted(state, "admit_seat", actor, command.reason, seat=command.seat, detail=seat.status)
    return Accepted((e.SeatAdmitted(command.seat), act), words)


def remove(_: Rules, state: GroupState, command: c.RemoveSeat, actor: Actor, __: Moment) -> Accepted | Refused:
    """A facilitator takes a seat away from the table."""
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refused("unknown_seat")
    if seat.status is SeatStatus.REMOVED:
        return Refused("already_removed")
    act, words = noted(state, "remove_seat", actor, command.reason, seat=command.seat, detail=seat.status)
    return Accepted((e.SeatRemoved(command.seat), act), words)


def excuse(_: Rules, state: GroupState, command: sc.ExcuseSeat, actor: Actor, __: Moment) -> Accepted | Refused:
    """Somebody is excused for the open day, or for the next one; what they hold goes to those present."""
    if command.seat not in state.table():
        return Refused("unknown_seat")
    day = state.day if state.day_status is DayStatus.OPEN else state.day + 1
    if day in state.excused.get(command.seat, ()):
        return Refused("already_excused")
    was = state.seats[command.seat].status
    act, words = noted(state, "excuse_seat", actor, command.reason, seat=command.seat, number=day, detail=was)
    return Accepted((s.SeatExcused(command.seat, day), act), words)


def step_aside(_: Rules, state: GroupState, __: c.StepAside, actor: Actor, ___: Moment) -> Accepted | Refused:
    """« Je passe »: what this seat holds goes to somebody present."""
    return _goes(state, e.SteppedAside(SeatId(actor.id)), SeatStatus.ASIDE)


def leave(_: Rules, state: GroupState, __: c.Leave, actor: Actor, ___: Moment) -> Accepted | Refused:
    """« Je pars »."""
    return _goes(state, e.SeatLeft(SeatId(actor.id)), SeatStatus.LEFT)


def come_back(_: Rules, state: GroupState, __: c.ComeBack, actor: Actor, ___: Moment) -> Accepted | Refused:
    """« Je reviens »: the seat is at the table; the pieces it is missing come with the next deal."""
    if state.seats[SeatId(actor.id)].status is SeatStatus.HERE:
        return Refused("already_here")
    return Accepted((e.CameBack(SeatId(actor.id)),))


def forget(_: Rules, state: GroupState, command: c.ForgetSeat, __: Actor, ___: Moment) -> Accepted | Refused:
    """The words of a seat are gone; every page shows it."""
    if command.seat not in state.seats:
        return Refused("unknown_seat")
    return Accepted((e.SeatForgotten(command.seat),))


def give_again(rules: Rules, state: GroupState, _: c.DealAgain, __: Actor, moment: Moment) -> Accepted | Refused:
    """Presence changed: the open step looks at who is here."""
    events = tuple(deal_again(rules, state, moment)) if state.paused_at is None else ()
    return Accepted(events) if events else Refused("nothing_to_do")


def _goes(state: GroupState, event: e.SteppedAside | e.SeatLeft, status: SeatStatus) -> Accepted | Refused:
    if state.seats[event.seat].status is status:
        return Refused("already_gone")
    return Accepted((event,))
