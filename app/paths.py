"""Where things live: what is shipped with the program, and what belongs to the user."""

from pathlib import Path

import platformdirs

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
MIGRATIONS = ROOT / "migrations"

APP_NAME = "aide-memoire"


def config_dir() -> Path:
    """Return the folder of this user's settings of the window; it may not exist yet."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def backup_dir() -> Path:
    """Return the folder that holds automatic backups of planner files; it may not exist yet."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "backups"


def log_dir() -> Path:
    """Return the folder of the program's logs; it may not exist yet."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))
