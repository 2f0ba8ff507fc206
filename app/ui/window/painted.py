"""Buttons of the navigation: they paint themselves, so that they can fold to an icon."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.theme.fonts import REGULAR, SEMIBOLD, SMALL_PX, ui_font
from app.ui.theme.icons import ICON_PX, icon_pixmap
from app.ui.theme.style import theme
from app.ui.widgets.plain import set_tip
from app.wording import _

_ROOM_PX = 30
_CARD_PX = 56
_RADIUS = 6
_CARD_RADIUS = 8
_SIDE_PX = 10
_GAP_PX = 10
_COUNT_PX = 18
_COUNT_SIDE_PX = 8


class PaintedButton(QAbstractButton):
    """What the navigation's buttons share: folding, the hover and the focus ring."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.folded = False
        self._by_mouse = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(2 * _SIDE_PX + ICON_PX, self._height)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def set_folded(self, *, folded: bool) -> None:
        """Show the icon alone, or the words too."""
        self.folded = folded
        set_tip(self, self.accessibleName() if folded else "")
        self.update()

    def _ground(self, painter: QPainter, fill: str, line: str, radius: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Who clicked knows where; the ring is for the keyboard.
        ring = self.hasFocus() and not self._by_mouse
        inset = 1.0 if ring else 0.5
        pen = QPen(QColor(theme().tokens.accent if ring else line), 2 if ring else 1)
        painter.setPen(pen if ring or line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _icon(self, painter: QPainter, name: str, color: str, x: int) -> None:
        at = (self.height() - ICON_PX) // 2
        painter.drawPixmap(x, at, icon_pixmap(name, color, ICON_PX, self.devicePixelRatioF()))


class RoomButton(PaintedButton):
    """One room of the visit; checked while it is in view."""

    def __init__(self, icon_name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(_ROOM_PX, parent)
        self._icon_name = icon_name
        self._words = words
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)

    def set_count(self, count: int) -> None:
        """Show how much stands in the room; nothing for 0."""
        if count != self._count:
            self._count = count
            self.setAccessibleDescription(str(count) if count else "")
            self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        tokens = theme().tokens
        here = self.isChecked()
        fill = tokens.accent_soft if here else tokens.soft if self.underMouse() else ""
        ink = tokens.accent if here else tokens.ink
        painter = QPainter(self)
        self._ground(painter, fill, "", _RADIUS)
        if self.folded:
            self._icon(painter, self._icon_name, ink, (self.width() - ICON_PX) // 2)
        else:
            self._icon(painter, self._icon_name, ink if here else tokens.muted, _SIDE_PX)
            left = _SIDE_PX + ICON_PX + _GAP_PX
            right = self._paint_count(painter) if self._count else self.width() - _SIDE_PX
            painter.setFont(ui_font(weight=SEMIBOLD if here else REGULAR))
            painter.setPen(QColor(ink))
            draw_text(painter, QRect(left, 0, right - left, self.height()), self._words)
        painter.end()

    def _paint_count(self, painter: QPainter) -> int:
        """Paint the count at the right; return where it begins."""
        tokens, words = theme().tokens, str(self._count)
        painter.setFont(ui_font(SMALL_PX, tabular=True))
        width = QFontMetrics(painter.font()).horizontalAdvance(words) + 14
        pill = QRect(
            self.width() - width - _COUNT_SIDE_PX, (self.height() - _COUNT_PX) // 2, width, _COUNT_PX
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.panel if self.isChecked() else tokens.soft))
        painter.drawRoundedRect(pill, _COUNT_PX / 2, _COUNT_PX / 2)
        painter.setPen(QColor(tokens.accent if self.isChecked() else tokens.muted))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return pill.left() - 4


class VisitCardButton(PaintedButton):
    """The visit in view: its title, days and cities; a click lists all there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_CARD_PX, parent)
        self._title = ""
        self._detail = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_visit(self, title: str, detail: str) -> None:
        """Show a visit's title and second line."""
        self._title, self._detail = title, detail
        self.setAccessibleName(_("Visit: {title}, {detail}").format(title=title, detail=detail))
        set_tip(self, f"{title}\n{detail}")
        self.update()

    def set_folded(self, *, folded: bool) -> None:
        self.folded = folded
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        fill = tokens.soft if self.underMouse() else tokens.panel
        self._ground(painter, fill, tokens.line, _CARD_RADIUS)
        if self.folded:
            self._icon(painter, "briefcase", tokens.ink, (self.width() - ICON_PX) // 2)
        else:
            self._words(painter)
        painter.end()

    def _words(self, painter: QPainter) -> None:
        tokens = theme().tokens
        right = _SIDE_PX + ICON_PX
        width = self.width() - _SIDE_PX - right
        painter.setFont(ui_font(weight=SEMIBOLD))
        painter.setPen(QColor(tokens.ink))
        draw_text(painter, QRect(_SIDE_PX, 9, width, 19), self._title)
        painter.setFont(ui_font(SMALL_PX, tabular=True))
        painter.setPen(QColor(tokens.muted))
        draw_text(painter, QRect(_SIDE_PX, 29, width, 18), self._detail)
        self._icon(painter, "chevron-down", tokens.muted, self.width() - _SIDE_PX - ICON_PX + 2)


def draw_text(painter: QPainter, room: QRect, text: str) -> None:
    """Draw one line of text into its room, elided where it does not fit."""
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
