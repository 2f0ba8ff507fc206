"""Fields whose text a button takes away."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from app.ui.theme.icons import icon
from app.ui.theme.style import theme
from app.wording import _

_QTS_NAME = "_q_qlineeditclearaction"


def let_clear(edit: QLineEdit) -> None:
    """Give a field the button that takes its text away, with a name and our cross: Qt gives it neither."""
    edit.setClearButtonEnabled(True)
    action = edit.findChild(QAction, _QTS_NAME)
    if action is not None:
        action.setText(_("Take the text away"))
        _Cross(action, edit)


class _Cross(QObject):
    """Draws the cross in the colours of the theme."""

    def __init__(self, action: QAction, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._action = action
        theme().changed.connect(self._tint)
        self._tint()

    @Slot()
    def _tint(self) -> None:
        self._action.setIcon(icon("x", theme().tokens.muted))
