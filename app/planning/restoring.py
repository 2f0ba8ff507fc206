"""Making a planner out of a backup."""

from pathlib import Path

from app.data import backup


def restore_planner(copy: Path, target: Path) -> None:
    """Make a planner at ``target`` out of a backup; never over another file.

    Raises:
        DataError: the backup is not sound, or ``target`` exists or cannot be written.
    """
    backup.restore(copy, target)
