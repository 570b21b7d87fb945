"""What one seat sees for itself."""

from collections.abc import Callable
from typing import Any

from game_server.core.decisions.setting import open_step
from game_server.core.ids import MissionId, SeatId
from game_server.core.reward_rule import RewardRule
from game_server.core.rules import Rules
from game_server.core.showing.slice import Slice
from game_server.core.state import GroupState, MissionStatus


def mine(seat: SeatId) -> Callable[[Rules, GroupState], Slice]:
    """What one seat holds in the open step."""

    def build(rules: Rules, state: GroupState) -> Slice:
        step = open_step(rules, state)
        private = step.kind.private(step.step.content, step.inner, seat) if step else None
        here = step and {"mission": step.mission, "step": state.mission(step.mission).step, "private": private}
        return {"seat": seat, "status": state.seats[seat].status, "here": here or None}

    return build


def catch_up(seat: SeatId) -> Callable[[Rules, GroupState], Slice]:
    """The missions that the group finished without this person; None while there is none, or no seat at the table.

    {"again": whether the person was here before, "missions": [{"mission", "title", "day", "act", "offer": {"id", "title"}}]}.
    """

    def build(rules: Rules, state: GroupState) -> Slice:
        missed = [
            {
                "mission": plan.id,
                "title": plan.title,
                "day": day.number,
                "act": plan.act,
                "offer": {"id": plan.offer, "title": rules.scenario.offers[plan.offer].title},
            }
            for day in rules.scenario.days
            for plan in day.missions
            if _was_done_without(state, plan.id, seat)
        ]
        shown = missed and seat in state.table()
        return {"again": seat in state.came, "missions": missed} if shown else None

    return build


def _was_done_without(state: GroupState, mission: MissionId, seat: SeatId) -> bool:
    """Nobody is known to have taken part in a mission that was done before this was noted: it is missed by nobody."""
    one = state.mission(mission)
    return one.status is MissionStatus.DONE and bool(one.with_seats) and seat not in one.with_seats


def my_reward(rule: RewardRule[Any], seat: SeatId) -> Callable[[Rules, GroupState], Slice]:
    """What one reward rule shows to one seat alone."""

    def build(rules: Rules, state: GroupState) -> Slice:
        if rule.mine is None or seat not in state.table():
            return None
        return rule.mine(rules.scenario, state, state.rewards[rule.name], seat)

    return build
