"""Badges: how far words may travel, and how many of a thing there are."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.fonts import BOLD, ui_font
from app.ui.theme.style import restyle
from app.ui.widgets.labels import PlainLabel

_BADGE_PX = 10
_SPACING_PX = 0.5
_HIGHEST = 3


class MarkingBadge(PlainLabel):
    """A marking's word on its colour: green, amber, red. The word is always written."""

    def __init__(self, level: int, word: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setProperty("role", "badge")
        font = ui_font(_BADGE_PX, BOLD)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _SPACING_PX)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_marking(level, word)

    def set_marking(self, level: int, word: str) -> None:
        """Show another marking.

        Raises:
            ValueError: the level is not one of 0 to 3, or there is no word to write.
        """
        if not 0 <= level <= _HIGHEST:
            raise ValueError(f"no such marking: {level}")
        if not word.strip():
            raise ValueError("a marking is never shown by its colour alone")
        self.setText(word)
        # A string: the style sheet compares words.
        self.setProperty("level", str(level))
        restyle(self)
