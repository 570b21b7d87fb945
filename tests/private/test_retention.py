"""Every row of the retention table, just under its limit and just over it.

Spec: P5
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from game_server.adapters.postgres.retention import PURGES, PostgresRetention
from game_server.application.retention import RETENTION, Rule, purge
from tests.people.world import House

NOW = datetime(2027, 6, 1, 3, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PURGED = [rule for rule in RETENTION if rule.purged]
END = "UPDATE game_group SET ended_at = :since WHERE id = :group"
BOOKING = (
    "INSERT INTO booking (id, structure, seat, counsellor, site, during, blocked, time_zone, status, uid, sequence,"
    " dtstamp, idem_key, request_hash, shared, calendar_checked, created_at)"
    " VALUES (:id, :structure, :seat, :staff, :site, tstzrange(:since - interval '30 minutes', :since),"
    " tstzrange(:since - interval '30 minutes', :since), 'Europe/Paris', 'attended', CAST(:id AS text), 0, :since, 'k', 'h',"
    " '{}', true, :since)"
)
CORRECTION = (
    "INSERT INTO hours_correction (structure, group_id, seat, day, minutes, excused, reason, at)"
    " VALUES (:structure, :group, :seat, 1, 60, false, 'Oubli', :since)"
)
TASK_ACT = (
    "INSERT INTO task_act (structure, key, group_id, act, by, note, at)"
    " VALUES (:structure, 'k', :group, 'claim', :staff, 'une note', :since)"
)


@dataclass(frozen=True)
class Sample:
    """How to leave something whose time runs from `:since`, and the rows by which it is still there."""

    plant: tuple[str, ...]
    left: str


SAMPLES = {
    "journal": Sample(
        (
            END,
            "INSERT INTO journal_commit VALUES (:group, 1, NULL, NULL, 'clock', :since, '[]')",
            "INSERT INTO facts_to_tell VALUES (:id, :structure, :group, '{}', :since, :since)",
        ),
        "SELECT version::text FROM journal_commit UNION ALL SELECT fact FROM facts_to_tell",
    ),
    "answers": Sample(
        ("INSERT INTO word VALUES (:group, 'a', :owner, 'coeur', :since + interval '7 days')",), "SELECT 1 FROM word"
    ),
    "names": Sample(
        (
            END,
            "INSERT INTO word VALUES (:group, 'b', :owner, 'bonjour', NULL)",
            "INSERT INTO device_notice VALUES (:id, :structure, :group, :seat, :since, NULL)",
            "UPDATE seat SET surname = 'Benali', file_number = '1', phone = '2', referent = :staff WHERE id = :seat",
        ),
        "SELECT id FROM word UNION ALL SELECT id::text FROM device_notice UNION ALL SELECT first_name FROM seat"
        " WHERE first_name <> 'effacé' OR coalesce(name_key, surname, file_number, phone, referent::text) IS NOT NULL",
    ),
    "private": Sample(
        (
            END,
            "INSERT INTO private_value VALUES (:structure, :group, :seat, 'need:toit', '1', :since)",
            "INSERT INTO share VALUES (:structure, :seat, 'need:toit', :staff, :since)",
        ),
        "SELECT key FROM private_value UNION ALL SELECT key FROM share",
    ),
    "help_calls": Sample(
        (
            "INSERT INTO help_call VALUES (:id, :structure, :group, :seat, 'help', NULL, :since, NULL, :since)",
            "INSERT INTO help_call VALUES (gen_random_uuid(), :structure, :group, :seat, 'help', NULL, '2027-01-01')",
        ),
        "SELECT 1 FROM help_call WHERE closed_at IS NOT NULL",
    ),
    "doors": Sample(("UPDATE door SET expires_at = :since + interval '15 minutes'",), "SELECT 1 FROM door"),
    "ways_in": Sample(
        (END, "UPDATE seat SET card_hash = 'c' WHERE id = :seat"),
        "SELECT token_hash FROM session WHERE role = 'player'"
        " UNION ALL SELECT id::text FROM seat WHERE pin_hash IS NOT NULL OR card_hash IS NOT NULL",
    ),
    "old_sessions": Sample(("UPDATE session SET expires_at = :since",), "SELECT 1 FROM session"),
    "codes": Sample(
        ("UPDATE one_time_code SET expires_at = :since",),
        "SELECT 1 FROM one_time_code",
    ),
    "paces": Sample(("INSERT INTO pace VALUES ('k', 9, :since, :since)",), "SELECT 1 FROM pace"),
    "appointments": Sample(
        (
            BOOKING,
            "INSERT INTO busy_block VALUES (:id, :structure, :staff, 'e', 'o', tstzrange(NULL, :since), :since)",
            "INSERT INTO absence VALUES (:id, :structure, :staff, tstzrange(:since - interval '1 day', :since))",
        ),
        "SELECT id FROM booking UNION ALL SELECT id FROM busy_block UNION ALL SELECT id FROM absence",
    ),
    "choices": Sample(
        (END, "INSERT INTO choice VALUES (:id, :structure, :seat, 'm5', 'not_now', '{}', :since)"),
        "SELECT 1 FROM choice",
    ),
    "attendance": Sample(
        (
            END,
            "INSERT INTO attendance VALUES (:id, :structure, :group, :seat, 1, :since, :since)",
            CORRECTION,
        ),
        "SELECT seat FROM attendance UNION ALL SELECT seat FROM hours_correction",
    ),
    "photos": Sample(
        (
            "INSERT INTO photo VALUES (:id, :structure, :group, :seat, 'm8', '\\x00', NULL, :since)",
            "INSERT INTO photo VALUES (gen_random_uuid(), :structure, :group, :seat, 'm12', NULL, 'someone', :since)",
        ),
        "SELECT 1 FROM photo",
    ),
    "training": Sample(
        (
            "INSERT INTO journal_commit VALUES (:group, 2, NULL, NULL, 'clock', :since, '[]')",
            "INSERT INTO word VALUES (:group, 'c', :owner, 'bonjour', NULL)",
            "INSERT INTO training VALUES (:group, :structure, :staff, :since, '[]')",
        ),
        "SELECT id::text FROM game_group UNION ALL SELECT id::text FROM seat"
        " UNION ALL SELECT group_id::text FROM journal_commit UNION ALL SELECT id FROM word"
        " UNION ALL SELECT token_hash FROM session WHERE role = 'player'",
    ),
    "tasks": Sample(
        (
            END,
            "INSERT INTO task VALUES (:structure, 'k', :group, 'claimed', 2, :staff, NULL, 'une note', :since)",
            "INSERT INTO task VALUES (:structure, 'handed', NULL, 'claimed', 3, :staff, NULL, 'une note', :since)",
            TASK_ACT,
        ),
        "SELECT key FROM task UNION ALL SELECT key FROM task_act",
    ),
    "outings": Sample(
        (END, "INSERT INTO safety VALUES (:group, :structure, :staff, '06', '{}', 'Le parvis', NULL, :staff, :since)"),
        "SELECT 1 FROM safety",
    ),
    "troubles": Sample(
        ("INSERT INTO page_trouble VALUES (:seat, :structure, :group, 'script.error', :since)",),
        "SELECT 1 FROM page_trouble",
    ),
}


@dataclass
class Scene:
    """A house with one player, and raw SQL over it."""

    house: House
    seat: UUID
    retention: PostgresRetention

    async def run(self, statement: str, since: datetime = NOW) -> int:
        known = {
            "structure": self.house.group.structure,
            "site": self.house.group.site,
            "group": self.house.group.id,
            "seat": self.seat,
            "owner": str(self.seat),
            "staff": self.house.staff.id,
            "id": uuid4(),
            "since": since,
        }
        values = {name: value for name, value in known.items() if f":{name}" in statement}
        typed = statement.replace(":since", "CAST(:since AS timestamptz)").replace(":id", "CAST(:id AS uuid)")
        async with self.house.world.database.as_operator() as session:
            result = await session.execute(text(typed), values)
            return len(result.all()) if statement.startswith("SELECT") else 0

    async def plant(self, name: str, since: datetime) -> None:
        for statement in SAMPLES[name].plant:
            await self.run(statement, since)


@pytest.fixture
async def scene(house: House) -> Scene:
    entered = await house.join()
    return Scene(house, entered.player.seat, PostgresRetention(house.world.database))


def test_every_promise_has_a_purge_and_a_sample_or_says_who_else_keeps_it():
    assert [rule.name for rule in PURGED] == list(PURGES) == list(SAMPLES)
    assert all(rule.held_by for rule in RETENTION if not rule.purged)


@pytest.mark.parametrize("rule", PURGED, ids=lambda rule: rule.name)
async def test_what_is_just_under_its_limit_stays(scene: Scene, rule: Rule):
    await scene.plant(rule.name, NOW - rule.kept + SECOND)
    before = await scene.run(SAMPLES[rule.name].left)
    assert before > 0
    assert await scene.retention.purge(rule.name, now=NOW, limit=NOW - rule.kept) == 0
    assert await scene.run(SAMPLES[rule.name].left) == before


@pytest.mark.parametrize("rule", PURGED, ids=lambda rule: rule.name)
async def test_what_is_just_over_its_limit_goes_and_the_next_purge_finds_nothing(scene: Scene, rule: Rule):
    await scene.plant(rule.name, NOW - rule.kept - SECOND)
    assert await scene.run(SAMPLES[rule.name].left) > 0
    assert (await purge(scene.retention, NOW))[rule.name] > 0
    assert await scene.run(SAMPLES[rule.name].left) == 0
    assert (await purge(scene.retention, NOW))[rule.name] == 0


async def test_a_purge_touches_no_group_that_still_plays(scene: Scene):
    for rule in PURGED:
        await scene.plant(rule.name, NOW - rule.kept + SECOND)
    await scene.run("UPDATE game_group SET ended_at = NULL, next_due = :since", NOW + timedelta(days=1))
    assert not any((await purge(scene.retention, NOW)).values())


async def test_a_group_that_nobody_ended_is_purged_thirty_days_after_its_last_commit(scene: Scene):
    await scene.plant("journal", NOW - timedelta(days=31))
    await scene.run("UPDATE game_group SET ended_at = NULL, next_due = NULL")
    assert (await purge(scene.retention, NOW))["journal"] > 0
    assert await scene.run("SELECT 1 FROM journal_commit") == 0


async def test_an_open_call_for_help_is_never_purged(scene: Scene):
    await scene.plant("help_calls", NOW - timedelta(days=400))
    await purge(scene.retention, NOW)
    assert await scene.run("SELECT 1 FROM help_call WHERE closed_at IS NULL") == 1


async def test_ways_in_live_on_until_thirty_days_after_the_last_appointment(scene: Scene):
    await scene.plant("ways_in", NOW - timedelta(days=60))
    await scene.run(BOOKING, NOW - timedelta(days=29))
    assert (await purge(scene.retention, NOW))["ways_in"] == 0
    assert (await purge(scene.retention, NOW + timedelta(days=1)))["ways_in"] == 1


async def test_only_counts_that_name_nobody_outlive_a_group_and_its_appointments(scene: Scene):
    await scene.plant("journal", NOW - timedelta(days=31))
    for hours in range(2):
        await scene.run(BOOKING, NOW - timedelta(days=31, hours=hours))
        await purge(scene.retention, NOW)
    assert await scene.run("SELECT 1 FROM past_group WHERE (pack, seats, commits) = ('prologue', 1, 1)") == 1
    assert await scene.run("SELECT 1 FROM past_group WHERE id = :group") == 0
    assert await scene.run("SELECT 1 FROM past_appointment WHERE (status, number) = ('attended', 2)") == 1
