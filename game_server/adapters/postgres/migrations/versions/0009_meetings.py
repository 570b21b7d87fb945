"""Reasons for meetings, holds, answers read back, reminders, what was agreed, and the feed of a counsellor."""

from alembic import op

revision = "0009_meetings"
down_revision = "0008_care"

CHANGED = (
    """
    ALTER TABLE booking
        ADD COLUMN held_until timestamptz,
        ADD COLUMN reason text NOT NULL DEFAULT 'follow_up' CHECK (reason IN ('first', 'follow_up')),
        ADD COLUMN mode text NOT NULL DEFAULT 'on_site' CHECK (mode IN ('on_site', 'phone', 'video')),
        ADD COLUMN cancel_hours int NOT NULL DEFAULT 0 CHECK (cancel_hours BETWEEN 0 AND 336),
        ADD COLUMN answer text CHECK (answer IN ('accepted', 'tentative', 'declined')),
        ADD COLUMN answered_at timestamptz,
        ADD COLUMN warned text CHECK (warned IN ('late', 'absent')),
        ADD CHECK ((status = 'held') = (held_until IS NOT NULL))
    """,
    """
    ALTER TABLE counsellor_calendar
        ADD COLUMN busy_url text,
        ADD COLUMN sync_token text,
        ADD COLUMN phone text,
        ADD COLUMN video_link text,
        ADD COLUMN words text,
        ADD COLUMN feed_hash text UNIQUE,
        ADD COLUMN replaced_by uuid REFERENCES staff
    """,
    "ALTER TABLE appointment_notice DROP CONSTRAINT appointment_notice_kind_check",
    """
    ALTER TABLE appointment_notice ADD CONSTRAINT appointment_notice_kind_check CHECK
        (kind IN ('confirmed', 'moved', 'cancelled', 'may_change', 'declined', 'replaced', 'reminder', 'follow_up'))
    """,
    "ALTER TABLE delivery DROP CONSTRAINT delivery_channel_check",
    """
    ALTER TABLE delivery ADD CONSTRAINT delivery_channel_check CHECK
        (channel IN ('caldav', 'imip', 'notice', 'email', 'sms'))
    """,
)
NEW = (
    """
    CREATE TABLE meeting_reason (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        staff uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('first', 'follow_up')),
        mode text NOT NULL CHECK (mode IN ('on_site', 'phone', 'video')),
        minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 240),
        minutes_before int NOT NULL CHECK (minutes_before BETWEEN 0 AND 240),
        minutes_after int NOT NULL CHECK (minutes_after BETWEEN 0 AND 240),
        step_minutes int NOT NULL CHECK (step_minutes BETWEEN 5 AND 240),
        notice_minutes int NOT NULL CHECK (notice_minutes >= 0),
        days_ahead int NOT NULL CHECK (days_ahead BETWEEN 1 AND 366),
        daily_cap int CHECK (daily_cap > 0),
        cancel_hours int NOT NULL CHECK (cancel_hours BETWEEN 0 AND 336),
        UNIQUE (staff, kind, mode)
    )
    """,
    """
    CREATE TABLE reminder_choice (
        seat uuid PRIMARY KEY REFERENCES seat ON DELETE CASCADE,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        ways text[] NOT NULL CHECK (ways <@ ARRAY['sms', 'email', 'app']),
        moments text[] NOT NULL CHECK (moments <@ ARRAY['week', 'two_days', 'morning']),
        email text,
        phone text
    )
    """,
    """
    CREATE TABLE reminder (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        booking uuid NOT NULL REFERENCES booking ON DELETE CASCADE,
        sequence int NOT NULL,
        moment text NOT NULL CHECK (moment IN ('week', 'two_days', 'morning')),
        due_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'sent', 'void')),
        UNIQUE (booking, sequence, moment)
    )
    """,
    "CREATE INDEX reminder_due ON reminder (due_at) WHERE state = 'waiting'",
    """
    CREATE TABLE follow_up (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        booking uuid NOT NULL REFERENCES booking ON DELETE CASCADE,
        days int NOT NULL CHECK (days IN (7, 30)),
        what text NOT NULL,
        due_at timestamptz NOT NULL,
        asked_at timestamptz,
        done text CHECK (done IN ('done', 'under_way', 'dropped')),
        done_at timestamptz,
        UNIQUE (booking, days)
    )
    """,
    """
    CREATE TABLE inbound_mail (
        message_id text PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        result text NOT NULL,
        at timestamptz NOT NULL
    )
    """,
)
WALLED = ("meeting_reason", "reminder_choice", "reminder", "follow_up", "inbound_mail")


def upgrade() -> None:
    for statement in CHANGED + NEW:
        op.execute(statement)
    op.execute("CREATE INDEX booking_held ON booking (held_until) WHERE status = 'held'")
    op.execute("CREATE INDEX follow_up_booking ON follow_up (booking)")
    for table in WALLED:
        op.execute(f"CREATE INDEX {table}_structure ON {table} (structure)")
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY one_structure ON {table} USING (current_setting('app.structure', true) = 'operator'"
            " OR structure::text = current_setting('app.structure', true))"
        )
