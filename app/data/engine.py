"""Opening one planner file: the driver, its settings, and what is refused.

The driver is SQLCipher's, keyed or not, so that every system runs the same repaired SQLite. The file is a
document that people copy about, so it keeps a rollback journal and each commit reaches the disk. Nothing
but SQLite may open a planner's path in this process: a plain open and close drops SQLite's locks.
"""

from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any, cast

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from app.domain.errors import DataError, reason

APPLICATION_ID = 0x41494445  # "AIDE"
FORMAT_VERSION = 1  # raised when an older program could no longer even look into the file
SCHEMA_HEAD = "0006"  # the newest Alembic revision; a test holds it against the scripts
SOUND_SQLITE = (3, 51, 3)  # older ones can lose the log's tail when it is reset

#: Seconds that another program may hold the file before that is told.
PATIENCE = 5.0
#: Compiled statements, for all engines: a planner opened after another finds them ready.
_compiled = LRUCache[Any, Any](2000)

_WRITER_SETTINGS = ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON")
_SETTINGS = (
    "locking_mode=NORMAL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
)
#: Table by table, since the search index over many rows would take a second to be checked against itself;
#: the tables in which it stands are checked like all others.
_TABLES_CHECKED = (
    "SELECT found.* FROM sqlite_schema AS part, pragma_quick_check(part.name) AS found"
    " WHERE part.type = 'table' AND part.sql NOT LIKE 'CREATE VIRTUAL %' AND found.quick_check <> 'ok'"
    " LIMIT 1"
)


def open_engine(path: Path, *, writable: bool) -> Engine:
    """Return an engine over an existing planner file, after the file was found to be one.

    Raises:
        DataError: ``file_missing``, ``not_a_planner``, ``newer_file``, ``file_damaged``, ``file_unreadable``.
    """
    try:
        path = path.resolve()
        if not path.exists():
            raise DataError("file_missing", path=str(path))
        if not path.is_file():
            raise DataError("not_a_planner", path=str(path))
    except OSError as error:  # a name too long, a folder that may not be looked into
        raise DataError("file_unreadable", path=str(path), detail=reason(error)) from error
    if not writable and path.with_name(f"{path.name}-journal").exists():
        _take_back_leftovers(path)
    engine = raw_engine(path, "rw" if writable else "ro")
    try:
        with engine.connect() as connection:
            _recognise(connection, path)
            settle(connection, writable=writable)
    except (DBAPIError, driver.Error) as error:
        engine.dispose()
        raise opening_error(error, path) from error
    except DataError:
        engine.dispose()
        raise
    return engine


def _take_back_leftovers(path: Path) -> None:
    """Have SQLite take back what a killed writer left half written: a reader is not allowed to do that.

    SQLite itself looks whether the journal's writer still lives, and then leaves it alone.
    """
    with suppress(driver.Error):  # where it cannot be written, opening it to read says so
        connection = driver.connect(_address(path, "rw"), uri=True, isolation_level=None, timeout=PATIENCE)
        with closing(connection):
            connection.execute("PRAGMA schema_version").fetchall()


def _address(path: Path, mode: str) -> str:
    return f"{path.absolute().as_uri()}?mode={mode}"


def raw_engine(path: Path, mode: str) -> Engine:
    """Return an engine over ``path``, no question asked; ``mode`` is SQLite's ``ro``, ``rw`` or ``rwc``."""
    if driver.sqlite_version_info < SOUND_SQLITE:
        raise AssertionError(f"SQLite {driver.sqlite_version} has a known fault")

    def connect() -> Any:
        # No implicit transactions: BEGIN is said by us, below.
        return driver.connect(_address(path, mode), uri=True, isolation_level=None, timeout=PATIENCE)

    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=connect,
        poolclass=StaticPool,
        hide_parameters=True,
        execution_options={"compiled_cache": _compiled},
    )
    engine.dialect = _dialect()
    event.listen(engine, "begin", _begin if mode != "ro" else _begin_reading)
    return engine


@cache
def _dialect() -> Dialect:
    """Return the one dialect of all engines: a statement is compiled once for each dialect that asks it."""
    engine = create_engine("sqlite://", module=driver)
    with engine.connect():  # what it must know of the driver, it learns when it first connects
        pass
    engine.dispose()
    return engine.dialect


def reading(engine: Engine) -> Engine:
    """Return the engine in a form that only reads: it takes no lock that another reader could miss."""
    return engine.execution_options(reads=True)


def _begin(connection: Connection) -> None:
    # A write takes its lock at once: one taken half-way can be refused when half the work is done.
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def settle(connection: Connection, *, writable: bool) -> None:
    """Put a connection's settings in force; they cannot be set inside a transaction."""
    raw = cast("Any", connection.connection.dbapi_connection)
    if connection.in_transaction():
        connection.rollback()
    for setting in (*_SETTINGS, *(_WRITER_SETTINGS if writable else ("query_only=ON",))):
        raw.execute(f"PRAGMA {setting}").fetchall()


def stamp(connection: Connection) -> None:
    """Write into a new file what it is."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={FORMAT_VERSION}")


def schema_revision(connection: Connection) -> str | None:
    """Return the Alembic revision that the file stands at."""
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if revision is None else str(revision)


def data_version(connection: Connection) -> int:
    """Return a number that changes when another process has written to the file."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def _recognise(connection: Connection, path: Path) -> None:
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        raise DataError("not_a_planner", path=str(path))
    if connection.exec_driver_sql("PRAGMA user_version").scalar_one() > FORMAT_VERSION:
        raise DataError("newer_file", path=str(path))
    if schema_revision(connection) is None:
        raise DataError("not_a_planner", path=str(path))
    check = connection.exec_driver_sql(_TABLES_CHECKED).scalar()
    if check is not None:
        raise DataError("file_damaged", path=str(path), detail=check)


def opening_error(error: Exception, path: Path) -> DataError:
    """Turn the driver's complaint at opening into one of ours."""
    words = reason(error).lower()
    if "not a database" in words or "no such table" in words:
        return DataError("not_a_planner", path=str(path))
    if "malformed" in words or "corrupt" in words:
        return DataError("file_damaged", path=str(path), detail=words)
    return DataError("file_unreadable", path=str(path), detail=words)
