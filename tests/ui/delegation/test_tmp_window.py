from typing import Any
import pytest
from PySide6.QtTest import QTest
from app.ui.theme.style import apply_theme
from tests.helpers.pictures import grab
from tests.ui.conftest import *
@pytest.mark.parametrize("size", [(1440,900),(1024,700)])
def test_w(windows: Any, qtbot: Any, qapp: Any, size: Any) -> None:
    frame = windows.frame(size)
    frame.enter("delegation")
    qtbot.wait(50)
    room: Any = frame.rooms.currentWidget() if hasattr(frame,"rooms") else frame._rooms.currentWidget()
    t = room.list.table
    t.setFocus(); t.select(t.ids()[2])
    qtbot.wait(50)
    apply_theme(qapp, "dark" if size[0]==1024 else "light")
    grab(frame, f"delegation-window-{size[0]}")
    room.ask_leaving(t.current_id()); qtbot.wait(50)
    grab(frame, f"delegation-window-page-{size[0]}")
