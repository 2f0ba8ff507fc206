"""The board in light and dark at 100 and 200 %: all words whole, in their boxes, and to be read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.pictures import FOLDER
from tests.helpers.planner import planner

ROOT = Path(__file__).parents[4]
DRIVER = """
import json
import sys
from pathlib import Path
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from app.domain.zones import use_shipped_zones
from app.planning.verbs.entries import edit_entry
from app.ui.preferences import Preferences
from app.ui.screens.programme.board.lettering import advance, line_px
from app.ui.screens.programme.board.typesetting import typeset
from app.ui.screens.programme.screen import ProgrammeScreen
from app.ui.theme.palette import contrast
from app.ui.theme.style import apply_theme
from app.ui.window.main_window import MainWindow

LONG = ("Gespräch im Bundesministerium für Forschung und Raumfahrt", "한국항공우주연구원 공동 연구 회의")
LEAST = 3.0  # thin strokes are drawn paler than their colour, whose own contrast the theme's tests see to

def inked(image, rect):
    "Return the contrast between the commonest colour of a part of a picture and the one farthest from it."
    scale = image.devicePixelRatio()
    left, top = int(rect.left() * scale), int(rect.top() * scale)
    right, bottom = int(rect.right() * scale), int(rect.bottom() * scale)
    colors = [image.pixelColor(x, y).name() for x in range(left, right) for y in range(top, bottom)]
    ground = max(set(colors), key=colors.count)
    return max(contrast(each, ground) for each in set(colors))

use_shipped_zones()
app = QApplication(sys.argv[:1])
apply_theme(app, sys.argv[2])
window = MainWindow(Preferences())
window.resize(1440, 900)
window.show()
assert window.open_planner(Path(sys.argv[1]))
desk = window.frame.desk
screen = window.frame.findChild(ProgrammeScreen)
scene, view = screen.board().scene, screen.board().view
meetings = sorted(line.id for line in scene.lines.values() if line.kind.value == "meeting")
for number, entry_id in enumerate(meetings):
    desk.do("Long", edit_entry, entry_id, title=LONG[number % 2])
for _turn in range(5):
    app.processEvents()
picture = view.viewport().grab().toImage()
seen = QRectF(view.viewport().rect())
told = {"ratio": picture.devicePixelRatio(), "size": [picture.width(), picture.height()],
        "room": [view.viewport().width(), view.viewport().height()], "lines": 0, "cut": [], "faint": []}
for block in scene.blocks():
    rect = QRectF(view.mapFromScene(block.rect()).boundingRect())
    if not seen.contains(rect):
        continue
    for line in typeset(block.face, int(block.rect().width()), int(block.rect().height())).lines:
        wide, high = advance(line.text, line.hand), line_px(line.hand)
        told["lines"] += 1
        if line.x + wide > rect.width() + 0.5 or line.y + high > rect.height() + 1:
            told["cut"].append(line.text)
        words = QRectF(rect.left() + line.x, rect.top() + line.y, wide, high) & rect
        if inked(picture, words) < LEAST:
            told["faint"].append(line.text)
if len(sys.argv) > 3:
    window.grab().save(sys.argv[3])
print(json.dumps(told))
window.close()
"""


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_whole_and_to_be_read(tmp_path: Path, scheme: str, scale: int) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER, "utf-8")
    wanted = []
    if os.environ.get("AIDE_PICTURES"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        wanted = [str(FOLDER / f"board-{scheme}-{scale}00.png")]
    done = subprocess.run(
        [sys.executable, driver, planner(tmp_path, "sample"), scheme, *wanted],
        cwd=ROOT,
        env=os.environ
        | {"QT_SCALE_FACTOR": str(scale), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["ratio"] == scale
    assert told["size"] == [side * scale for side in told["room"]]
    assert told["lines"] > 40
    assert (told["cut"], told["faint"]) == ([], [])
