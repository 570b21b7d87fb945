"""What everyone sees of the group and its people."""

from collections.abc import Callable

from game_server.core.mission_kind import WordRef
from game_server.core.rules import Rules
from game_server.core.showing.slice import Slice
from game_server.core.state import GroupState, SeatStatus


def group(rules: Rules, state: GroupState) -> Slice:
    """The days, the calendar and the pause."""
    scenario, day = rules.scenario, rules.scenario.day(state.day)
    upcoming = state.calendar.day(state.day + 1)
    return {
        "title": scenario.title,
        "pitch": scenario.pitch,
        "days": len(scenario.days),
        "day": state.day,
        "day_status": state.day_status,
        "day_title": day.title if day else "",
        "opening": day.opening if day else "",
        "closing": day.closing if day else "",
        "paused": state.paused_at is not None,
        "clock_start": state.wall(0),
        "time_zone": state.calendar.time_zone,
        "calendar": [
            {"number": one.number, "on": one.on, "opens": one.opens, "closes": one.closes}
            for one in state.calendar.days
        ],
        "next": {"day": upcoming.number, "at": state.calendar.opening(upcoming.number)} if upcoming else None,
    }


def seats(_: Rules, state: GroupState) -> Slice:
    """Everyone at the table."""
    table = [
        (seat, one) for seat, one in state.seats.items() if one.status not in (SeatStatus.WAITING, SeatStatus.REMOVED)
    ]
    return {
        "seats": [
            {"id": seat, "name": WordRef(one.name), "figure": one.figure, "status": one.status} for seat, one in table
        ]
    }


def offers(rules: Rules, state: GroupState) -> Slice:
    """The cards of the offers that are open."""
    cards = [(rules.scenario.offers[offer], day) for offer, day in state.unlocked]
    return {
        "total": sum(len(day.missions) for day in rules.scenario.days),
        "unlocked": [
            {
                "id": card.id,
                "title": card.title,
                "family": card.family,
                "text": card.text,
                "who": card.who,
                "facts": list(card.facts),
                "path_step": card.path_step,
                "day": day,
                "mission": next(
                    one.id for plan in rules.scenario.days for one in plan.missions if one.offer == card.id
                ),
            }
            for card, day in cards
        ],
    }


def show_reward(name: str) -> Callable[[Rules, GroupState], Slice]:
    """The slice of one reward rule."""

    def build(rules: Rules, state: GroupState) -> Slice:
        rule = next(rule for rule in rules.rewards if rule.name == name)
        return rule.show(rules.scenario, state, state.rewards[name])

    return build
