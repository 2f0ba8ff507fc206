"""The window starts without Qt's bindings reading the source of all that is imported."""

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.windows import Windows

ROOT = Path(__file__).parents[2]
DRIVER = """
import linecache
import sys
from PySide6.QtWidgets import QApplication
from app.cli import main

def seen(*_given):
    shown = [type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    read = [name for name in linecache.cache if "app/ui/window" in name.replace(chr(92), "/")]
    print("shown", "MainWindow" in shown, "loaded", "app.ui.window.main_window" in sys.modules, "read", read)
    return 0

QApplication.exec = seen
sys.exit(main(sys.argv[1:]))
"""


def test_the_start_reads_no_source(tmp_path: Path, windows: Windows) -> None:
    places = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **places}
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, str(windows.planner())],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr, done.returncode) == (
        "shown True loaded True read []",
        "",
        0,
    )
