"""The bundled type: Pretendard for everything, and behind it the Hanja that Pretendard lacks."""

from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from app.paths import RESOURCES

FONT_FILES: Final = (
    "Pretendard-Regular.ttf",
    "Pretendard-SemiBold.ttf",
    "Pretendard-Bold.ttf",
    "NotoSansKR-Hanja.ttf",
)
FAMILIES: Final = ("Pretendard", "Noto Sans KR Hanja")

TEXT_PX: Final = 13
SMALL_PX: Final = 11
TITLE_PX: Final = 17
INSPECTOR_PX: Final = 14.5

REGULAR: Final = QFont.Weight.Normal
SEMIBOLD: Final = QFont.Weight.DemiBold
BOLD: Final = QFont.Weight.Bold

_POINTS_PER_INCH: Final = 72
_USUAL_DPI: Final = 96


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once, and return the families they brought.

    Raises:
        RuntimeError: a font file is missing or broken; without it Hangul may print as boxes.
    """
    families: list[str] = []
    for name in FONT_FILES:
        number = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
        if number < 0:
            raise RuntimeError(f"the font {name} cannot be loaded")
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def ui_font(
    size_px: float = TEXT_PX,
    weight: QFont.Weight = REGULAR,
    *,
    tabular: bool = False,
) -> QFont:
    """Return the font of the screens; ``tabular`` makes figures equally wide, for columns of times."""
    font = QFont(list(FAMILIES))
    if float(size_px).is_integer():
        font.setPixelSize(int(size_px))
    else:
        # Only points may be fractions; they come back to the wanted pixels through the screen's measure.
        screen = QGuiApplication.primaryScreen()
        dpi = screen.logicalDotsPerInchY() if screen else _USUAL_DPI
        font.setPointSizeF(size_px * _POINTS_PER_INCH / dpi)
    font.setWeight(weight)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
