"""Joins what the console asks for beside the game: the list of needs, the team, the past, the weekend, training."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from game_server.adapters.postgres.needs import PostgresNeeds
from game_server.adapters.postgres.people import PostgresStaff
from game_server.adapters.postgres.people_groups import PostgresGroups
from game_server.adapters.postgres.people_seats import PostgresSeats
from game_server.adapters.postgres.private import PostgresPrivate
from game_server.adapters.postgres.safety import PostgresSafety
from game_server.adapters.postgres.session import Database
from game_server.adapters.postgres.training import PostgresTraining
from game_server.application.admission import Admission
from game_server.application.attendance import Attendance
from game_server.application.game import Game
from game_server.application.groups import Groups
from game_server.application.needs.bell import Bell
from game_server.application.needs.gather import Games, Gatherer, People
from game_server.application.needs.learning import PaceLearner
from game_server.application.needs.slots import Meetings, SlotsWatch
from game_server.application.needs.team import Team
from game_server.application.past.time_machine import TimeMachine
from game_server.application.photos import Photos
from game_server.application.private import Private
from game_server.application.safety import Safety, WeekendGate
from game_server.application.training import table as training_table
from game_server.application.training.coach import Desk
from game_server.application.training.training import Training


@dataclass(frozen=True, slots=True)
class Console:
    """The use cases of the console, and what runs beside them."""

    team: Team
    past: TimeMachine
    safety: Safety
    training: Training
    workers: tuple[Callable[[], Awaitable[None]], ...]


@dataclass(frozen=True, slots=True)
class House:
    """What people already have in this process."""

    groups: Groups
    admission: Admission
    private: Private
    photos: Photos
    attendance: Attendance
    meetings: Meetings


def console(database: Database, game: Game, house: House) -> Console:
    """Build it, and stand it at the gate and at the ear of the game."""
    needs, sheets, staff = PostgresNeeds(database), PostgresSafety(database), PostgresStaff(database)
    people = People(PostgresGroups(database), PostgresSeats(database), staff)
    games = Games(game.groups, game.presence, game.live)
    gatherer = Gatherer(needs, people, games, SlotsWatch(house.meetings), game.clock)
    learner, bell = PaceLearner(needs, game.journal, game.clock), Bell(needs, game.groups, game.door)
    game.play.gate = WeekendGate(sheets)
    game.play.hears.append(learner.hears)
    return Console(
        team=Team(needs, gatherer, staff, game.clock),
        past=TimeMachine(house.groups, game.groups, game.journal),
        safety=Safety(sheets, house.groups, staff, game.groups, game.clock),
        training=_training(database, game, house, needs),
        workers=(learner.run, bell.run),
    )


def _training(database: Database, game: Game, house: House, needs: PostgresNeeds) -> Training:
    desk = Desk(needs, house.private, PostgresPrivate(database), house.photos, game.clock)
    games = training_table.Games(game.groups, game.play, house.attendance, game.codec)
    return Training(PostgresTraining(database), (house.groups, house.admission), games, desk, game.library)
