"""Stripes, for ways and for hours that there are not; they run through neighbours as if under them all."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

STEP_PX = 12


def paint_hatching(painter: QPainter, at: QRectF, color: str, pen_px: float, origin: QPointF) -> None:
    """Fill a rectangle with stripes; ``origin`` is where it lies on the board."""
    device = painter.device()
    tile = _tile(color, pen_px, device.devicePixelRatio() if device is not None else 1.0)
    painter.drawTiledPixmap(at, tile, QPointF(origin.x() % STEP_PX, origin.y() % STEP_PX))


@lru_cache(maxsize=32)
def _tile(color: str, pen_px: float, ratio: float) -> QPixmap:
    tile = QPixmap(round(STEP_PX * ratio), round(STEP_PX * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color), pen_px))
    for left in (-STEP_PX, 0, STEP_PX):  # those of the neighbours reach into the corners
        painter.drawLine(QLineF(left - 2, STEP_PX + 2, left + STEP_PX + 2, -2))
    painter.end()
    return tile
