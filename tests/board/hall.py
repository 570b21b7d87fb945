"""A structure with several groups that really play: real stores, one clock set by hand, and the whole console over them."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from game_server.adapters.postgres.hours import PostgresCorrections
from game_server.adapters.postgres.needs import PostgresNeeds
from game_server.adapters.postgres.photos import PostgresPhotos
from game_server.adapters.postgres.safety import PostgresSafety
from game_server.application.codec import Codec
from game_server.application.game import Game
from game_server.application.hours.hours import Hours
from game_server.application.live_groups import Library
from game_server.application.needs.gather import Games, Gatherer, People
from game_server.application.needs.learning import PaceLearner
from game_server.application.needs.need import Need
from game_server.application.needs.slots import SlotsWatch
from game_server.application.needs.team import Team
from game_server.application.past.time_machine import TimeMachine
from game_server.application.people import Group, Player, Staff
from game_server.application.photos import Photo
from game_server.application.play import Receipt, Request, Settled
from game_server.application.safety import Checklist, Safety, WeekendGate
from game_server.core import group_commands as c
from game_server.core.calendar import Calendar
from game_server.core.group_commands import GroupCommand
from game_server.core.ids import GroupId, MissionId, OfferId, SeatId, StepId
from game_server.core.messages import Actor, Refused, Role
from game_server.core.rules import Rules
from game_server.core.scenario import Mission, Step
from game_server.core.state import GroupState
from missions.photo import KIND as PHOTO
from missions.riddle import KIND as RIDDLE
from missions.split import KIND as SPLIT
from missions.vote import KIND as VOTE
from tests.core.small_game import CALENDAR, HINT, RULES, SCENARIO, SYSTEM
from tests.people.world import House, new_group

KINDS = {**RULES.kinds, "riddle": RIDDLE, "split": SPLIT, "vote": VOTE, "photo": PHOTO}
WEEKDAYS = CALENDAR.shifted(2, -2)
"""Day one on a Wednesday, day two on the Thursday after; in CALENDAR the second day is a Saturday."""
CODEC = Codec(KINDS, RULES.rewards)
NAMES = ("Inaya", "Malo", "Awa", "Yanis")


def _mission(name: str, kind: str, offer: str) -> Mission:
    step = Step(StepId(f"{name}-0"), kind, name.title(), KINDS[kind].example(), (HINT, HINT), "Sur la table.")
    return Mission(MissionId(name), name.title(), "Jouez.", "Un acte.", OfferId(offer), (step,), 30)


def library(*kinds: str) -> Library:
    """The small game, its first day made of one mission of each kind, named after it."""
    offers = ("offer-m1", "offer-m2", "offer-m3")
    first = replace(SCENARIO.days[0], missions=tuple(map(_mission, kinds, kinds, offers)))
    return {("petit", 1): Rules(replace(SCENARIO, days=(first, SCENARIO.days[1])), KINDS, RULES.rewards)}


class NoMeetings:
    """Nobody has a calendar here."""

    async def slots(self, structure: UUID, seat: UUID) -> Any:
        raise NotImplementedError

    async def mine(self, structure: UUID, seat: UUID) -> Any:
        raise NotImplementedError


@dataclass
class Playing:
    """One group that plays."""

    hall: "Hall"
    group: Group
    people: list[Player] = field(default_factory=list)

    @property
    def id(self) -> GroupId:
        return GroupId(str(self.group.id))

    @property
    def seats(self) -> list[SeatId]:
        return [SeatId(str(one.seat)) for one in self.people]

    @property
    def state(self) -> GroupState:
        live = self.hall.game.groups.find(self.id)
        assert live is not None
        return live.state

    async def asks(self, actor: Actor, command: GroupCommand) -> Receipt | Settled | Refused:
        return await self.hall.game.play.submit(Request(self.id, actor, command))

    async def by_staff(self, command: GroupCommand) -> Receipt:
        answer = await self.asks(self.hall.actor, command)
        assert isinstance(answer, Receipt), answer
        return answer

    async def plays(self, seat: SeatId, action: Any) -> Receipt | Settled | Refused:
        current = self.state.current
        assert current is not None
        return await self.asks(Actor(Role.PLAYER, seat), c.Play(current, self.state.mission(current).step, action))

    def here(self, *seats: SeatId) -> None:
        """These seats have a page open from now on."""
        for seat in seats:
            self.hall.game.presence.opened(self.id, seat, self.hall.now)

    def gone(self, seat: SeatId) -> None:
        """This seat's page is closed, and its grace is over."""
        self.hall.game.presence.closed(self.id, seat, self.hall.now)
        self.hall.game.presence.gone(self.id, seat)

    async def arrives(self, seat: SeatId) -> None:
        await self.hall.house.world.groups.arrived(
            self.group.structure, self.group.id, UUID(seat), day=self.state.day, at=self.hall.now
        )

    async def leaves(self, seat: SeatId) -> None:
        await self.hall.house.world.groups.left(self.group.structure, UUID(seat), self.hall.now)

    async def sends_photo(self, who: Player, mission: str = "photo") -> UUID:
        photo = Photo(uuid4(), self.group.id, who.seat, mission, self.hall.now)
        told = json.dumps({"mission": mission, "seat": str(who.seat), "action": "photo/sent", "fields": {}})
        await PostgresPhotos(self.hall.house.world.database).keep(who, photo, b"x", told)
        return photo.id


class Hall:
    """The console over one structure. `lea` has every role and is on duty."""

    def __init__(self, house: House, game: Game) -> None:
        world = house.world
        self.house, self.game, self.lea = house, game, replace(house.staff, on_duty=True)
        self.needs_store, self.sheets = PostgresNeeds(world.database), PostgresSafety(world.database)
        self.slots = SlotsWatch(NoMeetings())
        stores = (world.group_store, world.seat_store, world.staff_store)
        games = Games(game.groups, game.presence, game.live)
        gatherer = Gatherer(self.needs_store, People(*stores), games, self.slots, world.clock)
        self.team = Team(self.needs_store, gatherer, world.staff_store, world.clock)
        self.learner = PaceLearner(self.needs_store, game.journal, world.clock)
        self.safety = Safety(self.sheets, world.groups, world.staff_store, game.groups, world.clock)
        self.past = TimeMachine(world.groups, game.groups, game.journal)
        self.hours = Hours(PostgresCorrections(world.database), world.groups, stores, game.groups, world.clock)
        game.play.gate = WeekendGate(self.sheets)
        game.play.hears.append(self.learner.hears)

    @property
    def now(self) -> datetime:
        return self.house.world.clock.at

    @property
    def actor(self) -> Actor:
        return Actor(Role.STAFF, str(self.lea.id))

    def wait(self, **time_: float) -> None:
        self.house.world.clock.pass_(**time_)

    async def playing(
        self, name: str = "Halage", *, people: int = 3, day: int = 1, calendar: Calendar = WEEKDAYS
    ) -> Playing:
        """A group with so many people here, its first days opened one after the other."""
        group = await self.house.world.groups.create(
            self.lea, replace(new_group(self.house.founded, name), pack="petit")
        )
        door = await self.house.world.groups.open_door(self.lea, group.id)
        playing = Playing(self, group)
        create = replace(RULES_CREATE, calendar=calendar)
        await self.game.play.create(playing.id, create, self.actor)
        for first_name in NAMES[:people]:
            entered = await self.house.world.admission.join(door.code, first_name, "402917")
            playing.people.append(entered.player)
            seat = SeatId(str(entered.player.seat))
            await playing.asks(SYSTEM, c.AskSeat(seat, first_name, 1))
            await playing.by_staff(c.AdmitSeat(seat))
            playing.here(seat)
        for number in range(1, day + 1):
            await playing.by_staff(c.OpenDay(number))
        return playing

    async def needs(self, by: Staff | None = None) -> list[Need]:
        return await self.team.needs(by or self.lea)

    async def whys(self, by: Staff | None = None) -> list[tuple[str, str, int]]:
        """The list as (group, why, rank)."""
        return [(one.group_name, one.why, one.rank) for one in await self.needs(by)]

    async def need(self, why: str, by: Staff | None = None) -> Need:
        """The only need of that sort."""
        found = [one for one in await self.needs(by) if one.why == why]
        assert len(found) == 1, [one.why for one in await self.needs(by)]
        return found[0]

    async def colleague(self) -> Staff:
        """Karim, another facilitator, not on duty."""
        opened = await self.house.world.colleague(self.lea, "karim@exemple.fr", "facilitator")
        return opened.staff

    def checklist(self, playing: Playing, **changes: Any) -> Checklist:
        """A complete checklist for the seats of a group."""
        complete = Checklist(
            self.lea.id, "06 00 00 00 00", dict.fromkeys(playing.seats, "received"), "Le parvis", time(18)
        )
        return replace(complete, **changes)


RULES_CREATE = c.CreateGroup("petit", 1, "f", 7, CALENDAR)
MINUTE = timedelta(minutes=1)
