"""The map of a route: land, the ways between the cities, and the cities by name."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.words import LegMode
from app.planning.route import Chart
from app.ui.screens.overview.drawing import LETTER_PX, Dot, Drawing, WayDrawing, box_rect, drawn
from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.theme.palette import Tokens, mix
from app.ui.theme.style import theme
from app.wording import _

_RADIUS = 6
_DOT_PX, _HOME_PX = 4.0, 5.0
_HALO_PX = 3.0
_FLIGHT_PX, _GROUND_PX = 1.8, 2.2
_DASH, _SPARSE = [3.0, 2.2], [1.0, 3.0]
_LEAST = QSize(280, 200)
_SHARE, _MOST_PX = 0.4, 400


def land_color(tokens: Tokens) -> str:
    """Return the quiet tone of land."""
    return mix(mix(tokens.muted, tokens.accent_soft, 0.14), tokens.panel, 0.8 if tokens.dark else 0.9)


def sea_color(tokens: Tokens) -> str:
    """Return the tone of the sea, which recedes behind land."""
    return mix(tokens.accent, tokens.panel, 0.07 if tokens.dark else 0.05)


class RouteMap(QWidget):
    """Shows a chart that has at least one dot; it is as high as its width asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._picture: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(_LEAST)
        self.setAccessibleName(_("Map of the route"))
        theme().changed.connect(self._repaint)

    def show_chart(self, chart: Chart, spoken: str) -> None:
        """Show another chart; ``spoken`` lists its route for those who cannot see it."""
        self.setAccessibleDescription(spoken)
        if chart != self._chart:
            self._chart = chart
            self._drawing = None
            self._repaint()

    def drawing(self) -> Drawing | None:
        """Return what is painted at the size there is; nothing where there is nothing to show."""
        if self._drawing is None and self._chart is not None and self._chart.marks:
            self._drawing = drawn(self._chart, self.width(), self.height())
        return self._drawing

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return max(_LEAST.height(), min(_MOST_PX, round(width * _SHARE)))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._drawing = None
        self._picture = None

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._painted(ratio)
        QPainter(self).drawPixmap(0, 0, self._picture)

    @Slot()
    def _repaint(self) -> None:
        self._picture = None
        self.update()

    def _painted(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme().tokens
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setClipPath(edge)
        painter.fillRect(self.rect(), QColor(sea_color(tokens)))
        drawing = self.drawing()
        if drawing is not None:
            _paint(painter, drawing, tokens)
        painter.end()
        return picture


def _paint(painter: QPainter, drawing: Drawing, tokens: Tokens) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(mix(tokens.muted, sea_color(tokens), 0.1)), 1))
    painter.drawPath(drawing.grid)
    # A line of its own colour closes the seam of land that is cut at the date line.
    painter.setPen(QPen(QColor(land_color(tokens)), 0.8))
    painter.setBrush(QColor(land_color(tokens)))
    painter.drawPath(drawing.land)
    # What is planned lies over what is not.
    for way in sorted(drawing.ways, key=lambda way: way.mode is not None):
        _paint_way(painter, way, tokens)
    for dot in drawing.dots:
        _paint_leader(painter, dot, tokens)
    for dot in drawing.dots:
        _paint_dot(painter, dot, tokens)
    painter.setFont(ui_font(LETTER_PX, SEMIBOLD))
    for dot in drawing.dots:
        _paint_name(painter, dot, tokens)


def _paint_way(painter: QPainter, way: WayDrawing, tokens: Tokens) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(way_pen(way.mode, tokens))
    painter.drawPath(way.path)
    if way.arrow is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(way_color(way.mode, tokens)))
        painter.drawPolygon(way.arrow)


def way_color(mode: LegMode | None, tokens: Tokens) -> str:
    """Return the colour of a way by its mode."""
    return tokens.accent if mode is LegMode.FLIGHT else tokens.ink if mode is not None else tokens.muted


def way_pen(mode: LegMode | None, tokens: Tokens) -> QPen:
    """Return the pen of a way: what flies is solid, what rolls dashed, what nobody planned yet dotted."""
    flies = mode is LegMode.FLIGHT
    pen = QPen(QColor(way_color(mode, tokens)), _FLIGHT_PX if flies else _GROUND_PX)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if flies or mode is None else Qt.PenCapStyle.FlatCap)
    if not flies:
        pen.setDashPattern(_SPARSE if mode is None else _DASH)
    return pen


def _paint_leader(painter: QPainter, dot: Dot, tokens: Tokens) -> None:
    if dot.name is None or not dot.name.led:
        return
    end = dot.name.box.nearest((dot.spot.x(), dot.spot.y()))
    painter.setPen(QPen(QColor(tokens.muted), 1))
    painter.drawLine(dot.spot, QPointF(*end))


def _paint_dot(painter: QPainter, dot: Dot, tokens: Tokens) -> None:
    """Paint a city: a disc, and home a ring, each with a rim of the ground that lifts it off the lines."""
    size = _HOME_PX if dot.mark.home else _DOT_PX
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.panel))
    painter.drawEllipse(dot.spot, size + 1.5, size + 1.5)
    if dot.mark.home:
        painter.setPen(QPen(QColor(tokens.accent), 2.5))
        painter.drawEllipse(dot.spot, size - 1, size - 1)
    else:
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(dot.spot, size, size)


def _paint_name(painter: QPainter, dot: Dot, tokens: Tokens) -> None:
    if dot.name is None:
        return
    rect = box_rect(dot.name.box)
    metrics = painter.fontMetrics()
    path = QPainterPath()
    path.addText(rect.left() + 2, rect.top() + metrics.ascent(), painter.font(), dot.mark.city)
    halo = QColor(tokens.panel)
    halo.setAlphaF(0.85)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(halo, _HALO_PX)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.setPen(QPen(QColor(tokens.ink)))
    painter.drawText(QPointF(rect.left() + 2, rect.top() + metrics.ascent()), dot.mark.city)
