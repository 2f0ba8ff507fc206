"""One planner opened before: its name and folder, or that it is missing."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.fonts import SEMIBOLD, SMALL_PX, ui_font
from app.ui.theme.icons import ICON_PX, icon_pixmap
from app.ui.theme.style import theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.plain import set_tip
from app.wording import _

_HEIGHT_PX = 46
_TEXT_X = 36
_RADIUS = 6


class RecentRow(QFrame):
    """A planner that can be opened, or, when it is missing, forgotten."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.missing = not path.exists()
        self.button = _FileButton(path, missing=self.missing)
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button, 1)
        self.forget = IconButton("x", _("Take out of this list"), tone="muted")
        self.forget.clicked.connect(self._forget)
        row.addWidget(self.forget)
        self.forget.setVisible(self.missing)  # in its place: shown before, it would be a window

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(str(self.path))

    @Slot()
    def _forget(self) -> None:
        self.forgotten.emit(str(self.path))


class _FileButton(QAbstractButton):
    """Paints a file's name over its folder."""

    def __init__(self, path: Path, *, missing: bool) -> None:
        super().__init__()
        self._name = path.stem
        self._folder = _("Missing: {path}").format(path=path) if missing else _shortened(path.parent)
        self._missing = missing
        self.setEnabled(not missing)
        self.setAccessibleName(f"{path.name}, {self._folder}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_tip(self, str(path))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT_PX)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.isEnabled() and self.underMouse()
        painter.setBrush(QColor(tokens.soft) if hover else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        name = "alert-circle" if self._missing else "file"
        pixmap = icon_pixmap(name, tokens.muted, ICON_PX, self.devicePixelRatioF())
        painter.drawPixmap(10, (self.height() - ICON_PX) // 2, pixmap)
        width = self.width() - _TEXT_X - 10
        painter.setFont(ui_font(weight=SEMIBOLD))
        painter.setPen(QColor(tokens.muted if self._missing else tokens.ink))
        self._line(painter, QRect(_TEXT_X, 5, width, 19), self._name, Qt.TextElideMode.ElideRight)
        painter.setFont(ui_font(SMALL_PX))
        painter.setPen(QColor(tokens.warn if self._missing else tokens.muted))
        self._line(painter, QRect(_TEXT_X, 24, width, 17), self._folder, Qt.TextElideMode.ElideMiddle)
        painter.end()

    def _line(self, painter: QPainter, room: QRect, text: str, mode: Qt.TextElideMode) -> None:
        shown = painter.fontMetrics().elidedText(text, mode, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _shortened(folder: Path) -> str:
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
