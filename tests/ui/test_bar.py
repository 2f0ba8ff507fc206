"""A bar has one line while there is room; then what finds none goes on below, and nothing is cut."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.tables.bar import RoomBar
from app.ui.widgets.plain import literal
from app.ui.widgets.segmented import SegmentedControl
from tests.helpers.pseudo import pseudo
from tests.ui.languages.tour import settle


@pytest.mark.parametrize("width", [1100, 760, 560])
def test_a_bar_wraps_instead_of_eliding(qtbot: QtBot, width: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = RoomBar(pseudo("Delegation"), pseudo("Add member"))
    sides = SegmentedControl([(each, pseudo(each)) for each in ("All", "Our side", "Hosts")], "Sides")
    bar.add_control(sides)
    bar.show_counts(3, 31)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addStretch(1)
    window.resize(width, 300)
    window.show()
    settle()
    segments = [sides.button(key) for key in ("All", "Our side", "Hosts")]
    assert [segment.text() for segment in segments] == [literal(segment.words()) for segment in segments]
    for part in (sides, bar.add, bar.filter, bar.count):
        assert bar.rect().contains(QRect(part.mapTo(bar, QPoint(0, 0)), part.size()))
    assert bar.filter.width() >= 96
    assert bar.filter.y() < 28  # beside the title, however many lines there are
    assert bar.count.geometry().right() == width - 16 - 1
    two_lines = 80
    assert (bar.height() < two_lines) == (width == 1100)
