"""The days over the board. It goes sideways with the board and stays when the board goes up and down."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.preferences import USUAL_ZOOM
from app.ui.screens.programme.board.day_names import fitting_names, margins
from app.ui.screens.programme.board.day_writing import LANE_PX, ROW_PX, ROWS, write_day, write_lanes
from app.ui.screens.programme.board.headings import DayWords
from app.ui.screens.programme.board.measures import Measures
from app.ui.theme.style import theme
from app.ui.widgets.plain import set_tip
from app.wording import _

_PAD_PX = 6
_STUCK_PX = 150  # of a day: with less in view its words go


class DayHeader(QWidget):
    """Paints the words of the days that are seen. A double click on a day carries its number.

    With the keys here, arrows go from day to day, each of which is heard whole, and Enter opens it.
    ``menu_wanted`` carries a day's number and a place on the screen, ``day_reached`` the day to be seen.
    """

    day_opened = Signal(int)
    day_reached = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures = Measures((), *USUAL_ZOOM)
        self._days: tuple[DayWords, ...] = ()
        self._lanes: tuple[str, ...] = ()
        self._offset = 0
        self._room: int | None = None  # all there is
        self._today: int | None = None
        self._current = 0
        self._names: tuple[tuple[str, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme().changed.connect(self.update)
        self._speak()

    def show_days(self, measures: Measures, days: Sequence[DayWords], lanes: Sequence[str]) -> None:
        """Show these days, measured as the board is."""
        words, names = tuple(days), tuple(lanes)
        if (measures, words, names) != (self._measures, self._days, self._lanes):
            self._measures, self._days, self._lanes = measures, words, names
            self._current = min(self._current, max(len(words) - 1, 0))
            self._names = fitting_names(words, measures)
            self._speak()
            self.updateGeometry()
            self.update()

    def scroll_to(self, offset: int) -> None:
        """Stand over the part of the board that is seen."""
        if offset != self._offset:
            self._offset = offset
            self.update()

    def end_at(self, room: int) -> None:
        """Show no more than so many pixels of the days: beside the board's scroll bar there are none."""
        if room != self._room:
            self._room = room
            self.update()

    def show_today(self, number: int | None) -> None:
        """Mark the day on which this moment lies, in the colour of the line that shows it."""
        if number != self._today:
            self._today = number
            self.update()

    def days(self) -> tuple[DayWords, ...]:
        """Return the words of all days."""
        return self._days

    def day_rect(self, number: int) -> QRect:
        """Return where a day stands, in pixels of the header."""
        left, right = self._measures.column_left(number), self._measures.column_right(number)
        return QRectF(left - self._offset, 0, right - left, self.height()).toRect()

    def sizeHint(self) -> QSize:
        # The row of the sun is there before the sun is known: the board below must not jump.
        return QSize(200, 2 * _PAD_PX + ROWS * ROW_PX + (LANE_PX if self._lanes else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        tokens = theme().tokens
        painter.fillRect(event.rect(), QColor(tokens.panel))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(event.rect().left(), self.height() - 1, event.rect().right(), self.height() - 1)
        room = self.width() if self._room is None else self._room
        shown = event.rect() & QRect(0, 0, room, self.height())
        painter.setClipRect(shown)
        painter.translate(-self._offset, 0)
        seen = shown.translated(self._offset, 0)
        for number in self._measures.days_at(seen.left(), seen.right()):
            if number < len(self._days):
                self._day(painter, number)

    def _day(self, painter: QPainter, number: int) -> None:
        tokens, words = theme().tokens, self._days[number]
        left, right = self._measures.column_left(number), self._measures.column_right(number)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(int(right), 0, int(right), self.height())
        if self.hasFocus() and number == self._current:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(QRectF(left + 1, 1, right - left - 2, self.height() - 3))
        # The words stay in view while any of their day is, and leave with its end.
        stuck = min(max(left, self._offset), max(left, right - _STUCK_PX))
        before, free = margins(right - left)
        inner = QRect(int(stuck) + before, _PAD_PX, int(right - stuck) - free, ROW_PX)
        write_day(painter, inner, words, self._names[number], today=number == self._today)
        write_lanes(painter, self._measures, number, self._lanes, self.height() - LANE_PX - 2)

    def _number_at(self, x: float) -> int:
        days = self._measures.days_at(x + self._offset, x + self._offset)
        return days[0] if days and x + self._offset < self._measures.width else -1

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        seen = self._measures.days_at(self._offset, self._offset + self.width())
        if self._days and self._current not in seen:
            self._current = seen[0]
        self._speak()
        self.update()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if not self._days:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if key == Qt.Key.Key_Left else 1
            self._current = min(max(self._current + step, 0), len(self._days) - 1)
            self.day_reached.emit(self._current)
            self._speak()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _speak(self) -> None:
        """Let the name be the current day: its cities, clocks, holiday and sun."""
        name = self._days[self._current].spoken if self._days else _("Days")
        if name != self.accessibleName():
            self.setAccessibleName(name)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, name))

    def _lane_at(self, at: QPoint) -> str:
        """Return the name of the lane whose head lies at a point; nothing elsewhere."""
        if at.y() < self.height() - LANE_PX - 2:
            return ""
        spot = self._measures.at(QPointF(at.x() + self._offset, 0))
        return self._lanes[int(spot.share * len(self._lanes))] if spot is not None and self._lanes else ""

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        number = self._number_at(event.position().x())
        if number >= 0:
            self.day_opened.emit(number)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        number = self._current if by_key and self._days else self._number_at(event.pos().x())
        if number >= 0:
            left = int(self._measures.column_left(number)) - self._offset
            at = self.mapToGlobal(QPoint(left, self.height())) if by_key else event.globalPos()
            self.menu_wanted.emit(number, at)

    def event(self, event: object, /) -> bool:
        if isinstance(event, QHelpEvent):
            number = self._number_at(event.pos().x())
            rows = self._days[number].rows if 0 <= number < len(self._days) else ()
            lane = self._lane_at(event.pos()) if rows else ""
            set_tip(self, lane or "\n".join(rows))
        return super().event(event)  # type: ignore[arg-type]
