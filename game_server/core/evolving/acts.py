"""The history of what facilitators did."""

from dataclasses import replace
from datetime import datetime

from game_server.core import group_events as e
from game_server.core.rules import Rules
from game_server.core.state import Act, GroupState

KEPT_ACTS = 60
KEPT_INNERS = 3
"""Acts that keep the state their step had before them: the last ones can be undone by it."""


def noted(state: GroupState, event: e.ActNoted, at: datetime, version: int) -> GroupState:
    """The state with one more act in its history."""
    act = Act(
        version,
        at,
        event.act,
        event.by,
        event.mission,
        event.seat,
        event.number,
        event.reason,
        detail=event.detail,
        until=event.until,
        inner=event.inner,
    )
    return replace(state, acts=_with_few_inners((*state.acts, act)[-KEPT_ACTS:]))


def _with_few_inners(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    kept = [act.version for act in acts if act.inner is not None][-KEPT_INNERS:]
    return tuple(act if act.inner is None or act.version in kept else replace(act, inner=None) for act in acts)


def act_undone(_: Rules, state: GroupState, event: e.ActUndone, __: datetime) -> GroupState:
    """The state in whose history that act is undone."""
    acts = tuple(
        replace(act, undone=True, undone_by=event.by, undone_reason=event.reason, inner=None)
        if act.version == event.version
        else act
        for act in state.acts
    )
    return replace(state, acts=acts)
