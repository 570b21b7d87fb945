"""The journal, the words it points to, and the epoch that names it."""

from alembic import op

revision = "0001_journal"
down_revision = None

TABLES = (
    """
    CREATE TABLE journal_commit (
        group_id uuid NOT NULL,
        version int NOT NULL,
        device text,
        counter bigint,
        actor text NOT NULL,
        at timestamptz NOT NULL,
        events text NOT NULL,
        PRIMARY KEY (group_id, version)
    )
    """,
    """
    CREATE TABLE word (
        group_id uuid NOT NULL,
        id text NOT NULL,
        owner text,
        text text NOT NULL,
        expires_at timestamptz,
        PRIMARY KEY (group_id, id)
    )
    """,
    "CREATE INDEX word_expires_at ON word (expires_at) WHERE expires_at IS NOT NULL",
    "CREATE TABLE epoch (id int PRIMARY KEY CHECK (id = 1), value text NOT NULL)",
    "INSERT INTO epoch (id, value) VALUES (1, gen_random_uuid()::text)",
)


def upgrade() -> None:
    for statement in TABLES:
        op.execute(statement)
