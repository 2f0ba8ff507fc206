"""A field in which one types what is to be found in the list below it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme.icons import icon
from app.ui.theme.style import theme
from app.ui.widgets.clearing import let_clear
from app.ui.widgets.composing import ComposingLine


class SearchBox(ComposingLine):
    """Has a glass before its words, and behind them a cross that takes them away."""

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        """Build it; ``name`` is for the screen reader."""
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        let_clear(self)
        self._glass = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._glass.setText(placeholder)
        theme().changed.connect(self._tint)
        self._tint()

    @Slot()
    def _tint(self) -> None:
        self._glass.setIcon(icon("search", theme().tokens.muted))
