"""Chips: a person, a topic or a file in a line of such."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import ui_font
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.plain import literal, set_tip

_CHIP_PX = 12
_CROSS_PX = 16
_CROSS_RIGHT_PX = 4
# As the style sheet has it: a border and a padding of 9 on each side, of 24 on the side of a cross.
_SIDES_PX = 20
_CROSS_ROOM_PX = 15
_ICON_ROOM_PX = 16
_LEAST_PX = 40


class Chip(PlainButton):
    """A pill with words. It can be clicked, toggled, and, with a name for that, removed.

    ``tone`` is empty, ``accent``, ``soft``, ``warn`` or ``bad``. Delete and Backspace remove, as does the
    cross.
    """

    removed = Signal()

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        tone: str = "",
        icon_name: str = "",
        remove_name: str = "",
    ) -> None:
        self._cross: IconButton | None = None
        super().__init__(text, parent, icon_name=icon_name, role="chip")
        self.setFont(ui_font(_CHIP_PX))
        self.setIconSize(QSize(_CHIP_PX, _CHIP_PX))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", tone)
        if remove_name:
            self.setProperty("removable", True)
            self._cross = IconButton("x", remove_name, self, tone="muted", small=True)
            # Tab stops at the chip, whose Delete key does the same.
            self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._cross.clicked.connect(self.removed)

    def sizeHint(self) -> QSize:
        # By the whole words, not by what is shown of them: else a chip once narrow would stay so.
        return super().sizeHint() + QSize(self._wide(literal(self.words())) - self._wide(self.text()), 0)

    def _wide(self, text: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, text).width()

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST_PX), hint.height())

    def set_words(self, text: str) -> None:
        super().set_words(text)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._cross is not None and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as much of the words as there is room for."""
        room = self.width() - _SIDES_PX - (0 if self.icon().isNull() else _ICON_ROOM_PX)
        if self._cross is not None:
            self._cross.setGeometry(
                self.width() - _CROSS_PX - _CROSS_RIGHT_PX,
                (self.height() - _CROSS_PX) // 2,
                _CROSS_PX,
                _CROSS_PX,
            )
            room -= _CROSS_ROOM_PX
        if self.words():
            shown = self.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, room)
            self.setText(literal(shown))
            set_tip(self, "" if shown == self.words() else self.words())
