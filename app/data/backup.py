"""Verified copies of a planner, made by SQLite's backup API while the planner is open."""

import glob
import hashlib
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from app.data import search
from app.data.engine import open_engine, raw_engine
from app.data.migrate import partial_path, put_in_place, refuse_existing
from app.domain.errors import DataError, reason

KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 12, 10, 9


def write_backup(source: Engine, target: Path, *, close_undo: bool = False) -> None:
    """Copy a planner to ``target``, look the copy over, and only then give it its name.

    With ``close_undo`` the copy's undo list is closed, its history stays, and its search index is made anew.

    Raises:
        DataError: ``file_exists``, ``folder_missing``, ``backup_failed``.
    """
    refuse_existing(target)
    partial = partial_path(target)
    try:
        partial.unlink(missing_ok=True)
        copy = raw_engine(partial, "rwc")
        try:
            with source.connect() as here, copy.connect() as there:
                cast("Any", here.connection.dbapi_connection).backup(there.connection.dbapi_connection)
                if close_undo:
                    there.exec_driver_sql("UPDATE step SET state = 'closed'")
                    search.outdate(there)
                    there.commit()
        finally:
            copy.dispose()
        verify_copy(partial)
        _as_private(source, partial)
        put_in_place(partial, target)
    except (DBAPIError, driver.Error) as error:  # the copying itself is the driver's own, below SQLAlchemy
        detail = reason(error)
        raise DataError("backup_failed", path=str(target), detail=detail) from error
    except OSError as error:
        raise DataError("backup_failed", path=str(target), detail=reason(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _as_private(source: Engine, copy: Path) -> None:
    """Let nobody read a copy who may not read what it was made of."""
    with source.connect() as connection:
        original = Path(str(connection.exec_driver_sql("PRAGMA database_list").first()[2]))  # type: ignore[index]
    copy.chmod(original.stat().st_mode & 0o777)


def series_name(path: Path) -> str:
    """Return the name of a planner's series of backups: two planners of one name have two series."""
    return f"{path.stem}-{hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:8]}"


def verify_copy(path: Path) -> None:
    """Open a copy and check it from end to end.

    Raises:
        DataError: the copy is not a sound planner.
    """
    engine = open_engine(path, writable=False)
    try:
        with engine.connect() as connection:
            found = integrity_faults(connection)
            if found:
                raise DataError("file_damaged", path=str(path), detail=found[0])
    finally:
        engine.dispose()


def integrity_faults(connection: Connection) -> list[str]:
    """Return what SQLite's full integrity and reference checks complain of; empty where all is sound."""
    # SQLite writes some of its findings over several lines.
    faults = [" ".join(str(row[0]).split()) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    faults = [] if faults == ["ok"] else faults
    faults += [
        f"{row[0]}: broken reference" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return faults


def restore(copy: Path, target: Path) -> None:
    """Make a planner out of a backup; the undo list of the copy is closed, its history stays.

    Raises:
        DataError: the backup is not sound, or ``target`` exists or cannot be written.
    """
    verify_copy(copy)
    engine = open_engine(copy, writable=False)
    try:
        write_backup(engine, target, close_undo=True)
    finally:
        engine.dispose()


def keep_backup(source: Engine, folder: Path, stem: str, at: datetime) -> Path:
    """Write the backup of this moment (local time ``at``) into ``folder`` and thin out the older ones.

    Raises:
        DataError: ``backup_failed``; the older ones are all there.
    """
    target = folder / f"{stem}-{at:%Y%m%d-%H%M%S}.aide"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not target.exists():
            write_backup(source, target)
        for old in outdated(list(folder.glob(f"{glob.escape(stem)}-*.aide")), stem):
            old.unlink()
    except OSError as error:
        raise DataError("backup_failed", path=str(target), detail=reason(error)) from error
    return target


def outdated(backups: list[Path], stem: str) -> list[Path]:
    """Return the backups to drop: kept are the newest of 12 days, of 10 weeks and of 9 months."""
    times: dict[Path, datetime] = {}
    for path in backups:
        try:
            times[path] = datetime.strptime(path.stem.removeprefix(f"{stem}-"), "%Y%m%d-%H%M%S")
        except ValueError:
            continue  # somebody's own file: not ours to judge
    newest_first = sorted(times, key=lambda path: times[path], reverse=True)
    kept: set[Path] = set(newest_first[:1])
    for pattern, count in (("%Y%m%d", KEEP_DAYS), ("%G%V", KEEP_WEEKS), ("%Y%m", KEEP_MONTHS)):
        newest: dict[str, Path] = {}
        for path in newest_first:
            newest.setdefault(times[path].strftime(pattern), path)
        kept.update(list(newest.values())[:count])
    return [path for path in newest_first if path not in kept]
