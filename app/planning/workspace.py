"""The workspace: one open planner file. Reads go through ``ask``, writes through ``do``.

``do`` runs one verb in one transaction; what changed is journaled, and told to those who listen. From the
journal come undo and redo. One thread, the main one, uses a workspace.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from filelock import FileLock
from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.exc import DBAPIError

from app.data import backup, migrate, search, undo
from app.data.blobs import collect_blobs
from app.data.engine import data_version, open_engine, opening_error, reading
from app.data.journal import Change, Recorder, write_step
from app.data.lock import free_lock, take_lock
from app.data.models import Draft
from app.data.models.base import map_all, now_utc
from app.data.undo import StepName
from app.domain.errors import AideError, DataError, reason
from app.planning.instants import Moved, refresh_instants, zones_outdated

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

P = ParamSpec("P")
R = TypeVar("R")

__all__ = ["EVERYTHING", "Changed", "StepName", "Verb", "View", "Workspace"]

Verb = Callable[Concatenate["Session", P], R]
View = Callable[Concatenate[Connection, P], R]


@dataclass(frozen=True, slots=True)
class Changed:
    """What a step changed: table names to ids. ``everything`` is said when it is not known exactly."""

    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    everything: bool = False

    def touches(self, *tables: str) -> bool:
        """Tell whether any of these tables changed."""
        return self.everything or any(table in self.ids for table in tables)


EVERYTHING = Changed(everything=True)


class Workspace:
    """One open planner. ``read_only`` where another program holds the file, or the medium is protected."""

    def __init__(self, path: Path, engine: Engine, lock: FileLock | None, who: str) -> None:
        self.path = path
        self.read_only = lock is None
        self.moved: tuple[Moved, ...] = ()
        self._engine = engine
        self._lock = lock
        self._who = who
        self._listeners: list[Callable[[Changed], None]] = []
        self._seen_version = 0
        self._changed_since_backup = False

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new planner file and open it; never over another file."""
        migrate.create_planner(path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, writable: bool = True, backups: Path | None = None) -> Self:
        """Open a planner file. Where it cannot be locked or written, it is opened to read only.

        ``backups`` is the folder for the copy that is made before an older file is brought up to date;
        by default it stands beside the planner.

        Raises:
            DataError: the file is missing, foreign, damaged, or made by a newer program.
        """
        path = path.resolve()  # by whatever name or link it is opened, it has one lock
        lock = take_lock(path) if writable else None
        engine: Engine | None = None
        try:
            engine = open_engine(path, writable=lock is not None)
            if migrate.needs_upgrade(engine, path):
                _bring_up(engine, path, backups or path.parent, locked=lock is not None)
            space = cls(path, engine, lock, _user())
            space._start()
        except BaseException:
            if engine is not None:
                engine.dispose()
            if lock is not None:
                free_lock(lock)
            raise
        return space

    def _start(self) -> None:
        try:
            if not self.read_only and not self.ask(search.is_current):
                with self._engine.begin() as connection:
                    search.rebuild(connection)
            if not self.read_only and self.ask(zones_outdated):
                self.moved = tuple(self.do_for_good("Zone data", refresh_instants))
            with self._engine.connect() as connection:
                self._seen_version = data_version(connection)
        except DBAPIError as error:
            raise opening_error(error, self.path) from error

    def close(self) -> None:
        """Close the file and let others write it."""
        self._listeners.clear()
        self._give_back()
        self._engine.dispose()
        if self._lock is not None:
            free_lock(self._lock)

    def _give_back(self) -> None:
        """Remove the bytes of files that no undo can bring back; what fails is done at another time."""
        if not self.read_only:
            with suppress(DBAPIError), self._engine.begin() as connection:
                collect_blobs(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Reading

    def ask(self, view: View[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a view and return its frozen result.

        Raises:
            DataError: ``read_failed`` where the file cannot be read, ``file_damaged`` where a value in it
                cannot be.
        """
        try:
            with reading(self._engine).connect() as connection:
                return view(connection, *args, **kwargs)
        except DBAPIError as error:
            raise DataError("read_failed", path=str(self.path), detail=reason(error)) from error
        except AideError:
            raise
        except ValueError as error:  # what stands in a column is not of its kind
            raise DataError("file_damaged", path=str(self.path), detail=str(error)) from error

    def listen(self, listener: Callable[[Changed], None]) -> None:
        """Have ``listener`` told after each commit what changed."""
        self._listeners.append(listener)

    def unlisten(self, listener: Callable[[Changed], None]) -> None:
        """Tell ``listener`` no more."""
        with suppress(ValueError):
            self._listeners.remove(listener)

    def look_for_changes(self) -> bool:
        """Notice what another program wrote since the last look; listeners are told ``EVERYTHING``."""
        version = self.ask(data_version)
        if version == self._seen_version:
            return False
        self._seen_version = version
        self._tell(EVERYTHING)
        return True

    # Writing

    def do(self, label: str, verb: Verb[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run one verb in one transaction under the label that undo will show.

        A verb that changes nothing leaves no step.

        Raises:
            PlanningError: the verb refused; nothing was written.
            DataError: ``read_only``, or ``write_failed``: what is in the file is what was there before.
        """
        return self._run("do", label, verb, *args, **kwargs)

    def refusal(self, verb: Verb[P, R], /, *args: P.args, **kwargs: P.kwargs) -> AideError | None:
        """Return with what error :meth:`do` would end now, ``None`` for none; nothing is written."""
        try:
            self._refuse_read_only()
            with _session(self._engine) as session:
                verb(session, *args, **kwargs)
                session.flush()
                session.rollback()
        except AideError as error:
            return error
        except DBAPIError as error:
            return self._write_failed(error)
        return None

    def do_for_good(self, label: str, verb: Verb[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a verb that undo must not take back: upkeep, and the visit that a new file begins with."""
        return self._run("load", label, verb, *args, **kwargs)

    def _run(self, kind: str, label: str, verb: Verb[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        self._refuse_read_only()
        try:
            with _session(self._engine) as session, session.begin():
                recorder = Recorder(session)
                result = verb(session, *args, **kwargs)
                changes = recorder.finish()
                if changes:
                    write_step(session.connection(), label, changes, who=self._who, kind=kind)
                    search.keep(session.connection(), changes)
        except DBAPIError as error:
            raise self._write_failed(error) from error
        self._committed(changes)
        return result

    def next_undo(self) -> StepName | None:
        """Return the step that undo would take back."""
        return self.ask(undo.next_undo)

    def next_redo(self) -> StepName | None:
        """Return the step that redo would bring again."""
        return self.ask(undo.next_redo)

    def undo(self) -> StepName | None:
        """Take the newest step back and return it; ``None`` where there is none."""
        return self._turn(undo.next_undo, undo.undo)

    def redo(self) -> StepName | None:
        """Bring the step undone last again and return it; ``None`` where there is none."""
        return self._turn(undo.next_redo, undo.redo)

    def undo_to(self, number: int) -> None:
        """Go back to before a step: take it and every open step after it back, all or none.

        Redo brings them again one by one.

        Raises:
            PlanningError: ``step_closed``: undo no longer reaches the step, or it is undone already.
        """
        self._refuse_read_only()
        try:
            with self._engine.begin() as connection:
                changes = undo.undo_to(connection, number, self._who)
                search.keep(connection, changes)
        except DBAPIError as error:
            raise self._write_failed(error) from error
        self._committed(changes)

    def _turn(
        self,
        find: Callable[[Connection], StepName | None],
        turn: Callable[[Connection, StepName, str], list[Change]],
    ) -> StepName | None:
        self._refuse_read_only()
        try:
            with self._engine.begin() as connection:
                step = find(connection)
                if step is None:
                    return None
                changes = turn(connection, step, self._who)
                search.keep(connection, changes)
        except DBAPIError as error:
            raise self._write_failed(error) from error
        self._committed(changes)
        return step

    # Drafts: unfinished text, outside the journal

    def keep_draft(self, key: str, text: str) -> None:
        """Keep the unfinished text of a field; ``key`` is ``table/row/column``."""
        self._refuse_read_only()
        try:
            with _session(self._engine) as session, session.begin():
                session.merge(Draft(key=key, text=text, at=now_utc()))
        except DBAPIError as error:
            raise self._write_failed(error) from error

    def draft(self, key: str) -> str | None:
        """Return the unfinished text of a field."""
        return self.ask(_draft, key)

    def drop_draft(self, key: str) -> None:
        """Forget the unfinished text of a field."""
        self._refuse_read_only()
        try:
            with self._engine.begin() as connection:
                connection.execute(delete(Draft.__table__).where(Draft.key == key))
        except DBAPIError as error:
            raise self._write_failed(error) from error

    # Copies

    def write_backup(self, target: Path) -> None:
        """Write a verified copy of the file; never over another file."""
        backup.write_backup(self._engine, target)

    def keep_backup(self, folder: Path, at: datetime) -> Path | None:
        """Write the automatic backup of this moment (local time) if anything changed since the last."""
        if not self._changed_since_backup:
            return None
        kept = backup.keep_backup(self._engine, folder, backup.series_name(self.path), at)
        self._changed_since_backup = False
        return kept

    def _refuse_read_only(self) -> None:
        if self.read_only:
            raise DataError("read_only", path=str(self.path))

    def _write_failed(self, error: DBAPIError) -> DataError:
        # Whether a failed commit reached the disk is not known: whoever shows data reads it again.
        self._engine.dispose()
        try:
            self._engine = open_engine(self.path, writable=True)
        except DataError:  # the disk has gone; until the file is opened anew, nothing more is written
            self.read_only = True
        self._tell(EVERYTHING)
        return DataError("write_failed", path=str(self.path), detail=reason(error))

    def _committed(self, changes: Iterable[Change]) -> None:
        ids: dict[str, set[str]] = {}
        for change in changes:
            ids.setdefault(change.table, set()).add(change.row_id)
        if ids:
            self._changed_since_backup = True
            self._tell(Changed({table: frozenset(found) for table, found in ids.items()}))

    def _tell(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)


def _session(engine: Engine) -> Session:
    """Return a session for one act. The ORM is loaded with the first: looking at a planner needs none."""
    from sqlalchemy.orm import Session

    map_all()
    return Session(engine, expire_on_commit=False)


def _draft(connection: Connection, key: str) -> str | None:
    return connection.execute(select(Draft.text).where(Draft.key == key)).scalar_one_or_none()


def _bring_up(engine: Engine, path: Path, folder: Path, *, locked: bool) -> None:
    if not locked:
        raise DataError("upgrade_needs_writing", path=str(path))
    backup.keep_backup(engine, folder, f"{backup.series_name(path)}-before-upgrade", datetime.now())  # noqa: DTZ005
    migrate.upgrade_file(engine)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
