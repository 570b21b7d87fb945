"""Two structures in one database: neither sees, changes or counts a row of the other, by the ORM or by raw SQL.

Spec: S12
"""

from dataclasses import dataclass
from uuid import UUID

import pytest
from sqlalchemy import delete, func, inspect, select, text, update
from sqlalchemy.exc import DBAPIError

from game_server.adapters.postgres import private_tables
from game_server.adapters.postgres.people_groups import leave_fact
from game_server.adapters.postgres.people_tables import GroupRow, SeatRow, SiteRow
from game_server.adapters.postgres.session import Base, Database, ForeignRowError, OfStructure, UnconfinedSessionError
from tests.people.world import House, World

NAMING_A_PERSON = (
    "staff", "seat", "session", "one_time_code", "device_notice", "attendance", "private_value", "share", "help_call",
)  # fmt: skip
OWN = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, OfStructure)
    and mapper.class_.__module__.endswith((".people_tables", ".private_tables"))
}


@dataclass
class Two:
    """Two structures, each with a row in every table."""

    database: Database
    here: UUID
    there: UUID


@pytest.fixture
async def two(world: World) -> Two:
    here, there = await world.house("Lille"), await world.house("Roubaix")
    for house in (here, there):
        await fill(house)
    return Two(world.database, here.group.structure, there.group.structure)


async def fill(house: House) -> None:
    """Write at least one row of every table."""
    world, structure, group = house.world, house.group.structure, house.group.id
    entered = await house.join()
    await house.come_back()
    await world.groups.arrived(structure, group, entered.player.seat, day=1, at=world.clock.now())
    await world.private.keep(entered.player, {"need:toit": True})
    await world.private.share(entered.player, "need:toit", house.staff.id)
    await world.private.call_help(entered.player, "help")
    async with world.database.within(structure) as session:
        leave_fact(session, structure, group, "{}", world.clock.now())
        await session.execute(
            text("INSERT INTO past_group VALUES (gen_random_uuid(), :it, 'prologue', '1', '2027-03-01', 8, 100)"),
            {"it": structure},
        )
        await session.execute(
            text("INSERT INTO past_appointment VALUES (:it, :site, '2027-03-01', 'attended', 3)"),
            {"it": structure, "site": house.founded.site.id},
        )


def test_every_table_of_a_structure_is_known_to_this_file():
    assert private_tables.ShareRow in OWN.values()
    assert len(OWN) == 15
    assert set(NAMING_A_PERSON) <= set(OWN)


@pytest.mark.parametrize("table", sorted(OWN))
async def test_the_orm_selects_counts_changes_and_deletes_its_own_rows_only(two: Two, table: str):
    row = OWN[table]
    async with two.database.as_operator() as session:
        theirs = (await session.scalars(select(row).where(row.structure == two.there))).all()
    assert theirs
    key = inspect(theirs[0]).identity
    async with two.database.within(two.here) as session:
        assert {one.structure for one in await session.scalars(select(row))} == {two.here}
        assert await session.scalar(select(func.count()).select_from(row).where(row.structure == two.there)) == 0
        assert await session.get(row, key) is None
        assert (await session.execute(select(row.structure).where(row.structure == two.there))).all() == []
        changed = update(row).values(structure=two.here).where(row.structure == two.there).returning(row.structure)
        assert (await session.execute(changed)).all() == []
        gone = delete(row).where(row.structure == two.there).returning(row.structure)
        assert (await session.execute(gone)).all() == []
    async with two.database.as_operator() as session:
        assert len((await session.scalars(select(row).where(row.structure == two.there))).all()) == len(theirs)


@pytest.mark.parametrize("table", NAMING_A_PERSON)
async def test_raw_sql_meets_the_second_wall_on_every_table_that_names_a_person(two: Two, table: str):
    everything = text(f"SELECT structure FROM {table}")  # noqa: S608 - names above
    async with two.database.within(two.here) as session:
        assert {row.structure for row in await session.execute(everything)} == {two.here}
        steal = text(f"UPDATE {table} SET structure = structure WHERE structure = :there RETURNING 1")  # noqa: S608
        assert (await session.execute(steal, {"there": two.there})).all() == []
        erase = text(f"DELETE FROM {table} WHERE structure = :there RETURNING 1")  # noqa: S608 - names above
        assert (await session.execute(erase, {"there": two.there})).all() == []
    async with two.database.as_operator() as session:
        assert {row.structure for row in await session.execute(everything)} == {two.here, two.there}


@pytest.mark.parametrize("table", NAMING_A_PERSON)
async def test_a_connection_that_says_nothing_reads_nobody(two: Two, table: str):
    async with two.database.engine.connect() as connection:
        assert (await connection.execute(text(f"SELECT 1 FROM {table}"))).all() == []  # noqa: S608 - names above


@pytest.mark.parametrize("table", NAMING_A_PERSON)
async def test_raw_sql_cannot_hand_a_row_to_another_structure(two: Two, table: str):
    give = text(f"UPDATE {table} SET structure = :there")  # noqa: S608 - names above
    with pytest.raises(DBAPIError, match="row-level security"):
        async with two.database.within(two.here) as session:
            await session.execute(give, {"there": two.there})


async def test_the_role_of_these_tests_is_an_ordinary_one(two: Two):
    async with two.database.as_operator() as session:
        asked = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert await session.scalar(asked) is False


async def test_a_setting_does_not_outlive_its_transaction(two: Two):
    async with two.database.within(two.here) as session:
        await session.scalars(select(SeatRow))
    async with two.database.engine.connect() as connection:
        assert await connection.scalar(text("SELECT current_setting('app.structure', true)")) in ("", None)


async def test_a_row_of_another_structure_is_never_flushed(two: Two):
    row = SiteRow(structure=two.there, name="Ailleurs", address="", time_zone="Europe/Paris", holiday_profile="")
    async with two.database.within(two.here) as session:
        session.add(row)
        with pytest.raises(ForeignRowError):
            await session.flush()
        session.expunge(row)


async def test_a_row_cannot_be_moved_to_another_structure(two: Two):
    async with two.database.within(two.here) as session:
        row = (await session.scalars(select(GroupRow))).one()
        row.structure = two.there
        with pytest.raises(ForeignRowError):
            await session.flush()
        session.expunge(row)


async def test_a_session_that_says_for_whom_it_works_to_nobody_is_refused(two: Two):
    with pytest.raises(UnconfinedSessionError):
        async with two.database._sessions.begin() as session:
            await session.scalars(select(SeatRow))


async def test_a_join_reaches_no_row_of_the_other_side(two: Two):
    crossed = select(SeatRow).join(GroupRow, GroupRow.structure != SeatRow.structure)
    async with two.database.within(two.here) as session:
        assert (await session.scalars(crossed)).all() == []
