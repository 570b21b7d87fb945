"""What one seat sees for itself."""

from collections.abc import Callable
from typing import Any

from game_server.core.decisions.setting import open_step
from game_server.core.ids import MissionId, SeatId
from game_server.core.mission_kind import WordRef
from game_server.core.reward_rule import RewardRule
from game_server.core.rules import Rules
from game_server.core.showing.slice import Slice
from game_server.core.state import GroupState

SHOWN_TO_ONE = 20


def mine(seat: SeatId) -> Callable[[Rules, GroupState], Slice]:
    """What one seat holds in the open step."""

    def build(rules: Rules, state: GroupState) -> Slice:
        step = open_step(rules, state)
        private = step.kind.private(step.step.content, step.inner, seat) if step else None
        here = step and {"mission": step.mission, "step": state.mission(step.mission).step, "private": private}
        one = state.mission(step.mission) if step else None
        other_way = one is not None and (one.plan_b or seat in one.plan_b_seats)
        return {
            "seat": seat,
            "status": state.seats[seat].status,
            "plan_b": step.step.plan_b if step and other_way else None,
            "here": here or None,
        }

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


def my_messages(seat: SeatId) -> Callable[[Rules, GroupState], Slice]:
    """What facilitators wrote to this person: {"messages": [{"id", "at", "text", "human"}]}, the last ones, oldest first."""

    def build(_: Rules, state: GroupState) -> Slice:
        mine = [one for one in state.messages if one.to == seat][-SHOWN_TO_ONE:]
        return {"messages": [{"id": one.word, "at": one.at, "text": WordRef(one.word), "human": True} for one in mine]}

    return build


def _was_done_without(state: GroupState, mission: MissionId, seat: SeatId) -> bool:
    """Nobody is known to have taken part in a mission that was done before this was noted: it is missed by nobody."""
    one = state.mission(mission)
    return one.won and bool(one.with_seats) and seat not in one.with_seats


def my_reward(rule: RewardRule[Any], seat: SeatId) -> Callable[[Rules, GroupState], Slice]:
    """What one reward rule shows to one seat alone."""

    def build(rules: Rules, state: GroupState) -> Slice:
        if rule.mine is None or seat not in state.table():
            return None
        return rule.mine(rules.scenario, state, state.rewards[rule.name], seat)

    return build
