"""Opening a planner as the window needs it: a desk, with its backups kept."""

from pathlib import Path

from app.paths import backup_dir
from app.planning.sample import create_sample
from app.planning.workspace import Workspace
from app.ui.desk import Desk


def open_desk(path: Path, backups: Path | None = None) -> Desk:
    """Open a planner, to read only where another program holds it.

    Its automatic backups are kept in the folder ``backups``, or in the usual one.

    Raises:
        DataError: the file is missing, foreign, damaged, or made by a newer program.
    """
    backups = backups or backup_dir()
    return Desk(Workspace.open(path.absolute(), backups=backups), backups=backups)


def make_planner(path: Path) -> None:
    """Make a new planner without a visit; never over another file.

    Raises:
        DataError: as of :func:`make_sample`.
    """
    Workspace.create(path.absolute()).close()


def make_sample(path: Path) -> None:
    """Make a new planner with the sample visit; never over another file.

    Raises:
        DataError: ``file_exists``, ``folder_missing``, ``file_unwritable``.
    """
    create_sample(path.absolute())
