"""At 200 % every room comes up, without a word of complaint."""

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.planner import planner

ROOT = Path(__file__).parents[3]
DRIVER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.domain.zones import use_shipped_zones
from app.ui.preferences import Preferences
from app.ui.theme.style import apply_theme
from app.ui.window.catalogue import all_rooms
from app.ui.window.main_window import MainWindow

use_shipped_zones()
app = QApplication(sys.argv[:1])
apply_theme(app, "light")
window = MainWindow(Preferences())
window.resize(1440, 900)
window.show()
assert window.open_planner(Path(sys.argv[1]))
for room in all_rooms():
    window.frame.enter(room.name)
    for _turn in range(3):
        app.processEvents()
    assert window.frame.rooms.currentWidget().isVisible()
    if len(sys.argv) > 2:
        window.grab().save(f"{sys.argv[2]}/scaled-{room.name}.png")
print(window.devicePixelRatio(), window.width())
window.resize(960, 540)  # a screen of 1920 × 1080
for room in all_rooms():
    window.frame.enter(room.name)
    for _turn in range(3):
        app.processEvents()
    if (window.width(), window.height()) != (960, 540):
        print(room.name, window.size())
print(window.width(), window.height())
window.close()
"""


def test_each_room_comes_up_at_200_percent(tmp_path: Path) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER, "utf-8")
    pictures = ROOT / "build" / "pictures"
    wanted = [str(pictures)] if os.environ.get("AIDE_PICTURES") and pictures.is_dir() else []
    done = subprocess.run(
        [sys.executable, driver, planner(tmp_path, "sample"), *wanted],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": "2", "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    said = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert (done.returncode, said) == (0, [])
    assert done.stdout.split() == ["2.0", "1440", "960", "540"]
