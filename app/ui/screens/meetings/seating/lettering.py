"""Words in a narrow box: on so many lines at the most, the last ending in dots where there is more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def fitted(words: str, font: QFont, width: float, most: int) -> list[str]:
    """Return words as lines of a width in pixels; a word that is longer than a line is broken."""
    text = " ".join(words.split())
    if not text or most < 1:
        return []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        starts.append(line.textStart())
    layout.endLayout()
    kept = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    if len(kept) <= most:
        return kept
    rest = text[starts[most - 1] :]
    return [*kept[: most - 1], QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
