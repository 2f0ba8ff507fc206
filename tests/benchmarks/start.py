"""From the start of the process to the painted programme, beside a bare window and ``import sqlalchemy``."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from app.paths import ROOT
from app.planning.sample import create_sample
from tests.benchmarks.measure import Row, in_turn

ROUNDS, GOAL = 15, 1.5

OURS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
execute = QApplication.exec
def patched():
    from app.ui.screens.programme.board.view import BoardView
    paint = BoardView.paintEvent
    def painted(self, event):
        paint(self, event)
        if self.board.lines:
            QTimer.singleShot(0, QApplication.quit)
    BoardView.paintEvent = painted
    for window in QApplication.topLevelWidgets():
        window.update()
    return execute()
QApplication.exec = lambda *_: patched()
from app.cli import main
main(sys.argv[1:])
"""

BARE = """
import sqlalchemy
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.quit)
application = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""


def run() -> list[Row]:
    """Measure and return the row."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.aide"
        create_sample(path)
        ours, other, ratio = in_turn(
            lambda: _child(OURS, folder, str(path)), lambda: _child(BARE, folder), ROUNDS
        )
    figure = f"{ours:.2f} s : {other:.2f} s = {ratio:.2f} times"
    return [
        Row("start to painted programme : bare window, sqlalchemy", figure, f"{GOAL} times", ratio <= GOAL)
    ]


def _child(script: str, home: str, *arguments: str) -> None:
    places = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    # As at a user's: compiled files are kept, so that each import is compiled in the warm-up alone.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)} | places
    subprocess.run([sys.executable, "-c", script, *arguments], check=True, cwd=ROOT, env=environment)
