"""The list of the palette: headings, rows found and commands, each on one line."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.palette.lines import Command, Goal, Heading, Line, spoken
from app.ui.theme.fonts import SEMIBOLD, SMALL_PX, TEXT_PX, ui_font
from app.ui.theme.icons import ICON_PX, icon_pixmap
from app.ui.theme.style import theme
from app.wording import _

LINE_PX = 30
HEADING_PX = 26
_SIDE_PX = 10
_GAP_PX = 10
_LINE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class LinesModel(QAbstractListModel):
    """The lines in force; each search brings others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """List other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> Line:
        """Return a line by its number."""
        return self._lines[row]

    def rowCount(self, parent: _Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(line)
        return None

    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._lines[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LinesView(QListView):
    """Shows the lines; the cursor stays in the field above, whose keys move the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(LinesModel(self))
        self.setItemDelegate(_Painter(self))
        self.setProperty("role", "palette")
        self.setAccessibleName(_("Found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def lines(self) -> LinesModel:
        """Return the model."""
        model = self.model()
        assert isinstance(model, LinesModel)
        return model

    def show_lines(self, lines: Sequence[Line]) -> None:
        """List these lines and choose the first that can be taken."""
        self.lines().show_lines(lines)
        self.step(1)

    def chosen(self) -> Line | None:
        """Return the line that Enter takes."""
        index = self.currentIndex()
        return self.lines().line(index.row()) if index.isValid() else None

    def step(self, by: int) -> None:
        """Choose the next line that can be taken, or the one before; round from the end to the beginning."""
        count = self.lines().rowCount()
        index = self.currentIndex()
        row = index.row() if index.isValid() else (-1 if by > 0 else 0)
        for _try in range(count):
            row = (row + by) % count
            if not isinstance(self.lines().line(row), Heading):
                self.setCurrentIndex(self.lines().index(row))
                break
        if self.currentIndex().row() == 1:
            self.scrollToTop()  # the first line with its heading

    def wanted_height(self) -> int:
        """Return the height that shows all lines."""
        lines = (self.lines().line(row) for row in range(self.lines().rowCount()))
        return sum(HEADING_PX if isinstance(line, Heading) else LINE_PX for line in lines)


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ui_font(TEXT_PX)
        self._small = ui_font(SMALL_PX)
        self._heading = ui_font(SMALL_PX, SEMIBOLD)
        self._metrics = {id(font): QFontMetrics(font) for font in (self._text, self._small, self._heading)}

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        return QSize(0, HEADING_PX if isinstance(index.data(_LINE), Heading) else LINE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        line, tokens = index.data(_LINE), theme().tokens
        rect: QRect = option.rect
        room = rect.adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
        painter.save()
        if isinstance(line, Heading):
            self._words(painter, room.adjusted(0, 4, 0, 0), line.words, self._heading, tokens.muted)
            painter.restore()
            return
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.soft))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 5, 5)
        ink = tokens.accent if chosen else tokens.muted
        name = line.icon if isinstance(line, Goal) else "arrow-right"
        pixmap = _drawn(name, ink, painter.device().devicePixelRatioF())
        painter.drawPixmap(room.left(), room.top() + (room.height() - ICON_PX) // 2, pixmap)
        room.setLeft(room.left() + ICON_PX + _GAP_PX)
        aside = line.aside if isinstance(line, Goal) else line.keys
        right = self._aside(painter, room, aside)
        room.setRight(right)
        used = self._words(painter, room, self._title(line), self._text, tokens.ink)
        room.setLeft(room.left() + used + _GAP_PX)
        if isinstance(line, Goal) and room.width() > 3 * _GAP_PX:
            self._words(painter, room, line.detail, self._small, tokens.muted)
        painter.restore()

    @staticmethod
    def _title(line: Command | Goal) -> str:
        return line.title if isinstance(line, Goal) else line.words

    def _aside(self, painter: QPainter, room: QRect, words: str) -> int:
        """Paint what stands at the right; return where it begins."""
        if not words:
            return room.right()
        width = min(self._metrics[id(self._small)].horizontalAdvance(words) + 1, room.width() // 3)
        place = QRect(room.right() - width, room.top(), width + 1, room.height())
        self._words(painter, place, words, self._small, theme().tokens.muted)
        return place.left() - _GAP_PX

    def _words(self, painter: QPainter, rect: QRect, words: str, font: QFont, color: str) -> int:
        metrics = self._metrics[id(font)]
        width = metrics.horizontalAdvance(words)
        if width > rect.width():
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
            width = rect.width()
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(rect, _LEFT, words)
        return width


@lru_cache(maxsize=128)
def _drawn(name: str, color: str, ratio: float) -> QPixmap:
    """Return an icon, drawn once: the list is painted with every key."""
    return icon_pixmap(name, color, ICON_PX, ratio)
