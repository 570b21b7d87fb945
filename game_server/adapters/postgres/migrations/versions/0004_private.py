"""The private store: values of one person, what they shared, calls for help; and anonymous counts of past groups."""

from alembic import op

revision = "0004_private"
down_revision = "0003_appointments"

TABLES = (
    """
    CREATE TABLE private_value (
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        group_id uuid NOT NULL REFERENCES game_group ON DELETE CASCADE,
        seat uuid NOT NULL REFERENCES seat ON DELETE CASCADE,
        key text NOT NULL,
        value jsonb NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (seat, key)
    )
    """,
    """
    CREATE TABLE share (
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        seat uuid NOT NULL,
        key text NOT NULL,
        staff uuid NOT NULL REFERENCES staff ON DELETE CASCADE,
        at timestamptz NOT NULL,
        PRIMARY KEY (seat, key, staff),
        FOREIGN KEY (seat, key) REFERENCES private_value ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE help_call (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        group_id uuid NOT NULL REFERENCES game_group ON DELETE CASCADE,
        seat uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('help', 'distress')),
        note text,
        opened_at timestamptz NOT NULL,
        claimed_by uuid REFERENCES staff ON DELETE SET NULL,
        closed_at timestamptz
    )
    """,
    "CREATE INDEX help_call_open ON help_call (structure) WHERE closed_at IS NULL",
    """
    CREATE TABLE past_group (
        id uuid PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        pack text NOT NULL,
        edition text NOT NULL,
        ended_month date NOT NULL,
        seats int NOT NULL,
        commits bigint NOT NULL
    )
    """,
    """
    CREATE TABLE past_appointment (
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        site uuid NOT NULL REFERENCES site ON DELETE CASCADE,
        month date NOT NULL,
        status text NOT NULL,
        number int NOT NULL,
        PRIMARY KEY (structure, site, month, status)
    )
    """,
)

WALLED = ("private_value", "share", "help_call")


def upgrade() -> None:
    for statement in TABLES:
        op.execute(statement)
    for table in (*WALLED, "past_group"):
        op.execute(f"CREATE INDEX {table}_structure ON {table} (structure)")
    for table in WALLED:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY one_structure ON {table} USING (current_setting('app.structure', true) = 'operator'"
            " OR structure::text = current_setting('app.structure', true))"
        )
