"""What was told to whom, and the search index.

Revision 0002, after 0001. The index stands empty: the program fills it when it opens the file.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEYS = ("visit", "member", "entry")
#: The index is SQLite's own; another database would have its own way of searching here.
_SEARCH = (
    "CREATE TABLE search_version (version INTEGER NOT NULL)",
    (
        'CREATE TABLE search_row (number INTEGER PRIMARY KEY, "table" TEXT NOT NULL, row_id TEXT NOT NULL,'
        " visit TEXT NOT NULL, scope TEXT NOT NULL, title TEXT NOT NULL, words TEXT NOT NULL,"
        " start TEXT NOT NULL)"
    ),
    'CREATE UNIQUE INDEX ux_search_row ON search_row ("table", row_id)',
    'CREATE INDEX ix_search_row_start ON search_row ("table", visit, start)',
    (
        "CREATE VIRTUAL TABLE search USING fts5(scope, title, words, content='search_row',"
        " content_rowid='number', tokenize='ascii', detail='column', columnsize=0, prefix='1 2 3')"
    ),
)


def upgrade() -> None:
    """Make the tables."""
    keys = [
        sa.ForeignKeyConstraint(
            [f"{name}_id"],
            [f"{name}.id"],
            name=op.f(f"fk_told_{name}_id_{name}"),
            initially="DEFERRED",
            deferrable=True,
        )
        for name in _KEYS
    ]
    op.create_table(
        "told",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=True),
        sa.Column("entry_id", sa.String(length=36), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("via", sa.String(length=20), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        *keys,
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told")),
    )
    for name in _KEYS:
        op.create_index(op.f(f"ix_told_{name}_id"), "told", [f"{name}_id"], unique=False)
    for statement in _SEARCH:
        op.execute(statement)


def downgrade() -> None:
    """Drop the tables."""
    for name in ("search", "search_row", "search_version"):
        op.execute(f"DROP TABLE {name}")
    for name in _KEYS[::-1]:
        op.drop_index(op.f(f"ix_told_{name}_id"), table_name="told")
    op.drop_table("told")
