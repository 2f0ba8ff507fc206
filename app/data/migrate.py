"""Making new planner files, and bringing older ones to the present schema in one transaction."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, func, inspect, select, table
from sqlalchemy.exc import DBAPIError

from app.data import engine as engines
from app.data.search import is_index_table
from app.domain.errors import DataError, reason
from app.paths import MIGRATIONS

if TYPE_CHECKING:
    from alembic.config import Config


def create_planner(path: Path) -> None:
    """Make a new, empty planner file. It appears whole or not at all, and never over another file.

    Raises:
        DataError: ``file_exists``, or ``file_unwritable`` with the system's reason.
    """
    refuse_existing(path)
    partial = partial_path(path)
    try:
        partial.unlink(missing_ok=True)
        engine = engines.raw_engine(partial, "rwc")
        try:
            with engine.connect() as connection:
                engines.settle(connection, writable=True)
                upgrade(connection)
                engines.stamp(connection)
                connection.commit()
        finally:
            engine.dispose()
        put_in_place(partial, path)
    except OSError as error:
        raise DataError("file_unwritable", path=str(path), detail=reason(error)) from error
    except (DBAPIError, driver.Error) as error:
        raise DataError("file_unwritable", path=str(path), detail=reason(error)) from error
    finally:
        if partial.parent.exists():
            partial.unlink(missing_ok=True)


def needs_upgrade(engine: Engine, path: Path) -> bool:
    """Tell whether a file stands at an older revision than this program's.

    Raises:
        DataError: ``newer_file`` where the revision is not one of ours.
    """
    with engine.connect() as connection:
        revision = engines.schema_revision(connection)
    if revision == engines.SCHEMA_HEAD:
        return False
    if revision not in known_revisions():
        raise DataError("newer_file", path=str(path))
    return True


def upgrade_file(engine: Engine) -> None:
    """Run all outstanding revisions in one transaction; on any error the file stays as it was.

    Raises:
        DataError: ``migration_failed``: a revision failed, or left broken references or fewer rows.
    """
    with engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        try:
            with connection.begin():
                before = _row_counts(connection)
                upgrade(connection)
                _check_upgraded(connection, before)
                connection.exec_driver_sql("UPDATE step SET state = 'closed'")
        except (DBAPIError, driver.Error) as error:
            raise DataError("migration_failed", detail=reason(error)) from error
        finally:
            connection.connection.dbapi_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]


def _check_upgraded(connection: Connection, before: dict[str, int]) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise DataError("migration_failed", detail=f"{len(broken)} broken references")
    after = _row_counts(connection)
    lost = [name for name, count in before.items() if name in after and after[name] < count]
    if lost:
        raise DataError("migration_failed", detail=f"rows lost in {', '.join(lost)}")


def _row_counts(connection: Connection) -> dict[str, int]:
    names = [name for name in inspect(connection).get_table_names() if not is_index_table(name)]
    return {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one() for name in names
    }


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run Alembic upward inside the caller's transaction. Alembic is imported only here: it costs 0.13 s."""
    from alembic import command

    command.upgrade(_config(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Run Alembic downward inside the caller's transaction."""
    from alembic import command

    command.downgrade(_config(connection), revision)


def known_revisions() -> list[str]:
    """Return the revisions that this program has, newest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(_config(None)).walk_revisions()]


def _config(connection: Connection | None) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def refuse_existing(path: Path) -> None:
    """Raise ``DataError`` where something stands at ``path``, or its folder does not exist."""
    try:
        if path.exists():
            raise DataError("file_exists", path=str(path))
        if not path.parent.is_dir():
            raise DataError("folder_missing", path=str(path.parent))
    except OSError as error:  # a name too long, a folder that may not be looked into
        raise DataError("file_unwritable", path=str(path), detail=reason(error)) from error


def partial_path(path: Path) -> Path:
    """Return where a file that is to stand at ``path`` is written first."""
    return path.with_name(f".{path.name}.{os.getpid()}.partial")


def put_in_place(partial: Path, path: Path) -> None:
    """Give a finished file its name, unless another file took the name meanwhile."""
    try:
        os.link(partial, path)  # fails where the name is taken; rename would not, on every system
    except FileExistsError:
        raise DataError("file_exists", path=str(path)) from None
    except OSError:  # a file system without links, such as a memory stick's
        refuse_existing(path)
        partial.rename(path)
