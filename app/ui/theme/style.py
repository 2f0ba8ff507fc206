"""The theme in force: light, dark or the system's, and the word to everybody when it changes."""

from functools import cache
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from app.ui.theme.fonts import load_fonts, ui_font
from app.ui.theme.palette import DARK, LIGHT, Tokens
from app.ui.theme.sheet import qt_palette, style_sheet

Scheme = Literal["light", "dark", "system"]

_ASKED_OF_QT = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}


class ThemeManager(QObject):
    """Keeps the theme in force. What paints itself reads ``tokens`` and repaints on ``changed``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scheme: Scheme = "light"
        self._tokens = LIGHT
        self._started = False
        self._still: bool | None = None

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def scheme(self) -> Scheme:
        """What was asked for; ``system`` does not say which of the two is in force."""
        return self._scheme

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may move: the user's own choice, else the system's."""
        if self._still is not None:
            return self._still
        return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0

    def set_reduced_motion(self, still: bool | None) -> None:  # noqa: FBT001 - Qt's way of setting
        """Choose whether things may move; None leaves it to the system."""
        self._still = still

    def apply(self, app: QApplication, scheme: Scheme) -> None:
        """Put a scheme in force.

        Raises:
            ValueError: the scheme is none of the three.
        """
        if scheme not in get_args(Scheme):
            raise ValueError(f"no such scheme: {scheme}")
        self._scheme = scheme
        hints = app.styleHints()
        if not self._started:
            self._started = True
            load_fonts()
            app.setStyle("Fusion")
            app.setFont(ui_font())
            hints.colorSchemeChanged.connect(self._follow)
        # Told too, so that title bars and the system's own dialogs agree with the window.
        hints.setColorScheme(_ASKED_OF_QT[scheme])
        self._dress(hints.colorScheme() if scheme == "system" else _ASKED_OF_QT[scheme])

    @Slot(Qt.ColorScheme)
    def _follow(self, system: Qt.ColorScheme) -> None:
        if self._scheme == "system":
            self._dress(system)

    def _dress(self, wanted: Qt.ColorScheme) -> None:
        tokens = DARK if wanted == Qt.ColorScheme.Dark else LIGHT
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        sheet = style_sheet(tokens)
        if app.styleSheet() == sheet:
            return
        self._tokens = tokens
        # One sheet in place of another takes Qt seven times as long as none and then one: seconds, once every
        # room has been seen.
        app.setStyleSheet("")
        app.setPalette(qt_palette(tokens))
        app.setStyleSheet(sheet)
        self.changed.emit()


@cache
def theme() -> ThemeManager:
    """Return the one theme of the program."""
    return ThemeManager()


def apply_theme(app: QApplication, scheme: Scheme) -> ThemeManager:
    """Give the program its fonts, palette and style sheet, and follow the system if asked to."""
    theme().apply(app, scheme)
    return theme()


def restyle(widget: QWidget) -> None:
    """Let a widget read the style sheet again, after a property that the sheet asks about changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
