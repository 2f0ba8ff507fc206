"""Pictures of widgets, to be looked at beside the design: ``AIDE_PICTURES=1 pytest tests/ui``."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

FOLDER = Path(__file__).parents[2] / "build" / "pictures"


def grab(widget: QWidget, name: str) -> Path | None:
    """Save what a widget looks like now as ``build/pictures/NAME.png``, if pictures are wanted."""
    if not os.environ.get("AIDE_PICTURES"):
        return None
    QApplication.processEvents()
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.png"
    assert widget.grab().save(str(path)), path
    return path
