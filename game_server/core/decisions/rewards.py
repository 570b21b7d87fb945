"""What players do by a reward rule of their own accord."""

from game_server.core import group_commands as c
from game_server.core import group_events as e
from game_server.core.ids import SeatId
from game_server.core.messages import Accepted, Actor, Refused
from game_server.core.mission_kind import Declined
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import GroupState


def use(rules: Rules, state: GroupState, command: c.UseReward, actor: Actor, _: Moment) -> Accepted | Refused:
    """An action that the rule itself knows and decides."""
    rule = next((one for one in rules.rewards if one.name == command.rule), None)
    if rule is None or type(command.action) not in rule.actions.values():
        return Refused("not_here")
    outcome = rule.decide(rules.scenario, state, state.rewards[rule.name], SeatId(actor.id), command.action)
    if isinstance(outcome, Declined):
        return Refused(f"{rule.name}.{outcome.code}", outcome.details)
    return Accepted(tuple(e.Rewarded(rule.name, event) for event in outcome))
