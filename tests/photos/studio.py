"""A structure, a group that plays a mission with a photo, and the routes of photos: real stores, a clock set by hand."""

import json
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response
from sqlalchemy import text

from game_server.adapters.photos.darkroom import PillowDarkroom
from game_server.adapters.postgres.photos import PostgresPhotos
from game_server.application.codec import Codec
from game_server.application.game import Game
from game_server.application.live_groups import Library
from game_server.application.people import Player
from game_server.application.photos import Photos
from game_server.application.play import Request
from game_server.core import group_commands as c
from game_server.core.ids import GroupId, MissionId, OfferId, SeatId, StepId
from game_server.core.messages import Actor, Role
from game_server.core.rules import Rules
from game_server.core.scenario import Mission, Step
from game_server.entrypoints import errors
from game_server.entrypoints.cookies import seat_cookie
from game_server.entrypoints.parts import Access
from game_server.entrypoints.photos import router, sending
from missions.photo import KIND
from tests.core.small_game import CREATE, HINT, RULES, SCENARIO, STAFF, SYSTEM
from tests.people.world import House

KINDS = {**RULES.kinds, "photo": KIND}
CODEC = Codec(KINDS, RULES.rewards)
ADDRESS = "http://eclats.test"


def _mission(name: str, offer: str) -> Mission:
    step = Step(StepId(f"{name}-0"), "photo", name.title(), KIND.example(), (HINT,), "Sur la table.")
    return Mission(MissionId(name), name.title(), "Composez.", "Un acte.", OfferId(offer), (step,), 30)


_FIRST = replace(SCENARIO.days[0], missions=(_mission("ombres", "offer-m1"), _mission("plus-tard", "offer-m2")))
LIBRARY: Library = {("petit", 1): Rules(replace(SCENARIO, days=(_FIRST, SCENARIO.days[1])), KINDS, RULES.rewards)}


@dataclass
class Studio:
    """`ana` and `bilal` play « ombres »; `photos` are the use cases, and `web` asks the routes."""

    house: House
    game: Game
    photos: Photos
    ana: Player
    bilal: Player
    tokens: dict[UUID, str]

    @property
    def group(self) -> UUID:
        return self.house.group.id

    @property
    def step(self) -> Any:
        live = self.game.groups.find(GroupId(str(self.group)))
        assert live is not None
        return live.state.mission(MissionId("ombres")).inner

    async def tells(self) -> int:
        """Tell the group what was stored outside the journal; returns how many facts."""
        untold = await self.house.world.group_store.untold(50)
        for fact in untold:
            raw = json.loads(fact.fact)
            action = {"type": raw["action"], **raw["fields"]}
            told = {"type": "tell_fact", "id": str(fact.id), "mission": raw["mission"], "seat": raw["seat"]}
            command = CODEC.command({**told, "action": action})
            await self.game.play.submit(Request(GroupId(str(fact.group)), SYSTEM, command))
            await self.house.world.group_store.told(fact.id, self.house.world.clock.now())
        return len(untold)

    async def plays(self, who: Player, action: Any) -> Any:
        command = c.Play(MissionId("ombres"), 0, action)
        seat = Actor(Role.PLAYER, str(who.seat))
        return await self.game.play.submit(Request(GroupId(str(self.group)), seat, command))

    async def rows(self) -> list[str]:
        async with self.house.world.database.as_operator() as session:
            found = await session.execute(text("SELECT seat, mission, picture IS NULL, reason FROM photo"))
            return [str(row) for row in found]

    async def web(self, method: str, path: str, *, token: str, staff: bool = False, **more: Any) -> Response:
        """One request with one session."""
        access = Access(ADDRESS, frozenset({ADDRESS}), secure_cookies=False)
        app = FastAPI()
        world = self.house.world
        app.state.parts = SimpleNamespace(
            access=access, accounts=world.accounts, groups=world.groups, photos=self.photos
        )
        errors.install(app)
        for one in (sending, router):
            app.include_router(one)
        seat = path.split("/")[3]
        name = "eclats-staff" if staff else seat_cookie(UUID(seat), secure=False)
        async with AsyncClient(transport=ASGITransport(app), base_url=ADDRESS, cookies={name: token}) as client:
            return await client.request(method, path, **more)


async def opened(house: House, game: Game) -> Studio:
    """Two people in their seats, day one open."""
    ana, bilal = await house.join("Ana"), await house.join("Bilal", "918273")
    group = GroupId(str(house.group.id))
    await game.play.create(group, CREATE, STAFF)
    for one in (ana, bilal):
        seat = SeatId(str(one.player.seat))
        await game.play.submit(Request(group, SYSTEM, c.AskSeat(seat, "Prénom", 1)))
        await game.play.submit(Request(group, STAFF, c.AdmitSeat(seat)))
        game.presence.opened(group, seat, game.clock.now())
    await game.play.submit(Request(group, STAFF, c.OpenDay(1)))
    photos = Photos(PostgresPhotos(house.world.database), PillowDarkroom(), game.groups, clock=house.world.clock)
    tokens = {one.player.seat: one.token for one in (ana, bilal)}
    return Studio(house, game, photos, ana.player, bilal.player, tokens)
