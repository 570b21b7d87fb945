"""Photos that wait for a facilitator's eyes: the picture itself, gone as soon as it was judged."""

from alembic import op

revision = "0006_photos"
down_revision = "0005_errata"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE photo (
            id uuid PRIMARY KEY,
            structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
            group_id uuid NOT NULL REFERENCES game_group ON DELETE CASCADE,
            seat uuid NOT NULL REFERENCES seat ON DELETE CASCADE,
            mission text NOT NULL,
            picture bytea,
            reason text,
            sent_at timestamptz NOT NULL,
            UNIQUE (seat, mission),
            CHECK ((picture IS NULL) = (reason IS NOT NULL))
        )
        """
    )
    op.execute("ALTER TABLE photo ALTER COLUMN picture SET STORAGE EXTERNAL")
    op.execute("CREATE INDEX photo_group ON photo (group_id)")
    op.execute("CREATE INDEX photo_structure ON photo (structure)")
    op.execute("ALTER TABLE photo ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE photo FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY one_structure ON photo USING (current_setting('app.structure', true) = 'operator'"
        " OR structure::text = current_setting('app.structure', true))"
    )
