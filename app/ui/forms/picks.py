"""The list that drops from a box in which one finds by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.folding import folded
from app.planning.views.visits import Choice
from app.ui.theme.style import theme
from app.wording import _

LINE_PX = 28
_EDGE_PX = 4
_NARROWEST_PX = 260
_APART_PX = 2
_INSIDE_PX = 8
_DETAIL = Qt.ItemDataRole.UserRole
_CREATES = Qt.ItemDataRole.UserRole + 1
_TOLD = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex


class Picks(QListWidget):
    """What was found, one line each, and last what can be made.

    It lies in the window instead of being one: the cursor stays where one types, whatever is composed
    there, and no system puts it elsewhere. ``taken`` carries the number of the line that was clicked.
    """

    taken = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "picks")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Choices"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_Line(self))
        self.itemClicked.connect(self._on_clicked)
        self.hide()

    def fill(self, choices: Sequence[Choice], creates: str) -> None:
        """Show these choices, and below them what making another is called; without words, nothing."""
        self.clear()
        for choice in choices:
            item = QListWidgetItem(choice.name, self)
            item.setData(_DETAIL, choice.detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(choice))
        if creates:
            item = QListWidgetItem(creates, self)
            item.setData(_CREATES, True)

    def tell(self, words: str) -> None:
        """Show these words in place of choices; they cannot be taken."""
        self.clear()
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(_TOLD, True)

    def offers(self) -> bool:
        """Whether there is a line that can be taken."""
        return self.count() > 0 and not self.item(0).data(_TOLD)

    def place(self, box: QWidget) -> None:
        """Stand under the box, or above it where there is more room, and within the window."""
        window = box.window()
        top = box.mapTo(window, QPoint(0, 0))
        below = window.height() - top.y() - box.height() - _EDGE_PX
        above = top.y() - _EDGE_PX
        wanted = self.count() * LINE_PX + 2 * _EDGE_PX
        under = below >= wanted or below >= above
        height = min(wanted, below if under else above)
        width = min(max(box.width(), _NARROWEST_PX), window.width() - 2 * _EDGE_PX)
        left = max(_EDGE_PX, min(top.x(), window.width() - width - _EDGE_PX))
        y = top.y() + box.height() + _APART_PX if under else top.y() - height - _APART_PX
        self.setGeometry(left, y, width, height)

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.taken.emit(self.row(item))


def spoken(choice: Choice) -> str:
    """Return how a choice is read aloud."""
    return f"{choice.name}, {choice.detail}" if choice.detail else choice.name


class _Line(QStyledItemDelegate):
    """A name, and behind it muted what tells it from its like."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index, /) -> QSize:
        return QSize(0, LINE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        tokens = theme().tokens
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room: QRect = option.rect.adjusted(_INSIDE_PX, 0, -_INSIDE_PX, 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        metrics = option.fontMetrics
        painter.save()
        painter.setFont(option.font)
        ink = tokens.muted if index.data(_TOLD) else tokens.accent if index.data(_CREATES) else tokens.ink
        painter.setPen(QColor(ink))
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align | Qt.TextFlag.TextSingleLine, shown)
        room.setLeft(room.left() + metrics.horizontalAdvance(shown) + _INSIDE_PX)
        detail = index.data(_DETAIL) or ""
        if detail and room.width() > 2 * _INSIDE_PX:
            painter.setPen(QColor(tokens.muted))
            shown = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, align | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()


def meant(text: str, found: Sequence[Choice]) -> Choice | None:
    """Return what a text means of what it finds: the one so called or of that code, else the only one."""
    wanted = folded(text)
    for called in (
        [choice for choice in found if folded(choice.name) == wanted],
        [choice for choice in found if wanted and folded(choice.code) == wanted],
    ):
        if len(called) == 1:
            return called[0]
    return found[0] if len(found) == 1 else None
