"""The bar that says why nothing can be changed, and offers to try again."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel
from app.wording import _


class NoticeBar(QFrame):
    """Stands above the work while the file is open for reading only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        notice = QFrame()
        notice.setProperty("role", "notice")
        notice.setProperty("tone", "warn")
        self.words = PlainLabel(
            _("Read only: another program has this planner open, or its folder cannot be written. ")
            + _("What is saved there appears here."),
            wrap=True,
            tone="warn",
        )
        self.try_again = PlainButton(_("Try again"))
        row = QHBoxLayout(notice)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.try_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(notice)
