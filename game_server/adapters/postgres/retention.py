"""The purges of the retention table, in SQL. The last statement of each returns one row per thing erased.

`{ended}` stands for the groups that ended long enough ago, `{closed}` for their seats without a later meeting,
`{practised}` for the practice groups that are old enough.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import TextClause, text

from game_server.adapters.postgres.session import Database

PRACTISED = "(SELECT group_id FROM training WHERE made_at <= :limit)"
ENDED = "(SELECT id FROM game_group WHERE ended_at <= :limit)"

END_FINISHED = """
    UPDATE game_group g SET ended_at = last.at
    FROM (SELECT group_id, max(at) AS at FROM journal_commit GROUP BY group_id) last
    WHERE last.group_id = g.id AND g.ended_at IS NULL AND g.next_due IS NULL AND last.at <= :limit
"""
"""A group that nobody ended, and in which nothing more will happen by itself, ended with its last commit."""

COUNT_GROUPS = """
    INSERT INTO past_group (id, structure, pack, edition, ended_month, seats, commits)
    SELECT gen_random_uuid(), g.structure, g.pack, g.edition, date_trunc('month', g.ended_at AT TIME ZONE g.time_zone),
        (SELECT count(*) FROM seat WHERE seat.group_id = g.id),
        (SELECT count(*) FROM journal_commit c WHERE c.group_id = g.id)
    FROM game_group g
    WHERE g.id IN {ended} AND EXISTS (SELECT FROM journal_commit c WHERE c.group_id = g.id)
"""
COUNT_APPOINTMENTS = """
    INSERT INTO past_appointment (structure, site, month, status, number)
    SELECT structure, site, date_trunc('month', upper(during) AT TIME ZONE time_zone), status, count(*)
    FROM booking WHERE upper(during) <= :limit GROUP BY 1, 2, 3, 4
    ON CONFLICT (structure, site, month, status) DO UPDATE SET number = past_appointment.number + excluded.number
"""
FORGET_PEOPLE = """
    UPDATE seat SET first_name = 'effacé', name_key = NULL, surname = NULL, file_number = NULL, phone = NULL,
        referent = NULL
    WHERE group_id IN {ended} AND (first_name <> 'effacé' OR surname IS NOT NULL OR file_number IS NOT NULL
        OR phone IS NOT NULL OR referent IS NOT NULL)
    RETURNING 1
"""
CLOSED = """
    (SELECT id FROM seat WHERE group_id IN {ended} AND NOT EXISTS (
        SELECT FROM booking WHERE booking.seat = seat.id AND upper(booking.during) > :limit
            AND status NOT IN ('held', 'expired', 'cancelled_by_youth', 'cancelled_by_counsellor')))
"""
CLOSE_SEATS = """
    UPDATE seat SET pin_hash = NULL, card_hash = NULL
    WHERE id IN {closed} AND (pin_hash IS NOT NULL OR card_hash IS NOT NULL)
    RETURNING 1
"""

PURGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "journal": (
            END_FINISHED,
            COUNT_GROUPS,
            "DELETE FROM facts_to_tell WHERE group_id IN {ended}",
            "DELETE FROM journal_commit WHERE group_id IN {ended} RETURNING 1",
        ),
        "answers": ("DELETE FROM word WHERE expires_at <= :now RETURNING 1",),
        "names": (
            "DELETE FROM word WHERE group_id IN {ended}",
            "DELETE FROM device_notice WHERE group_id IN {ended}",
            FORGET_PEOPLE,
        ),
        "private": ("DELETE FROM private_value WHERE group_id IN {ended} RETURNING 1",),
        "help_calls": ("DELETE FROM help_call WHERE closed_at <= :limit RETURNING 1",),
        "doors": ("DELETE FROM door WHERE expires_at <= :now RETURNING 1",),
        "ways_in": (
            "DELETE FROM session WHERE subject IN {closed}",
            "DELETE FROM reminder_choice WHERE seat IN {closed}",
            CLOSE_SEATS,
        ),
        "old_sessions": ("DELETE FROM session WHERE expires_at <= :limit RETURNING 1",),
        "codes": ("DELETE FROM one_time_code WHERE expires_at <= :limit RETURNING 1",),
        "paces": ("DELETE FROM pace WHERE last_at <= :limit RETURNING 1",),
        "appointments": (
            "DELETE FROM busy_block WHERE upper(during) <= :limit",
            "DELETE FROM absence WHERE upper(during) <= :limit",
            "DELETE FROM delivery WHERE booking IS NULL AND state <> 'pending' AND created_at <= :limit",
            "DELETE FROM inbound_mail WHERE at <= :limit",
            "DELETE FROM booking WHERE status = 'held' AND held_until <= :limit",
            COUNT_APPOINTMENTS,
            "DELETE FROM booking WHERE upper(during) <= :limit RETURNING 1",
        ),
        "choices": ("DELETE FROM choice WHERE seat IN (SELECT id FROM seat WHERE group_id IN {ended}) RETURNING 1",),
        "attendance": (
            "DELETE FROM hours_correction WHERE group_id IN {ended}",
            "DELETE FROM attendance WHERE group_id IN {ended} RETURNING 1",
        ),
        "photos": ("DELETE FROM photo WHERE sent_at <= :limit RETURNING 1",),
        "training": (
            "DELETE FROM facts_to_tell WHERE group_id IN {practised}",
            "DELETE FROM journal_commit WHERE group_id IN {practised}",
            "DELETE FROM word WHERE group_id IN {practised}",
            "DELETE FROM session WHERE subject IN (SELECT id FROM seat WHERE group_id IN {practised})",
            "DELETE FROM help_call WHERE group_id IN {practised}",
            "DELETE FROM game_group WHERE id IN {practised} RETURNING 1",
        ),
        "tasks": (
            "DELETE FROM task WHERE group_id IN {ended} OR (group_id IS NULL AND at <= :limit)",
            "DELETE FROM task_act WHERE group_id IN {ended} OR (group_id IS NULL AND at <= :limit) RETURNING 1",
        ),
        "outings": ("DELETE FROM safety WHERE group_id IN {ended} RETURNING 1",),
        "troubles": ("DELETE FROM page_trouble WHERE at <= :limit RETURNING 1",),
    }
)


class PostgresRetention:
    """The port RetentionStore."""

    def __init__(self, database: Database) -> None:
        """Take the database."""
        self._database = database

    async def purge(self, name: str, *, now: datetime, limit: datetime) -> int:
        """Run one purge over every structure; KeyError for a rule without one."""
        *before, last = PURGES[name]
        async with self._database.as_operator() as session:
            for statement in before:
                await session.execute(_filled(statement), {"limit": limit})
            moment = {"now": now} if ":now" in last else {"limit": limit}
            return len((await session.execute(_filled(last), moment)).all())


def _filled(statement: str) -> TextClause:
    return text(statement.replace("{closed}", CLOSED).replace("{ended}", ENDED).replace("{practised}", PRACTISED))
