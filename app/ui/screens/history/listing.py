"""The list of steps, newest first; older ones are read as one scrolls down to them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.planning.views.history import PAGE, StepLine
from app.ui.screens.history.words import when_and_who
from app.ui.theme.fonts import SMALL_PX, TEXT_PX, ui_font
from app.ui.theme.icons import ICON_PX, icon_pixmap
from app.ui.theme.style import theme
from app.wording import _
from app.wording.steps import step_title

ROW_PX = 46
_SIDE_PX = 14
_GAP_PX = 10
_STEP = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_ICONS = {"undo": "undo", "redo": "redo", "load": "download"}

#: Reads the page of steps before one of a number; ``None`` reads the first.
Reader = Callable[[int | None], Sequence[StepLine]]


class StepsModel(QAbstractListModel):
    """The steps read so far."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._steps: list[StepLine] = []
        self._at_end = False

    def start_over(self) -> None:
        """Read the newest page and forget what was read before: something else is asked for."""
        fresh = list(self._reader(None))
        self.beginResetModel()
        self._steps, self._at_end = fresh, len(fresh) < PAGE
        self.endResetModel()

    def read_anew(self) -> None:
        """Read the steps again as far down as they were read; what stays stays where it is."""
        fresh = list(self._reader(None))
        while len(fresh) < len(self._steps) and len(fresh) % PAGE == 0:
            fresh += self._reader(fresh[-1].number)
        newest = self._steps[0].number if self._steps else 0
        new = sum(step.number > newest for step in fresh)
        kept = fresh[new:]
        if not kept or [step.number for step in kept] != [step.number for step in self._steps[: len(kept)]]:
            self.start_over()
            return
        if new:
            self.beginInsertRows(_ROOT, 0, new - 1)
            self._steps[:0] = fresh[:new]
            self.endInsertRows()
        for row, step in enumerate(kept, new):
            if step != self._steps[row]:
                self._steps[row] = step
                self.dataChanged.emit(self.index(row), self.index(row))

    def read_older(self) -> None:
        """Read the next page, if there is one."""
        if self._at_end or not self._steps:
            return
        older = list(self._reader(self._steps[-1].number))
        self._at_end = len(older) < PAGE
        if older:
            self.beginInsertRows(_ROOT, len(self._steps), len(self._steps) + len(older) - 1)
            self._steps += older
            self.endInsertRows()

    def step(self, row: int) -> StepLine:
        """Return a step by its place."""
        return self._steps[row]

    def row_of(self, number: int) -> int:
        """Return the place of a step; -1 where it is not among those read."""
        return next((row for row, step in enumerate(self._steps) if step.number == number), -1)

    def rowCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        if role == _STEP:
            return step
        if role == Qt.ItemDataRole.DisplayRole:
            return step_title(step.kind, step.label)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{step_title(step.kind, step.label)}, {when_and_who(step)}"
        return None


class StepsView(QListView):
    """Shows the steps; ``chosen`` carries the number of the one in view, 0 for none."""

    chosen = Signal(int)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepsModel(reader, self)
        self.setModel(self.steps)
        self.setItemDelegate(_Painter(self))
        self.setProperty("role", "steps")
        self.setAccessibleName(_("Steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self.viewport().update)

    def number(self) -> int:
        """Return the number of the step in view; 0 for none."""
        index = self.currentIndex()
        return self.steps.step(index.row()).number if index.isValid() else 0

    def show_step(self, number: int) -> None:
        """Bring a step into view, or the newest where it is not in the list."""
        row = max(self.steps.row_of(number), 0)
        if self.steps.rowCount():
            self.setCurrentIndex(self.steps.index(row))
        else:
            self.chosen.emit(0)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if value > self.verticalScrollBar().maximum() - self.viewport().height():
            self.steps.read_older()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _old: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.steps.step(index.row()).number)


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ui_font(TEXT_PX)
        self._struck = ui_font(TEXT_PX)
        self._struck.setStrikeOut(True)
        self._small = ui_font(SMALL_PX, tabular=True)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index, /) -> QSize:
        return QSize(0, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        step: StepLine = index.data(_STEP)
        tokens = theme().tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        fill = tokens.accent_soft if chosen else tokens.soft if over else tokens.panel
        painter.fillRect(rect, QColor(fill))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.line))
        quiet = step.state == "undone"
        color = tokens.accent if chosen else tokens.muted
        pixmap = icon_pixmap(
            _ICONS.get(step.kind, "pencil"), color, ICON_PX, painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(rect.left() + _SIDE_PX, rect.top() + (ROW_PX - ICON_PX) // 2, pixmap)
        room = rect.adjusted(_SIDE_PX + ICON_PX + _GAP_PX, 6, -_SIDE_PX, -6)
        half = room.height() // 2
        top = QRect(room.left(), room.top(), room.width(), half)
        ink = tokens.muted if quiet else tokens.ink
        self._words(
            painter, top, step_title(step.kind, step.label), self._struck if quiet else self._text, ink
        )
        self._words(painter, top.translated(0, half), when_and_who(step), self._small, tokens.muted)
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, rect: QRect, words: str, font: QFont, color: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = QFontMetrics(font).elidedText(
            words.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width()
        )
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(rect, flags, shown)
