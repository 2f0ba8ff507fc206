"""Labels that show their text as it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from app.ui.theme.fonts import INSPECTOR_PX, SEMIBOLD, SMALL_PX, TITLE_PX, ui_font
from app.ui.theme.style import restyle
from app.ui.widgets.plain import set_tip

_SECTION_SPACING_PX = 0.5
_ELIDED_LEAST_PX = 24


class PlainLabel(QLabel):
    """A label whose text is never read as mark-up. It wraps, or elides with the whole in its tip."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        elide: bool = False,
        tone: str = "",
    ) -> None:
        super().__init__(parent)
        super().setTextFormat(Qt.TextFormat.PlainText)
        self._elide = elide
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if tone:
            self.setProperty("tone", tone)
        self.setText(text)

    def setTextFormat(self, _format: Qt.TextFormat, /) -> None:
        """Keep the text plain, whatever is asked."""

    def setText(self, text: str, /) -> None:
        super().setText(text)
        if self._elide:
            self._tell_whole()

    def set_tone(self, tone: str) -> None:
        """Colour the words: muted, ok, warn, bad, accent, or nothing for ink."""
        self.setProperty("tone", tone)
        restyle(self)

    def shown_text(self) -> str:
        """Return the text as there is room for it."""
        if not self._elide:
            return self.text()
        one_line = self.text().replace("\n", " ")
        return self.fontMetrics().elidedText(
            one_line, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _ELIDED_LEAST_PX), hint.height()) if self._elide else hint

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._elide:
            self._tell_whole()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )

    def _tell_whole(self) -> None:
        set_tip(self, "" if self.shown_text() == self.text() else self.text())


class TitleLabel(PlainLabel):
    """The title of a screen, or the smaller one of the inspector."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        small: bool = False,
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__(text, parent, wrap=wrap, elide=elide)
        self.setFont(ui_font(INSPECTOR_PX if small else TITLE_PX, SEMIBOLD))


class MutedLabel(PlainLabel):
    """A second line, or the name above a field."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__(text, parent, wrap=wrap, elide=elide, tone="muted")
        self.setFont(ui_font(SMALL_PX))


class SectionLabel(PlainLabel):
    """The heading of a group of things: small capitals by the font, the text itself stays as given."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, tone="muted")
        font = ui_font(SMALL_PX, SEMIBOLD)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _SECTION_SPACING_PX)
        self.setFont(font)
