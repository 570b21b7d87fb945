"""What players do in the open step, and what comes to it from outside."""

from dataclasses import replace
from typing import Any

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core import steering_events as s
from game_server.core.decisions.setting import OpenStep, begun_step, open_step, setting
from game_server.core.decisions.staff import rungs_left
from game_server.core.ids import MissionId, SeatId
from game_server.core.messages import Accepted, Actor, Refused, Word
from game_server.core.mission_kind import Declined, KindValue, Setting, TypedText
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import GroupState, SeatStatus


def play(rules: Rules, state: GroupState, command: c.Play, actor: Actor, moment: Moment) -> Accepted | Refused:
    """An action of one seat in the open step; somebody who was aside or gone is back by acting."""
    step = open_step(rules, state, command.mission)
    if step is None or state.mission(command.mission).step != command.step:
        return Refused("step_over")
    if type(command.action) not in step.kind.actions.values():
        return Refused("not_here")
    seat = SeatId(actor.id)
    back = () if state.seats[seat].status is SeatStatus.HERE else (e.CameBack(seat),)
    before = (*back, *_taking_part(state, step.mission, seat))
    return _act(step, command.step, seat, command.action, (state, moment), before)


def tell_fact(rules: Rules, state: GroupState, command: c.TellFact, _: Actor, moment: Moment) -> Accepted | Refused:
    """A fact stored elsewhere enters the group once; when its step is no longer open it is only noted."""
    if command.id in state.facts:
        return Refused("fact_known")
    heard = e.FactHeard(command.id)
    step = open_step(rules, state, command.mission)
    if step is None or type(command.action) not in step.kind.outside.values() or command.seat not in state.seats:
        return Accepted((heard,))
    place = state.mission(step.mission).step
    before = (heard, *_taking_part(state, step.mission, command.seat))
    outcome = _act(step, place, command.seat, command.action, (state, moment), before)
    return outcome if isinstance(outcome, Accepted) else Accepted((heard,))


def ask_hint(rules: Rules, state: GroupState, command: c.AskHint, actor: Actor, _: Moment) -> Accepted | Refused:
    """The next rung of the ladder, for the whole group."""
    step = open_step(rules, state, command.mission)
    if step is None:
        return Refused("step_over")
    one = state.mission(command.mission)
    left = rungs_left(step, one)
    if not left:
        return Refused("no_more_hints")
    seat = SeatId(actor.id)
    hint = e.HintGiven(command.mission, one.step, left[0], asked_by=seat)
    return Accepted((*_taking_part(state, step.mission, seat), hint))


def enter_erratum(
    rules: Rules, state: GroupState, command: c.EnterErratum, actor: Actor, moment: Moment
) -> Accepted | Refused:
    """An answer counts as right from now on; those who had given it are credited by the same commit."""
    erratum = command.erratum
    if any(one.number == erratum.number for one in state.errata):
        return Refused("erratum_known")
    step = begun_step(rules, state, erratum.mission)
    noted = e.ActNoted("accept_answer", actor.id, mission=erratum.mission, number=erratum.step, detail=erratum.number)
    if step is None or state.mission(erratum.mission).step != erratum.step:
        return Accepted((e.ErratumEntered(erratum), noted))
    around = setting(state, erratum.mission, erratum.step, moment)
    told = step.kind.accept(step.step.content, step.inner, erratum.answer, command.attempts, around)
    credited = (e.StepTold(erratum.mission, erratum.step, one) for one in told)
    return Accepted((e.ErratumEntered(erratum), *credited, noted))


def withdraw_erratum(
    _: Rules, state: GroupState, command: c.WithdrawErratum, actor: Actor, __: Moment
) -> Accepted | Refused:
    """An answer accepted for the whole structure counts no more here either; what it credited stays."""
    if all(one.number != command.number for one in state.errata):
        return Refused("nothing_to_undo")
    acts = (act for act in state.acts if act.act == "accept_answer" and act.detail == command.number and not act.undone)
    undone = tuple(e.ActUndone(act.version, actor.id) for act in acts)
    return Accepted((s.ErratumWithdrawn(command.number), *undone))


def _act(
    step: OpenStep,
    place: int,
    seat: SeatId,
    action: KindValue,
    now: tuple[GroupState, Moment],
    before: tuple[Any, ...],
) -> Accepted | Refused:
    state, moment = now
    around = setting(state, step.mission, place, moment)
    if seat not in around.present:
        around = _with_present(around, seat)
    outcome = step.kind.decide(step.step.content, step.inner, seat, action, around)
    if isinstance(outcome, Declined):
        return Refused(f"{step.kind.name}.{outcome.code}", outcome.details)
    told = (e.StepTold(step.mission, place, event) for event in outcome.events)
    return Accepted((*before, *told), tuple(_word(text, seat) for text in outcome.texts))


def _taking_part(state: GroupState, mission: MissionId, seat: SeatId) -> tuple[e.TookPart, ...]:
    return () if seat in state.mission(mission).with_seats else (e.TookPart(seat, mission),)


def _with_present(around: Setting, seat: SeatId) -> Setting:
    return replace(around, present=tuple(one for one in around.seats if one == seat or one in around.present))


def _word(text: TypedText, seat: SeatId) -> Word:
    return Word(text.id, text.text, owner=seat, kept=text.kept)
