"""The desk: the open planner as the window's widgets see it.

Every widget reads with ``ask`` and writes with ``do``; ``changed`` tells which tables and ids changed, and
each visible screen asks again for what it shows. Nothing else in the window knows the workspace.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import AideError, DataError
from app.planning.clock import today
from app.planning.instants import Moved
from app.planning.views.drafts import all_drafts, unfinished
from app.planning.workspace import EVERYTHING, Changed, StepName, Verb, View, Workspace

P = ParamSpec("P")
R = TypeVar("R")

LOOK_MILLISECONDS = 2000  # how often a reader looks for what another program wrote
BACKUP_MILLISECONDS = 30 * 60 * 1000
#: How often the day is looked at. A machine that slept over midnight wakes with its timers late: so no timer
#: waits for midnight itself.
DAY_MILLISECONDS = 60 * 1000


class Desk(QObject):
    """One open planner and the visit in view.

    ``changed`` carries a :class:`Changed`: of everything when a new day begins on this desk's calendar, for
    what is overdue, and how many days are left, hang on it. ``saved`` is emitted after each commit,
    ``failed`` with the error when a write did not reach the file; the widget that asked gets the error
    raised as well, keeps what was typed, and shows the sentence beside the field. ``closed`` comes once,
    before the file is closed: what was made for its time goes then. ``unfinished`` carries how many fields
    hold a text that was kept, in this session or an earlier one, and is not saved.
    """

    changed = Signal(object)
    saved = Signal()
    failed = Signal(object)
    unfinished = Signal(int)
    visit_changed = Signal(str)
    closed = Signal()

    def __init__(self, space: Workspace, backups: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._space = space
        self._backups = backups
        self._visit_id = ""
        self._unfinished_count = 0
        self._drafts: Mapping[tuple[str, str], Mapping[str, str]] | None = None  # asked for when wanted
        self._look_failed = False
        space.listen(self._on_changed)
        self._count_unfinished()
        self._timer = QTimer(self)
        if space.read_only:
            self._timer.timeout.connect(self._look)
            self._timer.start(LOOK_MILLISECONDS)
        elif backups is not None:
            self._timer.timeout.connect(self.keep_backup)
            self._timer.start(BACKUP_MILLISECONDS)
        self._day = today()
        self._day_timer = QTimer(self)
        self._day_timer.timeout.connect(self.look_at_day)
        self._day_timer.start(DAY_MILLISECONDS)

    @property
    def path(self) -> Path:
        """The planner file."""
        return self._space.path

    @property
    def read_only(self) -> bool:
        """Whether another program holds the file for writing."""
        return self._space.read_only

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The entries whose instants moved with newer zone data when the file was opened."""
        return self._space.moved

    @property
    def unfinished_count(self) -> int:
        """How many fields hold a text that is not saved; none for a reader, who is shown what is stored."""
        return self._unfinished_count

    @property
    def visit_id(self) -> str:
        """The visit in view; empty where the file holds none."""
        return self._visit_id

    def show_visit(self, visit_id: str) -> None:
        """Bring another visit into view."""
        if visit_id != self._visit_id:
            self._visit_id = visit_id
            self.visit_changed.emit(visit_id)

    def ask(self, view: View[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a view and return its frozen result."""
        return self._space.ask(view, *args, **kwargs)

    def do(self, label: str, verb: Verb[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a verb under the label that undo will show.

        Raises:
            PlanningError: the verb refused; nothing was written.
            DataError: the file could not be written.
        """
        try:
            result = self._space.do(label, verb, *args, **kwargs)
        except DataError as error:
            self.failed.emit(error)
            raise
        self.saved.emit()
        return result

    def refusal(self, verb: Verb[P, R], /, *args: P.args, **kwargs: P.kwargs) -> AideError | None:
        """Return with what error a verb would end now, ``None`` for none; nothing is written."""
        return self._space.refusal(verb, *args, **kwargs)

    def undo(self) -> StepName | None:
        """Take the newest step back; ``None`` where there is none, or the file could not be written."""
        return self._turn(redo=False)

    def redo(self) -> StepName | None:
        """Bring the step undone last again; ``None`` where there is none, or it could not be written."""
        return self._turn(redo=True)

    def undo_to(self, number: int) -> None:
        """Go back to before a step; redo brings what was taken back again, one step after the other.

        Raises:
            PlanningError: undo no longer reaches the step; nothing was written.
            DataError: the file could not be written.
        """
        try:
            self._space.undo_to(number)
        except DataError as error:
            self.failed.emit(error)
            raise
        self.saved.emit()

    def _turn(self, *, redo: bool) -> StepName | None:
        try:
            step = self._space.redo() if redo else self._space.undo()
        except AideError as error:
            self.failed.emit(error)
            return None
        self.saved.emit()
        return step

    def next_undo(self) -> StepName | None:
        """Return the step that undo would take back."""
        return self._space.next_undo()

    def next_redo(self) -> StepName | None:
        """Return the step that redo would bring again."""
        return self._space.next_redo()

    def keep_draft(self, key: str, text: str) -> None:
        """Keep the unfinished text of a field (``table/row/column``); a failure is told, not raised."""
        self._drafts = None
        try:
            self._space.keep_draft(key, text)
        except AideError as error:
            self.failed.emit(error)
        else:
            self._count_unfinished()

    def draft(self, key: str) -> str | None:
        """Return the unfinished text of a field."""
        return self._space.draft(key)

    def drafts(self, table: str, row_id: str) -> Mapping[str, str]:
        """Return the unfinished texts of a row by column: all are asked for at once, for few rows have any.

        Raises:
            DataError: they cannot be read.
        """
        if self._drafts is None:
            self._drafts = self.ask(all_drafts)
        return self._drafts.get((table, row_id), {})

    def drop_draft(self, key: str) -> None:
        """Forget the unfinished text of a field."""
        self._drafts = None
        try:
            self._space.drop_draft(key)
        except AideError as error:
            self.failed.emit(error)
        else:
            self._count_unfinished()

    def _count_unfinished(self) -> None:
        try:
            count = 0 if self.read_only else len(self.ask(unfinished))
        except AideError:  # what cannot be counted now is counted with the next change
            return
        if count != self._unfinished_count:
            self._unfinished_count = count
            self.unfinished.emit(count)

    def write_backup(self, target: Path) -> None:
        """Write a verified copy of the planner; never over another file.

        Raises:
            DataError: ``file_exists``, ``folder_missing``, ``backup_failed``.
        """
        self._space.write_backup(target)

    def keep_backup(self) -> None:
        """Write the automatic backup if anything changed since the last; a failure is told, not raised."""
        if self._backups is None or self.read_only:
            return
        try:
            self._space.keep_backup(self._backups, datetime.now())  # noqa: DTZ005 - a name for people
        except (AideError, OSError) as error:
            self.failed.emit(error)

    def close(self) -> None:
        """Stop listening and close the file."""
        self._timer.stop()
        self._day_timer.stop()
        try:
            self.keep_backup()
        finally:
            self._space.unlisten(self._on_changed)
            self.closed.emit()
            self._space.close()

    def look_at_day(self) -> None:
        """Have all that is shown asked for again if a new day has begun."""
        day = today()
        if day != self._day:
            self._day = day
            self.changed.emit(EVERYTHING)

    def _look(self) -> None:
        try:
            self._space.look_for_changes()
        except AideError as error:
            if not self._look_failed:  # told once, not every two seconds
                self.failed.emit(error)
            self._look_failed = True
        else:
            self._look_failed = False

    def _on_changed(self, changed: Changed) -> None:
        self._drafts = None
        self.changed.emit(changed)
        self._count_unfinished()  # a text of a row that has gone waits for nobody; one that came back does
