"""Answers that a structure accepted after an edition came out."""

from alembic import op

revision = "0005_errata"
down_revision = "0004_private"


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE erratum (
            number int NOT NULL CHECK (number > 0),
            structure uuid NOT NULL REFERENCES structure ON DELETE CASCADE,
            pack text NOT NULL,
            edition int NOT NULL,
            mission text NOT NULL,
            step int NOT NULL,
            answer text NOT NULL,
            by uuid REFERENCES staff ON DELETE SET NULL,
            at timestamptz NOT NULL,
            PRIMARY KEY (structure, pack, edition, number),
            UNIQUE (structure, pack, edition, mission, step, answer)
        )
        """
    )
