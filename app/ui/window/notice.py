"""Bars above the work: one sentence, and one thing to do about it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel
from app.wording import _


class NoticeBar(QFrame):
    """A sentence in the warning colour, with a button."""

    def __init__(self, sentence: str, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        notice = QFrame()
        notice.setProperty("role", "notice")
        notice.setProperty("tone", "warn")
        self.words = PlainLabel(sentence, wrap=True, tone="warn")
        self.step = PlainButton(step)
        row = QHBoxLayout(notice)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.step)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(notice)


class ReadOnlyBar(NoticeBar):
    """Says why nothing can be changed, and offers to try again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        sentence = _("Read only: another program has this planner open, or its folder cannot be written. ")
        super().__init__(sentence + _("What is saved there appears here."), _("Try again"), parent)
