"""The drawing of a route's map for one size: what is painted where, worked out once."""

from dataclasses import dataclass
from itertools import pairwise
from math import cos, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainterPath, QPolygonF

from app.domain.lettering import Box, Name, lettered
from app.domain.mapping import Map, Spot, fitting, part_way, thinned
from app.domain.words import LegMode
from app.planning.route import Chart, Mark
from app.reference.coast import coast_lines
from app.ui.theme.fonts import SEMIBOLD, ui_font

LETTER_PX = 12
_MARGIN_PX = 44
_FRAME_PX = 6
_WAY_PX = 1.5
_GRID_DEGREES = (30, 20, 10, 5, 2, 1)
_GRID_LINES = 5
_ARROW_PX = 8
_ARROW_AT = 0.6  # of the way
_WING = 2.5  # radians off the tip
_ARROW_LEAST_PX = 40  # a shorter way has no room for an arrow
_ON_LINES_PX = 6


@dataclass(frozen=True)
class WayDrawing:
    """One way, its mode, and the head of the arrow in its middle, if it is long enough for one."""

    path: QPainterPath
    mode: LegMode | None
    arrow: QPolygonF | None


@dataclass(frozen=True)
class Dot:
    """One city: its spot, and where its name stands, if there is room for it."""

    mark: Mark
    spot: QPointF
    name: Name | None


@dataclass(frozen=True)
class Drawing:
    """All that is painted of a map."""

    land: QPainterPath
    grid: QPainterPath
    ways: tuple[WayDrawing, ...]
    dots: tuple[Dot, ...]


def drawn(chart: Chart, width: float, height: float) -> Drawing:
    """Return the drawing of a chart that has at least one dot.

    Raises:
        ValueError: there is no dot, or no room.
    """
    window = fitting(chart.reach, width, height, margin=_MARGIN_PX)
    lines = [window.spots(way.points) for way in chart.ways]
    ways = tuple(_way(line, way.mode) for line, way in zip(lines, chart.ways, strict=True))
    return Drawing(_land(window), _grid(window), ways, _dots(chart, window, lines))


def _land(window: Map) -> QPainterPath:
    path = QPainterPath()
    for ring in window.rings(coast_lines()):
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    return path


def _grid(window: Map) -> QPainterPath:
    """Return parallels and meridians, as far apart as leaves a handful of each."""
    degrees = window.width / window.scale
    step = next((each for each in _GRID_DEGREES if degrees / each >= _GRID_LINES), _GRID_DEGREES[-1])
    path = QPainterPath()
    north, west = window.point((0, 0))
    south, east = window.point((window.width, window.height))
    for number in range(int(west // step), int(east // step) + 1):
        x, _y = window.spot((0, number * step))
        path.moveTo(x, 0)
        path.lineTo(x, window.height)
    for number in range(int(south // step), int(north // step) + 1):
        _x, y = window.spot((number * step, 0))
        path.moveTo(0, y)
        path.lineTo(window.width, y)
    return path


def _way(line: tuple[Spot, ...], mode: LegMode | None) -> WayDrawing:
    path = QPainterPath(QPointF(*line[0]))
    for spot in thinned(line, _WAY_PX)[1:]:
        path.lineTo(*spot)
    return WayDrawing(path, mode, _arrow(line) if path.length() >= _ARROW_LEAST_PX else None)


def _arrow(line: tuple[Spot, ...]) -> QPolygonF:
    # Past the middle: so the arrows of a way there and of one back do not meet.
    spot, along = part_way(line, _ARROW_AT)
    middle = QPointF(*spot)
    turns = ((0.0, 0.6), (_WING, 0.75), (-_WING, 0.75))
    corners = [QPointF(cos(along + turn), sin(along + turn)) * _ARROW_PX * share for turn, share in turns]
    return QPolygonF([middle + corner for corner in corners])


def _dots(chart: Chart, window: Map, lines: list[tuple[Spot, ...]]) -> tuple[Dot, ...]:
    spots = [window.spot(mark.at) for mark in chart.marks]
    metrics = QFontMetricsF(ui_font(LETTER_PX, SEMIBOLD))
    sizes = [(metrics.horizontalAdvance(mark.city) + 4, metrics.height()) for mark in chart.marks]
    along = [spot for line in lines for spot in _samples(line)]
    frame = Box(_FRAME_PX, _FRAME_PX, window.width - 2 * _FRAME_PX, window.height - 2 * _FRAME_PX)
    names = lettered(spots, sizes, along, frame)
    return tuple(
        Dot(mark, QPointF(*spot), name) for mark, spot, name in zip(chart.marks, spots, names, strict=True)
    )


def _samples(line: tuple[Spot, ...]) -> list[Spot]:
    """Return spots a few pixels apart along a line, a straight one too."""
    found: list[Spot] = []
    for (x1, y1), (x2, y2) in pairwise(line):
        steps = max(1, int((abs(x2 - x1) + abs(y2 - y1)) / _ON_LINES_PX))
        found += [(x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps) for step in range(steps)]
    return list(thinned([*found, line[-1]], _ON_LINES_PX))


def box_rect(box: Box) -> QRectF:
    """Return a box as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)
