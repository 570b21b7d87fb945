"""One road for every command: who may ask, what it brings about, and what follows from that."""

from collections.abc import Callable
from typing import Any

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core import steering_commands as sc
from game_server.core.decisions import agenda, days, missions, past, rewards, seats, speaking, staff, steps, undo
from game_server.core.decisions.chain import with_consequences
from game_server.core.ids import SeatId
from game_server.core.messages import Accepted, Actor, Refused, Role
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import GroupState, SeatStatus

Handler = Callable[[Rules, GroupState, Any, Actor, Moment], Accepted | Refused]
PLAYER, STAFF, CLOCK, SYSTEM = Role.PLAYER, Role.STAFF, Role.CLOCK, Role.SYSTEM

_HANDLERS: dict[type, tuple[frozenset[Role], Handler]] = {
    c.AskSeat: (frozenset({SYSTEM}), seats.ask_seat),
    c.AdmitSeat: (frozenset({STAFF}), seats.admit),
    c.RemoveSeat: (frozenset({STAFF}), seats.remove),
    c.StepAside: (frozenset({PLAYER}), seats.step_aside),
    c.ComeBack: (frozenset({PLAYER}), seats.come_back),
    c.Leave: (frozenset({PLAYER}), seats.leave),
    c.ForgetSeat: (frozenset({SYSTEM}), seats.forget),
    c.DealAgain: (frozenset({SYSTEM}), seats.give_again),
    c.Play: (frozenset({PLAYER}), steps.play),
    c.AskHint: (frozenset({PLAYER}), steps.ask_hint),
    c.TakeUp: (frozenset({PLAYER}), missions.take_up),
    c.UseReward: (frozenset({PLAYER}), rewards.use),
    c.EnterErratum: (frozenset({STAFF, SYSTEM}), steps.enter_erratum),
    c.WithdrawErratum: (frozenset({SYSTEM}), steps.withdraw_erratum),
    c.TellFact: (frozenset({SYSTEM}), steps.tell_fact),
    c.OpenDay: (frozenset({STAFF}), days.open_day),
    c.EndDay: (frozenset({STAFF}), days.end_day),
    c.OpenMission: (frozenset({STAFF}), missions.open_mission),
    c.SkipMission: (frozenset({STAFF}), missions.skip_mission),
    c.ForceStep: (frozenset({STAFF}), missions.force_step),
    c.FallDue: (frozenset({CLOCK}), days.fall_due),
    c.GiveHint: (frozenset({STAFF}), staff.give_hint),
    c.Pause: (frozenset({STAFF}), staff.pause),
    c.Resume: (frozenset({STAFF}), staff.resume),
    c.ShiftCalendar: (frozenset({STAFF}), agenda.shift),
    c.Undo: (frozenset({STAFF}), undo.undo),
    sc.GiveTime: (frozenset({STAFF}), staff.give_time),
    sc.SwitchPlanB: (frozenset({STAFF}), staff.switch_plan_b),
    sc.Redeal: (frozenset({STAFF}), staff.redeal),
    sc.ExcuseSeat: (frozenset({STAFF}), seats.excuse),
    sc.Say: (frozenset({STAFF}), speaking.say),
    sc.ShiftSlots: (frozenset({STAFF}), agenda.shift_slots),
    sc.AddDay: (frozenset({STAFF}), agenda.add_day),
    sc.RemoveDay: (frozenset({STAFF}), agenda.remove_day),
    sc.ReopenDay: (frozenset({STAFF}), days.reopen_day),
    sc.ReturnTo: (frozenset({STAFF}), past.return_to),
    sc.StandAgain: (frozenset({STAFF}), past.stand_again),
}
"""Who may ask what, and where it is decided. A new command is one line here."""

_WHILE_PAUSED = (c.Play, c.AskHint, c.TakeUp)


def decide(
    rules: Rules, state: GroupState | None, command: c.GroupCommand, actor: Actor, moment: Moment
) -> Accepted | Refused:
    """The events a command brings about, with all that follows, or the reason why not. Pure; nothing raised for bad input."""
    if isinstance(command, c.CreateGroup):
        return _create(rules, state, command, actor, moment)
    if state is None:
        return Refused("unknown_group")
    roles, handler = _HANDLERS[type(command)]
    barred = Refused("not_your_role") if actor.role not in roles else _barred(state, command, actor)
    if barred is not None:
        return barred
    outcome = handler(rules, state, command, actor, moment)
    if isinstance(outcome, Refused):
        return outcome
    return Accepted(with_consequences(rules, state, outcome.events, moment), outcome.words)


def _create(
    rules: Rules, state: GroupState | None, command: c.CreateGroup, actor: Actor, moment: Moment
) -> Accepted | Refused:
    if state is not None:
        return Refused("already_created")
    if actor.role not in (STAFF, SYSTEM):
        return Refused("not_your_role")
    created = e.GroupCreated(command.pack, command.edition, command.fingerprint, command.seed, command.calendar)
    events: tuple[e.GroupEvent, ...] = (created, *(e.ErratumEntered(one) for one in command.errata))
    return Accepted(with_consequences(rules, None, events, moment))


def _barred(state: GroupState, command: c.GroupCommand, actor: Actor) -> Refused | None:
    if actor.role is not PLAYER:
        return None
    seat = state.seats.get(SeatId(actor.id))
    if seat is None or seat.status is SeatStatus.REMOVED:
        return Refused("not_in_this_group")
    if seat.status is SeatStatus.WAITING:
        return Refused("not_admitted_yet")
    if state.paused_at is not None and isinstance(command, _WHILE_PAUSED):
        return Refused("paused")
    return None
