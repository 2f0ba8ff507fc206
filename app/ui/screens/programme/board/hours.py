"""The hours at the left of the board: those of the local time of each day's place, or of home."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.preferences import USUAL_ZOOM
from app.ui.screens.programme.board.ground import hour_step
from app.ui.screens.programme.board.measures import HOUR_MINUTES, Measures
from app.ui.theme.fonts import BOLD, SMALL_PX, ui_font
from app.ui.theme.palette import mix
from app.ui.theme.style import theme

HOURS_PX = 56
_HIGH_PX = 16
_BETWEEN_PX = 2  # the figures of two labels
_HALVES_PX = 60.0
_QUARTERS_PX = 140.0


class HourGutter(QWidget):
    """Paints the hours that are seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures = Measures((), *USUAL_ZOOM)
        self._offset = 0
        self._bold = ui_font(SMALL_PX, BOLD, tabular=True)
        self._small = ui_font(SMALL_PX - 1, tabular=True)
        self._apart_px = QFontMetricsF(self._bold).capHeight() + _BETWEEN_PX
        self.setFixedWidth(HOURS_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    def show_hours(self, measures: Measures) -> None:
        """Measure the hours as the board does."""
        if measures != self._measures:
            self._measures = measures
            self.update()

    def scroll_to(self, offset: int) -> None:
        """Stand beside the part of the board that is seen."""
        if offset != self._offset:
            self._offset = offset
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(HOURS_PX, 200)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        tokens = theme().tokens
        painter.fillRect(event.rect(), QColor(tokens.panel))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(HOURS_PX - 1, event.rect().top(), HOURS_PX - 1, event.rect().bottom())
        for minute, at in self.labels():
            whole = minute % HOUR_MINUTES == 0
            painter.setFont(self._bold if whole else self._small)
            painter.setPen(QColor(tokens.ink if whole else mix(tokens.muted, tokens.panel, 0.8)))
            words = f"{minute // HOUR_MINUTES:02d}" if whole else f":{minute % HOUR_MINUTES:02d}"
            painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def labels(self) -> list[tuple[int, QRectF]]:
        """Return the wall minutes that are written, and where: whole, wherever their lines are seen.

        One at the edge is written farther in, and not at all where it would come too near to the next.
        """
        hour_px = self._measures.hour_px
        step = HOUR_MINUTES * hour_step(hour_px)
        if hour_px >= _HALVES_PX:
            step = 15 if hour_px >= _QUARTERS_PX else 30
        found, lowest = [], self.height() - _HIGH_PX
        most = step * hour_px / HOUR_MINUTES - self._apart_px  # by which one may be moved
        for minute in range(0, 24 * HOUR_MINUTES + 1, step):
            y = self._measures.y(minute) - self._offset
            if 0 <= y <= self.height():
                top = min(max(y - _HIGH_PX / 2, 0.0), lowest)
                if abs(top - y + _HIGH_PX / 2) <= most:
                    found.append((minute, QRectF(0, top, HOURS_PX - 8, _HIGH_PX)))
        return found
