"""The days at a glance: one card for each, its entries as short lines that lead to them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.words import EntryKind, EntryStatus
from app.planning.views.overview import OverviewDay
from app.planning.views.programme import Line
from app.planning.views.visit import VisitDetail
from app.ui.screens.overview.words import day_words, night_words, offset_words, span_words
from app.ui.theme.fonts import SEMIBOLD, TEXT_PX, ui_font
from app.ui.theme.style import theme
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.wording import _
from app.wording.dates import clock, day_within
from app.wording.names import word_name

_LINE_PX = 22
_WORDS_PX = 12
_EDGE_PX = 3
_GAP_PX = 6
_COLUMN_PX = 196
_MOST_COLUMNS = 7
_GRID_GAP_PX = 10
_LINE_ROLE = Qt.ItemDataRole.UserRole
_QUIET = {EntryKind.TRAVEL, EntryKind.HOLD, EntryKind.REST, EntryKind.PRIVATE}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}

Index = QModelIndex | QPersistentModelIndex


class DaysGrid(QWidget):
    """Cards of days in as many columns as there is room for; ``entry_wanted`` carries an entry's id."""

    entry_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[DayCard] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GRID_GAP_PX)

    def show_days(self, found: tuple[OverviewDay, ...], visit: VisitDetail, today: object) -> None:
        """Show these days; those that are the same keep their cards, and the cursor where it was."""
        while len(self.cards) > len(found):
            card = self.cards.pop()
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.cards) < len(found):
            card = DayCard()
            card.list.entry_wanted.connect(self.entry_wanted)
            self.cards.append(card)
        for card, one in zip(self.cards, found, strict=True):
            card.show_day(one, visit, is_today=one.day == today)
        self._arrange(force=True)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [card.list for card in self.cards if card.list.count()]

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange(force=False)

    def _arrange(self, *, force: bool) -> None:
        columns = max(1, min(_MOST_COLUMNS, self.width() // _COLUMN_PX))
        # Rows of one length look better than a long one and a rest.
        rows = -(-len(self.cards) // columns) or 1
        columns = max(1, -(-len(self.cards) // rows))
        if columns == self._columns and not force:
            return
        for column in range(max(self._columns, columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, *divmod(number, columns), Qt.AlignmentFlag.AlignTop)


class DayCard(QFrame):
    """One day: date, city and offset, then its entries."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] | None = None
        self.date = PlainLabel(elide=True)
        self.date.setFont(ui_font(TEXT_PX, SEMIBOLD))
        self.span = MutedLabel()
        self.city = MutedLabel(elide=True)
        self.offset = MutedLabel()
        self.list = DayList()
        self.night = MutedLabel(elide=True)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for left, right in ((self.date, self.span), (self.city, self.offset)):
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(left, 1)
            row.addWidget(right)
            column.addLayout(row)
        column.addSpacing(3)
        column.addWidget(rule)
        column.addSpacing(2)
        column.addWidget(self.list)
        column.addWidget(self.night)

    def show_day(self, one: OverviewDay, visit: VisitDetail, *, is_today: bool) -> None:
        """Show a day."""
        state = (one, visit.home_city, visit.home_zone, visit.starts_on, visit.ends_on, is_today)
        if state == self._shown:
            return
        self._shown = state
        on = day_within(one.day, visit.starts_on, visit.ends_on)
        self.date.setText(_("{day} · today").format(day=on) if is_today else on)
        self.date.set_tone("accent" if is_today else "")
        self.span.setText(span_words(one))
        self.city.setText(" → ".join(one.cities))
        self.offset.setText(offset_words(one, visit))
        night = night_words(one, visit)
        self.night.setText(night)
        self.night.setVisible(bool(night))
        self.list.setAccessibleName(day_words(one, visit))
        self.list.show_lines(one.lines)


class DayList(QListWidget):
    """The entries of one day. Up and Down choose, Enter or a click opens."""

    entry_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "days")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_LineDelegate(self))
        self.itemClicked.connect(self._open)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these entries, and keep the cursor on the one it was on."""
        current = self.currentItem()
        kept = "" if current is None else current.data(_LINE_ROLE).id
        self.clear()
        for line in lines:
            item = QListWidgetItem()
            item.setData(_LINE_ROLE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(line))
            item.setToolTip("")
            self.addItem(item)
            if line.id == kept:
                self.setCurrentItem(item)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if lines else Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(max(1, len(lines)) * _LINE_PX)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _ENTER and self.currentItem() is not None:
            self._open(self.currentItem())
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: object, /) -> None:
        event.ignore()  # type: ignore[attr-defined]  # the page scrolls, never a day within it

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.entry_wanted.emit(item.data(_LINE_ROLE).id)


class _LineDelegate(QStyledItemDelegate):
    """Paints one entry: the colour of its kind, time and title; meetings bold, what lies between quiet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        del option, index
        return QSize(80, _LINE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        line: Line = index.data(_LINE_ROLE)
        tokens = theme().tokens
        rect = QRect(option.rect)
        view = option.widget
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if hovered:
            painter.fillRect(rect, QColor(tokens.soft))
        edge = QRect(rect.left(), rect.top() + 3, _EDGE_PX, rect.height() - 6)
        painter.fillRect(edge, QColor(tokens.kind_color(line.kind)))
        time = ui_font(_WORDS_PX, tabular=True)
        time_px = QFontMetrics(time).horizontalAdvance("00:00") + _GAP_PX
        words = rect.adjusted(_EDGE_PX + _GAP_PX, 0, -2, 0)
        painter.setFont(time)
        painter.setPen(QColor(tokens.muted))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, middle, f"{line.start_wall:%H:%M}")
        _paint_title(painter, line, words.adjusted(time_px, 0, 0, 0))
        if isinstance(view, QListWidget) and view.hasFocus() and view.currentRow() == index.row():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()


def _paint_title(painter: QPainter, line: Line, rect: QRect) -> None:
    tokens = theme().tokens
    meeting = line.kind is EntryKind.MEETING
    font = ui_font(_WORDS_PX, SEMIBOLD) if meeting else ui_font(_WORDS_PX)
    font.setStrikeOut(line.status is EntryStatus.CANCELLED)
    painter.setFont(font)
    quiet = line.kind in _QUIET or line.status is EntryStatus.CANCELLED
    painter.setPen(QColor(tokens.muted if quiet else tokens.ink))
    title = line.title or word_name(line.kind)
    shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def spoken(line: Line) -> str:
    """Return how an entry is read aloud."""
    parts = (
        clock(line.start_wall, line.start_precision),
        line.title,
        word_name(line.kind),
        word_name(line.status) if line.status is not EntryStatus.CONFIRMED else "",
    )
    return ", ".join(part for part in parts if part)
