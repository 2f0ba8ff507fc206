"""The item of an agenda under which a promise was made.

Revision 0006, after 0005. Until now only the item's topic was kept, and of an item without a topic nothing.
A promise made under the only item about its topic at its meeting is given that item.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

#: What each reference of an action points at, as revision 0001 declared them.
_REFERENCES = {
    "counterpart_organisation_id": "organisation",
    "entry_id": "entry",
    "owner_id": "member",
    "owner_organisation_id": "organisation",
    "topic_id": "topic",
    "visit_id": "visit",
}
_NEW = {"agenda_item_id": "agenda_item"}
_FILL = """
    UPDATE action SET agenda_item_id = (
        SELECT min(item.id) FROM agenda_item AS item
        WHERE item.entry_id = action.entry_id AND item.topic_id = action.topic_id
        HAVING count(*) = 1
    )
    WHERE topic_id IS NOT NULL AND entry_id IS NOT NULL
"""


def upgrade() -> None:
    """Add the column, and fill it where there is no doubt."""
    _copy(_REFERENCES | _NEW, _reference("agenda_item_id"))
    op.execute(_FILL)


def downgrade() -> None:
    """Drop the column."""
    _copy(_REFERENCES)


def _copy(references: dict[str, str], *new: sa.Column[str]) -> None:
    """Copy the table into one of another form, as SQLite adds no foreign key to one that is there.

    Alembic's own copy writes the constraints in another order each time.
    """
    elements = _elements(references, *new)
    op.create_table("action_copied", *elements)
    added = {column.name for column in new}
    kept = [each.name for each in elements if isinstance(each, sa.Column) and each.name not in added]
    source = sa.table("action", *map(sa.column, kept))
    op.execute(
        sa.insert(sa.table("action_copied", *map(sa.column, kept))).from_select(kept, sa.select(source))
    )
    op.drop_table("action")
    op.rename_table("action_copied", "action")
    for name in references:
        op.create_index(op.f(f"ix_action_{name}"), "action", [name], unique=False)


def _elements(references: dict[str, str], *new: sa.Column[str]) -> list[sa.schema.SchemaItem]:
    """Return the columns and constraints of actions with these references."""
    return [
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owed_by", sa.String(length=30), nullable=False),
        _reference("owner_id"),
        _reference("owner_organisation_id"),
        _reference("counterpart_organisation_id"),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=30), nullable=False),
        _reference("entry_id"),
        _reference("topic_id"),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("marking", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        *new,
        *(
            sa.ForeignKeyConstraint(
                [name],
                [f"{target}.id"],
                name=op.f(f"fk_action_{name}_{target}"),
                initially="DEFERRED",
                deferrable=True,
            )
            for name, target in references.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    ]


def _reference(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=True)
