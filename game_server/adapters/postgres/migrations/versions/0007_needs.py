"""Who takes care of which need, what was done about it, how long missions usually stand still, pages that broke."""

from alembic import op

revision = "0007_needs"
down_revision = "0006_photos"

TABLES = (
    """
    CREATE TABLE task (
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        key text NOT NULL,
        group_id uuid REFERENCES game_group ON DELETE CASCADE,
        status text NOT NULL CHECK (status IN ('new', 'claimed', 'snoozed')),
        rank int NOT NULL,
        by uuid REFERENCES staff ON DELETE SET NULL,
        until timestamptz,
        note text,
        at timestamptz NOT NULL,
        PRIMARY KEY (structure, key)
    )
    """,
    """
    CREATE TABLE task_act (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        key text NOT NULL,
        group_id uuid REFERENCES game_group ON DELETE CASCADE,
        act text NOT NULL,
        by uuid REFERENCES staff ON DELETE SET NULL,
        receiver uuid REFERENCES staff ON DELETE SET NULL,
        note text,
        at timestamptz NOT NULL
    )
    """,
    """
    CREATE TABLE mission_pace (
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        pack text NOT NULL,
        mission text NOT NULL,
        group_id uuid NOT NULL,
        seconds double precision NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (structure, pack, mission, group_id)
    )
    """,
    """
    CREATE TABLE page_trouble (
        seat uuid PRIMARY KEY REFERENCES seat ON DELETE CASCADE,
        structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
        group_id uuid NOT NULL REFERENCES game_group ON DELETE CASCADE,
        code text NOT NULL,
        at timestamptz NOT NULL
    )
    """,
    "CREATE INDEX task_act_group ON task_act (group_id)",
)

WALLED = ("task", "task_act", "page_trouble")


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
