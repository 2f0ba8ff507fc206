"""Icons: the bundled line drawings, in any colour, sharp on every screen."""

from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import RESOURCES

ICON_PX: Final = 16

# Drawn once for each, so that no screen between 100 and 300 % has to stretch a picture.
_RATIOS: Final = (1.0, 1.25, 1.5, 1.75, 2.0, 3.0)


@cache
def _drawing(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def svg(name: str, color: str) -> str:
    """Return an icon's drawing in a colour.

    Raises:
        FileNotFoundError: there is no icon of this name in ``resources/icons``.
    """
    return _drawing(name).replace("currentColor", color)


def icon_pixmap(name: str, color: str, size: int = ICON_PX, ratio: float = 1.0) -> QPixmap:
    """Draw an icon for a painter whose device has the given pixel ratio."""
    return _pixmap(_renderer(name, color), size, ratio)


@lru_cache(maxsize=512)
def icon(name: str, color: str, size: int = ICON_PX, disabled: str = "") -> QIcon:
    """Return an icon in a colour, and in another one where its control is disabled."""
    made = QIcon()
    # The active mode is given too: else the style would tint a lit copy of its own.
    _add(made, _renderer(name, color), size, QIcon.Mode.Normal, QIcon.Mode.Active)
    if disabled:
        _add(made, _renderer(name, disabled), size, QIcon.Mode.Disabled)
    return made


def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg(name, color).encode()))


def _add(made: QIcon, drawing: QSvgRenderer, size: int, *modes: QIcon.Mode) -> None:
    for ratio in _RATIOS:
        pixmap = _pixmap(drawing, size, ratio)
        for mode in modes:
            made.addPixmap(pixmap, mode)


def _pixmap(drawing: QSvgRenderer, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
