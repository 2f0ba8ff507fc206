"""A text is as high as its lines, also where its width changes while it is not painted."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.ui.forms.long_text import PlainText

LONG = (
    "A working group with two co-chairs could meet for the first time by April, and is ready to be named. "
    * 3
)


def high_enough(text: PlainText) -> bool:
    last = text.document().lastBlock()
    bottom = text.blockBoundingGeometry(last).translated(text.contentOffset()).bottom()
    return bottom <= text.viewport().height() + 1


def test_it_grows_where_it_was_narrowed_out_of_sight(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    page = QWidget()
    text = PlainText()
    row = QHBoxLayout(page)
    row.addWidget(text)
    for each in (QWidget(), page):
        stack.addWidget(each)
    stack.resize(900, 500)
    stack.show()
    text.setPlainText(LONG)
    for width in (900, 320, 200, 640):
        stack.setCurrentIndex(0)
        stack.resize(width, 500)
        QApplication.processEvents()
        stack.setCurrentWidget(page)
        QApplication.processEvents()
        assert text.lines == text._laid_out(), width
        assert high_enough(text), width


def test_those_of_a_row_are_of_one_height(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    texts = (PlainText(), PlainText())
    row = QHBoxLayout(page)
    for text in texts:
        row.addWidget(text)
        text.share_height(texts)
    page.resize(500, 400)
    page.show()
    texts[1].setPlainText(LONG)
    QApplication.processEvents()
    assert texts[0].height() == texts[1].height()
    assert all(map(high_enough, texts))
    texts[1].setPlainText("")
    assert texts[0].height() == texts[1].height()
    assert texts[0].lines == 2
