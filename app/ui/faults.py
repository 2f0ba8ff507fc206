"""Bugs: written to the log, and shown with a way to report them. The program goes on."""

import logging
import sys
import traceback
from functools import cache
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog

from app.paths import log_dir

LOG_NAME = "aide-memoire.log"
_LOG_BYTES = 512 * 1024
_LOGS_KEPT = 3


class _Shown:
    """One report at a time: a fault while one is shown is only written to the log."""

    dialog: QDialog | None = None


def watch_for_faults() -> None:
    """Have every error that nobody caught written to the log and shown."""
    sys.excepthook = on_fault


def on_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write an error that nobody caught to the log, and show it."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    report = "".join(traceback.format_exception(kind, error, trace))
    log_report(report)
    sys.stderr.write(report)
    show_report(report)


def log_report(report: str) -> None:
    """Write a report to the log; a log that cannot be written stops nobody."""
    try:
        _log().error("%s", report)
    except OSError:
        sys.stderr.write("the log cannot be written\n")


def show_report(report: str) -> None:
    """Show a report beside the window, unless one is shown already or there is no window."""
    if QApplication.instance() is None or _Shown.dialog is not None:
        return
    from app.ui.window.report import ReportDialog

    dialog = ReportDialog(report, log_dir() / LOG_NAME, QApplication.activeWindow())
    dialog.finished.connect(_forget)
    _Shown.dialog = dialog
    dialog.show()


def shown_report() -> QDialog | None:
    """Return the report that is shown."""
    return _Shown.dialog


def _forget() -> None:
    dialog, _Shown.dialog = _Shown.dialog, None
    if dialog is not None:
        dialog.deleteLater()


@cache
def _log() -> logging.Logger:
    from logging.handlers import RotatingFileHandler

    folder = log_dir()
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / LOG_NAME, maxBytes=_LOG_BYTES, backupCount=_LOGS_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.getLogger("aide-memoire")
    log.addHandler(handler)
    log.propagate = False
    return log
