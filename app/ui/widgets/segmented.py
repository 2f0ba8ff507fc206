"""One of several: a row of buttons that belong together."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.theme.style import restyle
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.plain import literal, set_tip


class _Segment(PlainButton):
    """One choice of a segmented control; wide enough for its words when chosen and semibold.

    Squeezed for want of room, it elides them, and its tip tells the whole.
    """

    def sizeHint(self) -> QSize:
        return QSize(self._bold_width(self.words()) + self._sides(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        room = self.width() - self._sides()
        shown = _bold().elidedText(self.words(), Qt.TextElideMode.ElideRight, room)
        if literal(shown) != self.text():
            self.setText(literal(shown))
            set_tip(self, "" if shown == self.words() else self.words())

    def _sides(self) -> int:
        """Return the width that frame and padding take."""
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()
        return super().sizeHint().width() - text

    @staticmethod
    def _bold_width(words: str) -> int:
        return _bold().size(Qt.TextFlag.TextSingleLine.value, words).width()


def _bold() -> QFontMetrics:
    return QFontMetrics(ui_font(weight=SEMIBOLD))


class SegmentedControl(QWidget):
    """A row of buttons of which one is chosen; the arrow keys choose, Tab passes by."""

    selected = Signal(str)

    def __init__(self, choices: Iterable[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """Build it from (key, words) pairs; the first is chosen. ``name`` is for the screen reader."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, words in choices:
            button = _Segment(words, self, role="segment")
            button.setCheckable(True)
            button.setProperty("key", key)
            self._buttons[key] = button
            self._group.addButton(button)
            row.addWidget(button)
        self._mark_places()
        if self._buttons:
            next(iter(self._buttons.values())).setChecked(True)
        self._let_tab_in()
        self._group.buttonToggled.connect(self._tell)

    def current(self) -> str:
        """Return the key of the chosen segment."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def has(self, key: str) -> bool:
        """Tell whether there is a segment of this key."""
        return key in self._buttons

    def select(self, key: str) -> None:
        """Choose a segment; tells as if it had been clicked, unless it was chosen already.

        Raises:
            KeyError: there is no such segment.
        """
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> PlainButton:
        """Return the button of a segment."""
        return self._buttons[key]

    def _mark_places(self) -> None:
        buttons = list(self._buttons.values())
        for button in buttons:
            button.setProperty("place", "middle")
        if buttons:
            buttons[0].setProperty("place", "first")
            buttons[-1].setProperty("place", "last" if len(buttons) > 1 else "only")
        for button in buttons:
            restyle(button)

    def _let_tab_in(self) -> None:
        """Let Tab stop at the chosen segment alone, and the focus go along where a program chooses.

        Qt does so only once one of them had the focus.
        """
        buttons = self._buttons.values()
        focused = any(button.hasFocus() for button in buttons)
        for button in buttons:
            chosen = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
            if chosen and focused and not button.hasFocus():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QAbstractButton, bool)
    def _tell(self, button: QAbstractButton, chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        if chosen:
            self._let_tab_in()
            self.selected.emit(str(button.property("key")))
