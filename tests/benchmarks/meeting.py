"""A meeting opened from another's page, to its repaint: the sample visit in the whole window."""

import os
import tempfile
import time
from pathlib import Path

from app.planning.sample import create_sample
from app.planning.views.meetings import meeting_rows
from tests.benchmarks.measure import Row, percentile

ROUNDS, GOAL_MS = 6, 100.0


def run() -> list[Row]:
    """Measure and return the row."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.aide"
        create_sample(path)
        times = _openings(path, folder)
    middle, late = percentile(times, 0.5), percentile(times, 0.95)
    figure = f"{middle:.0f} ms (p95 {late:.0f} ms)"
    return [
        Row("a meeting opened from another's page, median", figure, f"{GOAL_MS:.0f} ms", middle < GOAL_MS)
    ]


def _openings(path: Path, folder: str) -> list[float]:
    from PySide6.QtWidgets import QApplication

    from app.ui.preferences import Preferences
    from app.ui.screens.meetings.screen import MeetingsScreen
    from app.ui.theme.style import apply_theme
    from app.ui.window.main_window import MainWindow
    from tests.benchmarks.painted import Painted

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    window = MainWindow(Preferences(Path(folder) / "window.ini"))
    window.resize(1440, 900)
    window.show()
    window.open_planner(path)
    frame = window.frame
    assert frame is not None
    frame.enter("meetings")
    screen = window.findChild(MeetingsScreen)
    assert screen is not None
    ids = [row.id for row in frame.desk.ask(meeting_rows, frame.desk.visit_id)]
    screen.open_row(ids[-1])
    application.processEvents()
    seen = Painted(screen.page.prepared.agenda.view.viewport())
    times = []
    for entry_id in ids * ROUNDS:
        seen.count = 0
        start = time.perf_counter()
        screen.open_row(entry_id)
        while not seen.count:
            application.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    window.close()
    window.deleteLater()
    application.processEvents()
    return times
