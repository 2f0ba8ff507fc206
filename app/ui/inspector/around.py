"""What the inspector shows of an entry without editing it: the agenda."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.words import Intent
from app.planning.views.entry import AgendaLine
from app.ui.theme.style import theme
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.tuning import ROW_PX, tune
from app.wording import _
from app.wording.names import word_name

_NUMBER_PX = 30
_MINUTES_PX = 68
_Index = QModelIndex | QPersistentModelIndex


class _Ruled(QStyledItemDelegate):
    """Draws a line under each row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme().tokens.line))


class AgendaTable(QWidget):
    """The agenda in order, and how much of the time it takes."""

    def __init__(self) -> None:
        super().__init__()
        self._agenda: tuple[AgendaLine, ...] = ()
        self._name = MutedLabel()
        self._table = QTableWidget(0, 3)
        self._table.setAccessibleName(_("Agenda"))
        self._table.horizontalHeader().hide()
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tune(self._table)
        self._table.setItemDelegate(_Ruled(self._table))
        header = self._table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, _NUMBER_PX)
        header.resizeSection(2, _MINUTES_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._table)
        self.hide()

    def show_agenda(self, agenda: tuple[AgendaLine, ...], minutes: int) -> None:
        """Show an agenda of an entry that lasts so many minutes."""
        used = sum(item.minutes for item in agenda)
        self._name.setText(_("Agenda · {used} of {minutes} min").format(used=used, minutes=minutes))
        self._name.set_tone("bad" if used > minutes else "muted")
        self.setVisible(bool(agenda))
        if agenda != self._agenda:
            self._agenda = agenda
            self._fill(agenda)

    def _fill(self, agenda: Sequence[AgendaLine]) -> None:
        self._table.setRowCount(len(agenda))
        for at, item in enumerate(agenda):
            intent = "" if item.intent is Intent.RAISE else f" · {word_name(item.intent)}"
            texts = (str(at + 1), f"{item.title}{intent}", _("{minutes} min").format(minutes=item.minutes))
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self._table.setItem(at, column, cell)
        self._table.setFixedHeight(len(agenda) * ROW_PX + 2)
