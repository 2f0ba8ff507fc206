"""The whole program in a process of its own: it starts, works, and ends without a word of complaint."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.windows import Windows

ROOT = Path(__file__).parents[3]
DRIVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.ui import application
from app.ui.files import FileChooser
from app.ui.tables.view import Table
from app.ui.window.main_window import MainWindow

class Answer(FileChooser):
    def to_save(self, *_given, **_named):
        return Path(sys.argv[1]).with_suffix(".pdf")

def work():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window._chooser = Answer()
    if window.frame is None:
        print("start", window.start.error())
    else:
        window.frame.rooms._chooser = Answer()
        window.frame.enter("book")
        window.frame.rooms.exporting().save.click()
        print("making", window.frame.rooms.exporting().making.running)
        window.frame.enter("people")
        people = window.frame.rooms.currentWidget()
        table = next(table for table in people.findChildren(Table) if table.isVisible())
        table.selectAll()
        table.copy()
        print("copied", "Yoon" in QApplication.clipboard().text())
    heavy = {"alembic", "reportlab", "icalendar"} & set(sys.modules)
    print("loaded", sorted(heavy))
    QTimer.singleShot(0, QApplication.quit)

if __name__ == "__main__":
    shown = MainWindow.showEvent

    def show_event(window, event):
        shown(window, event)
        QTimer.singleShot(100, work)

    MainWindow.showEvent = show_event
    sys.exit(application.run(Path(sys.argv[1])))
"""


def run(tmp_path: Path, planner: Path) -> subprocess.CompletedProcess[str]:
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-W", "error", str(driver), str(planner)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("there", [True, False])
def test_it_ends_in_order_even_while_a_book_is_made(tmp_path: Path, windows: Windows, *, there: bool) -> None:
    planner = windows.planner() if there else tmp_path / "missing.aide"
    done = run(tmp_path, planner)
    complaints = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert complaints == []
    assert done.returncode == 0
    told = done.stdout.splitlines()
    work = ["making True", "copied True"] if there else [f"start There is no file {planner}."]
    assert told == [*work, "loaded []"]
    assert not planner.with_suffix(".pdf").exists()
    assert not planner.with_name(planner.name + ".lock").exists()
