"""Availability, appointments that cannot overlap, what is sent about them, and what the young person is told."""

from alembic import op

revision = "0003_appointments"
down_revision = "0002_people"

AVAILABILITY = (
    """
    CREATE TABLE counsellor_calendar (
        staff uuid PRIMARY KEY REFERENCES staff ON DELETE CASCADE,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        site uuid NOT NULL REFERENCES site,
        channel text NOT NULL CHECK (channel IN ('caldav', 'imip')),
        email text NOT NULL,
        caldav_url text,
        caldav_user text,
        caldav_secret text,
        read_at timestamptz,
        minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 240),
        minutes_before int NOT NULL CHECK (minutes_before BETWEEN 0 AND 240),
        minutes_after int NOT NULL CHECK (minutes_after BETWEEN 0 AND 240),
        step_minutes int NOT NULL CHECK (step_minutes BETWEEN 5 AND 240),
        notice_minutes int NOT NULL CHECK (notice_minutes >= 0),
        days_ahead int NOT NULL CHECK (days_ahead BETWEEN 1 AND 366),
        daily_cap int CHECK (daily_cap > 0),
        CHECK ((channel = 'caldav') = (caldav_url IS NOT NULL))
    )
    """,
    """
    CREATE TABLE availability_rule (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        staff uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
        weekday int NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        local_start time NOT NULL,
        local_end time NOT NULL,
        valid_from date,
        valid_to date,
        CHECK (local_start < local_end),
        CHECK (valid_from <= valid_to)
    )
    """,
    """
    CREATE TABLE availability_exception (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        staff uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
        day date NOT NULL,
        local_start time,
        local_end time,
        CHECK ((local_start IS NULL) = (local_end IS NULL) AND local_start < local_end)
    )
    """,
    """
    CREATE TABLE absence (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        staff uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
        during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during))
    )
    """,
    """
    CREATE TABLE busy_block (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        staff uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
        ext_id text NOT NULL,
        occurrence text NOT NULL,
        during tstzrange NOT NULL CHECK (NOT isempty(during)),
        seen_at timestamptz NOT NULL,
        UNIQUE (staff, ext_id, occurrence)
    )
    """,
)

BOOKINGS = (
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    """
    CREATE TABLE booking (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        seat uuid REFERENCES seat ON DELETE SET NULL,
        counsellor uuid NOT NULL REFERENCES staff,
        site uuid NOT NULL REFERENCES site,
        mission_id text,
        during tstzrange NOT NULL,
        blocked tstzrange NOT NULL,
        time_zone text NOT NULL,
        status text NOT NULL CHECK (status IN ('held', 'booked', 'expired', 'cancelled_by_youth',
            'cancelled_by_counsellor', 'attended', 'no_show', 'excused')),
        uid text NOT NULL UNIQUE,
        sequence int NOT NULL,
        dtstamp timestamptz NOT NULL,
        idem_key text NOT NULL,
        request_hash text NOT NULL,
        shared text[] NOT NULL,
        calendar_checked boolean NOT NULL,
        confirmed_at timestamptz,
        calendar_etag text,
        calendar_at timestamptz,
        created_at timestamptz NOT NULL,
        CHECK (lower_inc(during) AND NOT upper_inc(during)),
        CHECK (lower_inc(blocked) AND NOT upper_inc(blocked) AND blocked @> during),
        CHECK (upper(during) - lower(during) BETWEEN interval '5 minutes' AND interval '4 hours'),
        CONSTRAINT booking_one_key UNIQUE (seat, idem_key),
        CONSTRAINT booking_counsellor_free EXCLUDE USING gist (counsellor WITH =, blocked WITH &&)
            WHERE (status IN ('held', 'booked')),
        CONSTRAINT booking_seat_free EXCLUDE USING gist (seat WITH =, during WITH &&)
            WHERE (status IN ('held', 'booked'))
    )
    """,
    "CREATE UNIQUE INDEX booking_one_per_mission ON booking (seat, mission_id) WHERE status IN ('held', 'booked')",
    """
    CREATE TABLE booking_event (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        booking uuid NOT NULL REFERENCES booking ON DELETE CASCADE,
        what text NOT NULL,
        sequence int NOT NULL,
        during tstzrange NOT NULL,
        by_staff boolean NOT NULL,
        at timestamptz NOT NULL
    )
    """,
    """
    CREATE TABLE booking_conflict (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        booking uuid NOT NULL REFERENCES booking ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('moved', 'deleted', 'overlap')),
        found tstzrange,
        seen_at timestamptz NOT NULL,
        UNIQUE (booking, kind)
    )
    """,
    """
    CREATE TABLE appointment_notice (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        seat uuid NOT NULL REFERENCES seat ON DELETE CASCADE,
        booking uuid NOT NULL REFERENCES booking ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('confirmed', 'moved', 'cancelled', 'may_change')),
        start timestamptz NOT NULL,
        time_zone text NOT NULL,
        at timestamptz NOT NULL,
        seen_at timestamptz
    )
    """,
    """
    CREATE TABLE choice (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        seat uuid NOT NULL REFERENCES seat ON DELETE CASCADE,
        mission_id text NOT NULL,
        choice text NOT NULL CHECK (choice IN ('slot', 'call_back', 'not_now')),
        shared text[] NOT NULL,
        at timestamptz NOT NULL,
        UNIQUE (seat, mission_id)
    )
    """,
)

OUTBOX = (
    """
    CREATE TABLE delivery (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        about uuid NOT NULL,
        booking uuid REFERENCES booking ON DELETE CASCADE,
        counsellor uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
        channel text NOT NULL CHECK (channel IN ('caldav', 'imip', 'notice')),
        method text NOT NULL CHECK (method IN ('REQUEST', 'CANCEL')),
        sequence int NOT NULL,
        recipient text NOT NULL,
        uid text NOT NULL,
        payload bytea,
        state text NOT NULL CHECK (state IN ('pending', 'done', 'superseded', 'conflict', 'dead')),
        attempts int NOT NULL DEFAULT 0,
        next_at timestamptz NOT NULL,
        give_up_at timestamptz NOT NULL,
        lease uuid,
        lease_until timestamptz,
        reason text,
        created_at timestamptz NOT NULL,
        done_at timestamptz,
        UNIQUE (about, channel, recipient, sequence, method),
        CHECK (state <> 'pending' OR payload IS NOT NULL)
    )
    """,
    "CREATE INDEX delivery_due ON delivery (next_at) WHERE state = 'pending'",
    "CREATE INDEX delivery_order ON delivery (about, channel, sequence)",
)

WALLED = (
    "counsellor_calendar", "availability_rule", "availability_exception", "absence", "busy_block", "booking",
    "booking_event", "booking_conflict", "appointment_notice", "choice", "delivery",
)  # fmt: skip
BY_BOOKING = ("booking_event", "appointment_notice", "delivery")
BY_STAFF = ("availability_rule", "availability_exception", "absence")


def upgrade() -> None:
    for statement in AVAILABILITY + BOOKINGS + OUTBOX:
        op.execute(statement)
    for table in BY_BOOKING:
        op.execute(f"CREATE INDEX {table}_booking ON {table} (booking)")
    for table in BY_STAFF:
        op.execute(f"CREATE INDEX {table}_staff ON {table} (staff)")
    for table in WALLED:
        op.execute(f"CREATE INDEX {table}_structure ON {table} (structure)")
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY one_structure ON {table} USING (current_setting('app.structure', true) = 'operator'"
            " OR structure::text = current_setting('app.structure', true))"
        )
