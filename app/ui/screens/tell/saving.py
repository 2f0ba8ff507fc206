"""Making one person's sheet and putting it on the disk."""

import re
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.errors import AideError, DataError
from app.planning.released import ReleasedVisit
from app.publish.output import refuse_planner, write_output
from app.ui.faults import log_report
from app.ui.jobs import JobRunner
from app.wording.errors import sentence

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+')
_MOST_LETTERS = 60


class SheetSaving(QObject):
    """Makes sheets, one at a time: ``saved`` carries the path, ``failed`` a sentence."""

    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._runner = JobRunner(self)
        self._runner.finished.connect(self._write)
        self._runner.failed.connect(self._fail)

    @property
    def running(self) -> bool:
        """Whether a sheet is being made."""
        return self._runner.running

    def start(self, path: Path, visit: ReleasedVisit, member_id: str, paper: str, language: str) -> None:
        """Make a member's sheet and write it to ``path``.

        Raises:
            DataError: ``output_is_planner``, ``output_unwritable``; nothing was started.
        """
        refuse_planner(path)
        self._path = path
        self._runner.start("app.publish.sheet.job:run", visit, member_id, paper, language)

    @Slot()
    def cancel(self) -> None:
        """End what is being made; nothing is written."""
        self._runner.cancel()

    @Slot(object)
    def _write(self, data: object) -> None:
        assert isinstance(data, bytes)
        try:
            write_output(self._path, data)
        except AideError as error:
            self.failed.emit(sentence(error))
            return
        self.saved.emit(str(self._path))

    @Slot(object)
    def _fail(self, error: object) -> None:
        if isinstance(error, AideError):
            self.failed.emit(sentence(error))
            return
        log_report(str(getattr(error, "trace", "")))
        self.failed.emit(sentence(DataError("job_failed", detail=getattr(error, "summary", ""))))


def sheet_name(*parts: str) -> str:
    """Return the name of a sheet's file: what a user typed is never a path."""
    fit = (" ".join(_UNFIT.sub(" ", part).split())[:_MOST_LETTERS].strip(". ") for part in parts)
    return ", ".join(part for part in fit if part) + ".pdf"
