"""When an item of an agenda was ticked off as talked of.

Revision 0005, after 0004. Until now nobody could tick one off.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("agenda_item", sa.Column("ticked_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("agenda_item", "ticked_at")
