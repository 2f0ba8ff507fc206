"""Starting the window, and ending it in order."""

import gc
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.domain.zones import use_shipped_zones
from app.ui.faults import watch_for_faults
from app.ui.preferences import Preferences
from app.ui.tables.copying import OURS
from app.ui.theme.icons import icon
from app.ui.theme.style import apply_theme
from app.ui.window.main_window import MainWindow
from app.wording import install

_ICON_PX = 64


def run(path: Path | None) -> int:
    """Open the window, with a planner if one is named, else with the last one; return the exit code."""
    # Nothing made at the start is garbage: collecting it would cost a twentieth of a second.
    use_shipped_zones()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("aide-memoire")
    app.setDesktopFileName("aide-memoire")
    watch_for_faults()
    preferences = Preferences()
    install(preferences.language)
    tokens = apply_theme(app, preferences.theme).tokens
    app.setWindowIcon(icon("landmark", tokens.accent, _ICON_PX))
    window = MainWindow(preferences)
    app.aboutToQuit.connect(window.shut_down)
    wanted = path or preferences.last_file
    if wanted is not None:
        window.open_planner(wanted)
    window.show()
    gc.freeze()
    gc.enable()
    code = app.exec()
    _leave_clipboard()
    # The window goes before the application: Qt's widgets must not outlive it.
    del window
    return code


def _leave_clipboard() -> None:
    """Leave a table that was copied here as plain text: Python's object must not outlive Python."""
    clipboard = QGuiApplication.clipboard()
    copied = clipboard.mimeData()
    if copied is not None and copied.hasFormat(OURS):
        clipboard.setText(copied.text())
