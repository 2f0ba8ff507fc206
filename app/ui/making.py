"""Making one paper: a job in a process of its own, and its bytes put on the disk when it is done."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AideError, DataError
from app.publish.calendar.weeks import week_path
from app.publish.output import refuse_planner, write_output
from app.ui.faults import log_report
from app.ui.jobs import JobRunner
from app.wording.errors import sentence


class Making(QObject):
    """Makes papers, one at a time.

    ``progress`` carries steps done and in all; ``saved`` the path and how many files of a week stand beside
    it; ``failed`` a sentence. Each job ends in one of ``saved``, ``failed`` and ``cancelled``. A file that
    stood there is replaced only by a whole one.
    """

    progress = Signal(int, int)
    saved = Signal(str, int)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._planner = Path()
        self._runner = JobRunner(self)
        self._runner.progress.connect(self.progress)
        self._runner.cancelled.connect(self.cancelled)
        self._runner.finished.connect(self._write)
        self._runner.failed.connect(self._fail)

    @property
    def running(self) -> bool:
        """Whether a paper is being made."""
        return self._runner.running

    def start(self, path: Path, planner: Path, function: str, *args: Any) -> None:
        """Make a paper with a job's function and write it to ``path``; ``planner`` is the file it is from.

        Raises:
            DataError: ``output_is_planner``, ``output_unwritable``; nothing was started.
        """
        self._path, self._planner = path, planner
        self._refuse()
        self._runner.start(function, *args)

    @Slot()
    def cancel(self) -> None:
        """End what is being made; nothing is written."""
        self._runner.cancel()

    def _refuse(self) -> None:
        refuse_planner(self._path)
        if self._path.exists() and self._planner.exists() and self._path.samefile(self._planner):
            raise DataError("output_is_planner", path=str(self._path))

    @Slot(object)
    def _write(self, result: bytes | list[tuple[str, bytes]]) -> None:
        # A calendar comes with its name and, where it is too big for some programs, in weeks as well.
        files = [("", result)] if isinstance(result, bytes) else result
        try:
            self._refuse()
            for week, data in files:
                write_output(week_path(self._path, week), data)
        except AideError as error:
            self.failed.emit(sentence(error))
            return
        self.saved.emit(str(self._path), len(files) - 1)

    @Slot(object)
    def _fail(self, error: object) -> None:
        if isinstance(error, AideError):
            self.failed.emit(sentence(error))
            return
        log_report(str(getattr(error, "trace", "")))
        self.failed.emit(sentence(DataError("job_failed", detail=getattr(error, "summary", ""))))
