"""Back to a moment of the group, by a new event: nothing that was stored is taken away."""

from game_server.core import steering_commands as sc
from game_server.core import steering_events as s
from game_server.core.decisions.reasons import noted
from game_server.core.messages import Accepted, Actor, Refused
from game_server.core.moment import Moment
from game_server.core.rules import Rules
from game_server.core.state import GroupState


def return_to(_: Rules, __: GroupState, ___: sc.ReturnTo, ____: Actor, _____: Moment) -> Accepted | Refused:
    """Asked without what the journal says of that moment: it holds no such version."""
    return Refused("moment_unknown")


def stand_again(_: Rules, state: GroupState, command: sc.StandAgain, actor: Actor, __: Moment) -> Accepted | Refused:
    """The group stands as it stood after that version."""
    if not 0 < command.version < state.version:
        return Refused("moment_unknown")
    act, words = noted(state, "return_to", actor, command.reason, number=command.version)
    return Accepted((s.ReturnedTo(command.version, command.standing), act), words)
