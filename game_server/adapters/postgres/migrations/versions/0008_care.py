"""What a facilitator answers for: the weekend's checklist, corrected hours, and groups made to practise."""

from alembic import op

revision = "0008_care"
down_revision = "0007_needs"

TABLES = (
    """
    CREATE TABLE safety (
        group_id uuid PRIMARY KEY REFERENCES game_group ON DELETE CASCADE,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        on_call_staff uuid REFERENCES staff ON DELETE SET NULL,
        on_call_phone text NOT NULL,
        authorisations jsonb NOT NULL,
        meeting_point text NOT NULL,
        return_hour time,
        by uuid REFERENCES staff ON DELETE SET NULL,
        at timestamptz NOT NULL
    )
    """,
    """
    CREATE TABLE hours_correction (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        group_id uuid NOT NULL REFERENCES game_group ON DELETE CASCADE,
        seat uuid NOT NULL REFERENCES seat ON DELETE CASCADE,
        day int NOT NULL,
        minutes int CHECK (minutes >= 0),
        excused boolean NOT NULL,
        reason text NOT NULL,
        by uuid REFERENCES staff ON DELETE SET NULL,
        at timestamptz NOT NULL
    )
    """,
    """
    CREATE TABLE training (
        group_id uuid PRIMARY KEY REFERENCES game_group ON DELETE CASCADE,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        made_by uuid REFERENCES staff ON DELETE CASCADE,
        made_at timestamptz NOT NULL,
        met jsonb NOT NULL
    )
    """,
    "CREATE INDEX hours_correction_group ON hours_correction (group_id)",
)

WALLED = ("safety", "hours_correction", "training")


def upgrade() -> None:
    for statement in TABLES:
        op.execute(statement)
    for table in WALLED:
        op.execute(f"CREATE INDEX {table}_structure ON {table} (structure)")
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY one_structure ON {table} USING (current_setting('app.structure', true) = 'operator'"
            " OR structure::text = current_setting('app.structure', true))"
        )
