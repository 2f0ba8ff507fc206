"""A field: its name above, what one types in, and beneath it what is wrong with it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.theme.style import restyle
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.ui.widgets.plain import set_tip
from app.ui.widgets.tuning import tune

NAME_GAP_PX = 4  # between the name, the editor and what is wrong with it
_NAME_LEAST_PX = 64
_NO_LIMIT_PX = 16_777_215  # Qt's QWIDGETSIZE_MAX, which PySide does not carry


class _FieldName(MutedLabel):
    """The name above; a click on it goes to the field.

    Not a QLabel's buddy: a label with a buddy reads ampersands as mnemonics.
    """

    def __init__(self, text: str, editor: QWidget) -> None:
        super().__init__(text, elide=True)
        self._editor = editor

    def minimumSizeHint(self) -> QSize:
        # A name that is long in some language shall not make its field wider than the pane.
        hint = self.sizeHint()
        return QSize(min(hint.width(), _NAME_LEAST_PX), hint.height())

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        super().mousePressEvent(event)
        self._editor.setFocus(Qt.FocusReason.MouseFocusReason)


class FieldBox(QWidget):
    """An editor with its name and its error. An error never touches what was typed."""

    def __init__(self, label: str, editor: QWidget, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self._label = _FieldName(label, editor)
        self._error = PlainLabel("", wrap=True, tone="bad")
        self._error.setFont(ui_font(SMALL_PX))
        self._error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(NAME_GAP_PX)
        self._column.addWidget(self._label)
        self._column.addWidget(editor)
        self._column.addWidget(self._error)
        # Neighbours in a row stand at one height, whether or not one of them has an error. Not by the
        # layout's alignment: it gives words that wrap no more than the height they hint at, and cuts them.
        self._column.addStretch(1)
        if editor.maximumHeight() < _NO_LIMIT_PX:
            # An editor of a given height asks for no more, or its name would float above it.
            editor.setSizePolicy(editor.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        tune(editor)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        set_tip(self._label, hint)
        if isinstance(editor, QLineEdit) and not editor.placeholderText():
            editor.setPlaceholderText(hint)
            set_tip(editor, hint)
        self.setFocusProxy(editor)

    def set_name(self, text: str) -> None:
        """Call the field otherwise."""
        self._label.setText(text)
        self.editor.setAccessibleName(text)

    def add_below(self, widget: QWidget) -> None:
        """Show something more under the editor and its error."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def error(self) -> str:
        """Return what is said to be wrong, or nothing."""
        return self._error.text()

    def set_error(self, text: str) -> None:
        """Say what is wrong; with no words, that nothing is."""
        if text == self.error():
            return
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.editor.setProperty("invalid", bool(text))
        self.editor.setAccessibleDescription(text or self._hint)
        restyle(self.editor)
