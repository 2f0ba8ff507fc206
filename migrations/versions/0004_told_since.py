"""After which step the changes came that a message told of.

Revision 0004, after 0003. Until now a message counted as telling all that was new to its reader.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("told", sa.Column("since_step", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("told", "since_step")
