"""Where a group stands, and how it stands there again: places, the open step, the day and the clocks; never what was won."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from game_server.core.ids import MissionId, SeatId
from game_server.core.state import (
    DayStatus,
    GroupState,
    MissionState,
    MissionStatus,
    Seat,
    SeatStatus,
    Standing,
)

AT_THE_TABLE = (SeatStatus.HERE, SeatStatus.ASIDE, SeatStatus.LEFT)


def standing(state: GroupState, at: datetime, missions: Iterable[MissionId]) -> Standing:
    """Where the group stands at that instant, with the states of these missions."""
    return Standing(
        day=state.day,
        day_status=state.day_status,
        reopened=state.reopened,
        catch_up_on=state.catch_up_on,
        current=state.current,
        paused=state.paused_at is not None,
        played=state.played(at),
        seats={seat: one.status for seat, one in state.seats.items()},
        missions={mission: state.mission(mission) for mission in missions},
        flags=state.flags,
        ended=state.ended,
    )


def standing_then(past: GroupState, now: GroupState) -> Standing:
    """Where the group stood after the last commit of `past`, as far as it differs from `now`."""
    missions = (one for one in {**past.missions, **now.missions} if past.mission(one) != now.mission(one))
    return standing(past, past.at, missions)


def stood(state: GroupState, then: Standing, at: datetime) -> GroupState:
    """The state standing there again at that instant. Éclats, offers, hints and messages stay, and so does the calendar."""
    paused_for = (at - state.created_at).total_seconds() - then.played
    return replace(
        state,
        day=then.day,
        day_status=then.day_status,
        day_opened_at=at if then.day_status is DayStatus.OPEN else state.day_opened_at,
        reopened=then.reopened,
        catch_up_on=then.catch_up_on,
        current=then.current,
        ended=then.ended,
        paused_at=at if then.paused else None,
        paused_for=paused_for,
        seats={seat: _seat(one, then.seats, seat) for seat, one in state.seats.items()},
        missions={**state.missions, **_missions(state, then)},
        flags={**state.flags, **then.flags},
    )


def _seat(one: Seat, then: Mapping[SeatId, SeatStatus], seat: SeatId) -> Seat:
    """Who was let in, or taken away, since then stays so."""
    status = then.get(seat, one.status)
    both = one.status in AT_THE_TABLE and status in AT_THE_TABLE
    return replace(one, status=status) if both else one


def _missions(state: GroupState, then: Standing) -> dict[MissionId, MissionState]:
    """A mission done since stays done, unless it is the one that the group returns to."""
    return {
        mission: _mission(state.mission(mission), past)
        for mission, past in then.missions.items()
        if state.mission(mission).status is not MissionStatus.DONE or mission == then.current
    }


def _mission(now: MissionState, past: MissionState) -> MissionState:
    return replace(
        past, hints=now.hints, asked_for_help=now.asked_for_help, with_seats=now.with_seats, lit=past.lit or now.won
    )
