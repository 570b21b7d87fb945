"""What everyone sees of the group and its people."""

from collections.abc import Callable

from game_server.core.mission_kind import WordRef
from game_server.core.planning import left_behind, next_slot
from game_server.core.rules import Rules
from game_server.core.showing.slice import Slice
from game_server.core.state import GroupState, SeatStatus

SHOWN_TO_ALL = 5


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


def ahead(rules: Rules, state: GroupState) -> Slice:
    """When the next mission is planned, and those left behind that the group may take up by itself now."""
    slot = next_slot(rules, state)
    left = left_behind(rules.scenario, state)
    return {
        "next": {"mission": slot.mission, "at": slot.at} if slot else None,
        "take_up": [{"mission": one.id, "title": one.title, "day": day} for one, day in left],
    }


def messages(rules: Rules, state: GroupState) -> Slice:
    """What facilitators wrote to the group: {"messages": [{"id", "at", "text", "said_by": name or None}]}, oldest first."""
    shown = [one for one in state.messages if one.to is None][-SHOWN_TO_ALL:]
    names = {one.id: one.name for one in rules.scenario.characters.values()}
    return {
        "messages": [
            {
                "id": one.word,
                "at": one.at,
                "text": WordRef(one.word),
                "said_by": names.get(one.said_by) if one.said_by else None,
            }
            for one in shown
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
