"""Alembic's door: runs the revisions on the connection that ``app.data.migrate`` hands over.

The caller opens one explicit transaction over all revisions and commits it; nothing here commits, so a
program killed at any moment leaves the old file or the new one. Revisions import nothing of the program.
"""

from alembic import context

config = context.config
context.configure(
    connection=config.attributes["connection"],
    target_metadata=config.attributes.get("target_metadata"),
    transaction_per_migration=False,
)
context.run_migrations()
