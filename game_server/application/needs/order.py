"""The list itself: every need of every group, its one status, the worst first. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import chain

from game_server.application.needs.days import days
from game_server.application.needs.facts import GroupFacts
from game_server.application.needs.need import Need, Task
from game_server.application.needs.persons import persons
from game_server.application.needs.playing import playing


def needs_of(facts: GroupFacts, now: datetime) -> list[Need]:
    """What one group needs now. Of two needs under one key the worst stands; a success elsewhere hides nothing."""
    worst: dict[str, Need] = {}
    for need in chain(playing(facts, now), persons(facts, now), days(facts, now)):
        held = worst.get(need.key)
        if held is None or need.rank < held.rank:
            worst[need.key] = need
    return list(worst.values())


def in_order(needs: Iterable[Need], tasks: Mapping[str, Task], now: datetime) -> list[Need]:
    """Each with its status: snoozed ones last, then by rank, then the oldest first."""
    settled = [with_status(need, tasks.get(need.key), now) for need in needs]
    return sorted(settled, key=lambda one: (one.status == "snoozed", one.rank, one.since, one.key))


def with_status(need: Need, task: Task | None, now: datetime) -> Need:
    """The need as the team left it; one that began after that, whose time is over or that became worse is new."""
    if task is None or task.status == "new" or task.at < need.since:
        return need
    over = task.until is not None and task.until <= now
    if task.status == "snoozed" and (over or need.rank < task.rank):
        return need
    return replace(need, status=task.status, by=task.by, until=task.until, note=task.note)
