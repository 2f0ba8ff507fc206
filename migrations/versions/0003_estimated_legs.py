"""Whether the times of a journey are an estimate.

Revision 0003, after 0002. Until now somebody had typed every time, so no journey that stands is estimated.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("leg", sa.Column("estimated", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("leg", "estimated")
