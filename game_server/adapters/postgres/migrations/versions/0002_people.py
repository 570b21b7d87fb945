"""Structures, their staff and groups, the seats, the ways in, attendance and the facts to tell."""

from alembic import op

revision = "0002_people"
down_revision = "0001_journal"

PLACES = (
    """
    CREATE TABLE structure (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        time_zone text NOT NULL,
        holiday_profile text NOT NULL
    )
    """,
    """
    CREATE TABLE site (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        name text NOT NULL,
        address text NOT NULL,
        time_zone text NOT NULL,
        holiday_profile text NOT NULL
    )
    """,
    """
    CREATE TABLE staff (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        name text NOT NULL,
        email text NOT NULL UNIQUE,
        roles text[] NOT NULL CHECK (roles <@ ARRAY['facilitator', 'counsellor', 'manager'] AND roles <> '{}'),
        password_hash text NOT NULL,
        on_duty boolean NOT NULL DEFAULT false,
        on_call_phone text,
        created_at timestamptz NOT NULL,
        disabled_at timestamptz
    )
    """,
)

GAMES = (
    """
    CREATE TABLE game_group (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        site uuid NOT NULL REFERENCES site,
        name text NOT NULL,
        pack text NOT NULL,
        edition text NOT NULL,
        first_day date NOT NULL,
        time_zone text NOT NULL,
        seed bigint NOT NULL,
        group_code text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        next_due timestamptz
    )
    """,
    "CREATE INDEX game_group_next_due ON game_group (next_due) WHERE next_due IS NOT NULL",
    """
    CREATE TABLE seat (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        group_id uuid NOT NULL REFERENCES game_group ON DELETE CASCADE,
        first_name text NOT NULL,
        name_key text,
        pin_hash text,
        card_hash text UNIQUE,
        surname text,
        file_number text,
        phone text,
        referent uuid REFERENCES staff ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT seat_one_name UNIQUE (group_id, name_key)
    )
    """,
    """
    CREATE TABLE door (
        group_id uuid PRIMARY KEY REFERENCES game_group ON DELETE CASCADE,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        code text NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL
    )
    """,
    """
    CREATE TABLE attendance (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        group_id uuid NOT NULL REFERENCES game_group ON DELETE CASCADE,
        seat uuid NOT NULL,
        day int NOT NULL,
        arrived timestamptz NOT NULL,
        "left" timestamptz,
        CHECK ("left" >= arrived)
    )
    """,
    'CREATE UNIQUE INDEX attendance_one_open ON attendance (seat) WHERE "left" IS NULL',
    "CREATE INDEX attendance_group ON attendance (group_id, day)",
    """
    CREATE TABLE facts_to_tell (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        group_id uuid NOT NULL REFERENCES game_group ON DELETE CASCADE,
        fact text NOT NULL,
        created_at timestamptz NOT NULL,
        told_at timestamptz
    )
    """,
    "CREATE INDEX facts_untold ON facts_to_tell (created_at) WHERE told_at IS NULL",
)

WAYS_IN = (
    """
    CREATE TABLE session (
        token_hash text PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('player', 'staff')),
        subject uuid NOT NULL,
        group_id uuid REFERENCES game_group ON DELETE CASCADE,
        known boolean NOT NULL,
        way text NOT NULL CHECK (way IN ('join', 'pin', 'card', 'device', 'password', 'code', 'key')),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
    )
    """,
    "CREATE INDEX session_subject ON session (subject)",
    """
    CREATE TABLE one_time_code (
        code_hash text PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('first_staff', 'invite', 'password', 'device')),
        subject uuid,
        roles text[] NOT NULL DEFAULT '{}',
        expires_at timestamptz NOT NULL,
        used_at timestamptz
    )
    """,
    """
    CREATE TABLE device_notice (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        group_id uuid NOT NULL REFERENCES game_group ON DELETE CASCADE,
        seat uuid NOT NULL REFERENCES seat ON DELETE CASCADE,
        at timestamptz NOT NULL,
        seen_at timestamptz
    )
    """,
    # Outside any structure: an unknown e-mail must be slowed exactly as a known one is. Holds hashes only.
    """
    CREATE TABLE pace (
        key text PRIMARY KEY,
        failures int NOT NULL,
        wait_until timestamptz NOT NULL,
        last_at timestamptz NOT NULL
    )
    """,
)

INDEXED_BY_STRUCTURE = (
    "site", "staff", "game_group", "seat", "door", "attendance", "facts_to_tell", "session", "one_time_code",
    "device_notice",
)  # fmt: skip
WALLED = ("staff", "seat", "session", "one_time_code", "device_notice", "attendance")


def upgrade() -> None:
    for statement in PLACES + GAMES + WAYS_IN:
        op.execute(statement)
    for table in INDEXED_BY_STRUCTURE:
        op.execute(f"CREATE INDEX {table}_structure ON {table} (structure)")
    for table in WALLED:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY one_structure ON {table} USING (current_setting('app.structure', true) = 'operator'"
            " OR structure::text = current_setting('app.structure', true))"
        )
