"""An edit to its repaint in a visit of 500 entries, alone in the file and with 200 other visits.

Measured in the whole window: from the call of the verb to the end of the list's paint event.
"""

import os
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from app.data.models import Entry, Visit
from app.domain.time import to_utc
from app.planning.verbs.entries import edit_entry, move_entry
from app.planning.workspace import Workspace
from tests.benchmarks.measure import Row, percentile

ENTRIES, OTHERS, OTHER_ENTRIES, EDITS, GOAL_MS, GOAL_RATIO = 500, 200, 100, 300, 16.0, 1.1
ZONE = "Europe/Paris"


def run() -> list[Row]:
    """Measure and return the rows."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    alone = _measure(others=0)
    crowded = _measure(others=OTHERS)
    ratio = crowded[0] / alone[0]
    return [
        Row(f"edit to repaint, {ENTRIES} entries, p95", _told(alone), f"{GOAL_MS} ms", alone[1] < GOAL_MS),
        Row(
            f"the same with {OTHERS} other visits, p95", _told(crowded), f"{GOAL_MS} ms", crowded[1] < GOAL_MS
        ),
        Row("medians, crowded : alone", f"{ratio:.2f} times", f"{GOAL_RATIO} times", ratio <= GOAL_RATIO),
    ]


def _told(figures: tuple[float, float]) -> str:
    return f"{figures[1]:.1f} ms (median {figures[0]:.1f} ms)"


def _measure(*, others: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.aide"
        with Workspace.create(path) as space:
            space.do_for_good("Fill", _fill, others)
        times = _edits(path, folder)
    return percentile(times, 0.5), percentile(times, 0.95)


def _fill(session: Session, others: int) -> None:
    for number in range(others + 1):
        count = OTHER_ENTRIES if number else ENTRIES
        visit_id = f"visit-{number}"
        start = date(2026, 5, 4) if number == 0 else date(2020, 1, 6)
        session.add(
            Visit(
                id=visit_id,
                title=f"Visit {number}",
                home_city="Seoul",
                home_zone="Asia/Seoul",
                starts_on=start,
                ends_on=start + timedelta(days=20),
            )
        )
        for line in range(count):
            wall = datetime.combine(start, datetime.min.time()) + timedelta(days=line // 24, hours=line % 24)
            end = wall + timedelta(minutes=45)
            session.add(
                Entry(
                    id=f"{visit_id}-{line}",
                    visit_id=visit_id,
                    title=f"Entry {line}",
                    start_wall=wall,
                    start_zone=ZONE,
                    end_wall=end,
                    end_zone=ZONE,
                    start_utc=to_utc(wall, ZONE),
                    end_utc=to_utc(end, ZONE),
                )
            )


def _edits(path: Path, folder: str) -> list[float]:
    from PySide6.QtWidgets import QApplication

    from app.ui.preferences import Preferences
    from app.ui.screens.programme.list_form import ListForm
    from app.ui.theme.style import apply_theme
    from app.ui.window.main_window import MainWindow
    from tests.benchmarks.painted import Painted

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    preferences = Preferences(Path(folder) / "window.ini")
    preferences.programme_form = "list"
    window = MainWindow(preferences)
    window.resize(1440, 900)
    window.show()
    window.open_planner(path)
    assert window.frame is not None
    desk = window.frame.desk
    desk.show_visit("visit-0")
    form = window.findChild(ListForm)
    assert form is not None
    application.processEvents()
    seen = Painted(form.view.viewport())
    times = []
    for number in range(EDITS):
        seen.count = 0
        entry = f"visit-0-{number % 12}"  # in view
        start = time.perf_counter()
        if number % 2:
            desk.do("Rename", edit_entry, entry, title=f"Renamed {number}")
        else:
            wall = datetime(2026, 5, 4, number % 12, 5 * (1 + number % 10))
            desk.do("Move", move_entry, entry, start_wall=wall)
        while not seen.count:
            application.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    window.close()
    window.deleteLater()
    application.processEvents()
    return times
