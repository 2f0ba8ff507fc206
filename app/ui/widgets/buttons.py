"""Buttons: plain, primary, icon alone."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QToolButton, QWidget

from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.theme.icons import ICON_PX, icon, icon_pixmap
from app.ui.theme.style import theme
from app.ui.widgets.plain import literal, set_tip

_SMALL_ICON_PX = 12
_ARROW_EDGE_PX = 7
_ICON_GAP_PX = 4  # Qt's own, between the icon of a button and its words
_RING_INSET = (2.5, 2.5, -2.5, -2.5)
_RING_RADIUS = 4


class PlainButton(QPushButton):
    """A button with a text shown literally, and perhaps an icon in the colour of the text.

    ``role`` is empty, ``primary``, ``quiet`` (no frame) or ``link``.
    """

    _ink = "ink"

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, icon_name: str = "", role: str = ""
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._words = ""
        self.setAutoDefault(False)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        if role:
            self.setProperty("role", role)
        self.set_words(text)
        theme().changed.connect(self._tint)
        self.toggled.connect(self._tint)
        self._tint()

    def set_words(self, text: str) -> None:
        """Show other words, literally."""
        self._words = text
        self.setText(literal(text))
        self.setAccessibleName(text)

    def words(self) -> str:
        """Return the words as they were given."""
        return self._words

    @Slot()
    def _tint(self) -> None:
        if not self._icon_name:
            return
        tokens = theme().tokens
        color = tokens.accent if self.isChecked() else tokens.colors()[self._ink]
        self.setIcon(icon(self._icon_name, color, disabled=tokens.faint))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if self.property("role") == "link" and self.isEnabled() and not self.hasFocus():
            self._underline()

    def _underline(self) -> None:
        """Draw a line below the words, clear of the tails of their letters."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text())
        before = 0 if self.icon().isNull() else self.iconSize().width() + _ICON_GAP_PX
        spare = max(0, room.width() - words.width() - before)
        left = room.left() + before + (0 if self.property("listed") else spare // 2)
        below = room.top() + (room.height() - words.height()) // 2 + words.height()
        painter = QPainter(self)
        painter.fillRect(left, below, min(words.width(), room.width()), 1, QColor(theme().tokens.accent))
        painter.end()


class PrimaryButton(PlainButton):
    """The one button of a place that does what the place is for."""

    _ink = "on_accent"

    def __init__(self, text: str, parent: QWidget | None = None, *, icon_name: str = "") -> None:
        super().__init__(text, parent, icon_name=icon_name, role="primary")
        self.setFont(ui_font(weight=SEMIBOLD))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if not self.hasFocus():
            return
        # The ring is of the button's own colour; a line of the ground inside makes it one.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().tokens.panel), 1))
        inside = QRectF(self.rect()).adjusted(*_RING_INSET)
        painter.drawRoundedRect(inside, _RING_RADIUS, _RING_RADIUS)


class ChoiceButton(PlainButton):
    """A button that drops a menu of words, and shows the one chosen, as a field of choices does."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, role="choice")

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if not self.isEnabled():
            return
        painter = QPainter(self)
        drawn = icon_pixmap("chevron-down", theme().tokens.muted, _SMALL_ICON_PX, self.devicePixelRatioF())
        painter.drawPixmap(
            self.width() - _SMALL_ICON_PX - _ARROW_EDGE_PX, (self.height() - _SMALL_ICON_PX) // 2, drawn
        )
        painter.end()


class IconButton(QToolButton):
    """An icon alone; its name is its tip and what a screen reader says."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        parent: QWidget | None = None,
        *,
        tone: str = "ink",
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._tone = tone
        self._size = _SMALL_ICON_PX if small else ICON_PX
        if small:
            self.setProperty("role", "small")
        self.setIconSize(QSize(self._size, self._size))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)
        theme().changed.connect(self._tint)
        self.toggled.connect(self._tint)
        self._tint()

    def set_name(self, name: str) -> None:
        """Say what it does in other words."""
        self.setAccessibleName(name)
        set_tip(self, name)

    @Slot()
    def _tint(self) -> None:
        tokens = theme().tokens
        color = tokens.accent if self.isChecked() else tokens.colors()[self._tone]
        self.setIcon(icon(self._icon_name, color, self._size, disabled=tokens.faint))
