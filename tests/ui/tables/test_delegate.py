"""How words are written into a cell."""

from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.preferences import Preferences
from app.ui.tables.column import Column
from app.ui.tables.view import Table
from app.ui.theme.style import apply_theme, theme
from tests.ui.tables.rows import Someone


def test_the_line_through_struck_words_goes_through_them(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    columns = (
        Column("before", "Before", lambda _row: "", width=100),
        Column("name", "Name", lambda row: row.name, look=lambda _row: "struck", width=200),
    )
    table = Table("people", columns, Preferences(tmp_path / "window.ini"), label="People", kind="person")
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show_rows([Someone("a", "cancelled"), Someone("b", "no others")])
    with qtbot.waitExposed(table):
        table.show()
    for row in range(2):
        rect = table.visualRect(table.model().index(row, 1))
        picture = table.viewport().grab().toImage()
        ink = QColor(theme().tokens.ink).rgb()
        struck = [
            sum(picture.pixel(x, y) == ink for x in range(rect.left(), rect.right()))
            for y in range(rect.top(), rect.bottom())
        ]
        line = struck.index(max(struck))
        assert max(struck) > 40
        assert abs(line - rect.height() // 2) <= 3
