"""Fields whose text a button takes away."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from app.wording import _

_QTS_NAME = "_q_qlineeditclearaction"


def let_clear(edit: QLineEdit) -> None:
    """Give a field the button that takes its text away, with a name: Qt gives it none."""
    edit.setClearButtonEnabled(True)
    action = edit.findChild(QAction, _QTS_NAME)
    if action is not None:
        action.setText(_("Take the text away"))
