"""The matrix of topics over meetings: walked by the arrows, filled by keys and by dragging."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip

from app.domain.words import Intent
from app.planning.views.coverage import Coverage
from app.ui.screens.topics.coverage_heads import MEETING_PX, TOPIC_PX, MeetingHead, TopicHead
from app.ui.screens.topics.coverage_model import ITEM, CoverageModel
from app.ui.screens.topics.coverage_paint import HEAD_PX, ROW_PX, SIDE_PX, CoveragePainter
from app.ui.tables.dragging import rows_of
from app.ui.theme.style import theme
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.plain import tip_markup
from app.ui.widgets.tuning import flat, tune
from app.wording import _

_Key = Qt.Key
_ENTER: Final = {_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space}
_INTENTS: Final = {_Key.Key_L: Intent.LEAD, _Key.Key_R: Intent.RAISE, _Key.Key_I: Intent.IF_RAISED}
_MINUTES: Final = {_Key.Key_Plus: 5, _Key.Key_Minus: -5}
_OFF: Final = {_Key.Key_Delete, _Key.Key_Backspace}


class CoverageView(QTableView):
    """The matrix. Most signals carry the ids of a topic and of a meeting.

    ``put`` asks to put the topic on the agenda; ``intent_wanted`` and ``minutes_wanted`` to bring it up
    otherwise or for so many minutes more, ``off_wanted`` to take it off. ``moved`` carries an item of an
    agenda and the meeting to move it to; ``menu_wanted`` the point of the screen besides; ``opened`` the
    kind and id of a row to be opened.
    """

    current_changed = Signal(str)
    put = Signal(str, str)
    moved = Signal(str, str)
    intent_wanted = Signal(str, str, object)
    minutes_wanted = Signal(str, str, int)
    off_wanted = Signal(str, str)
    menu_wanted = Signal(str, str, QPoint)
    opened = Signal(str, str)

    def __init__(self, model: CoverageModel) -> None:
        super().__init__()
        self.rows = model
        self.painter = CoveragePainter(self, model)
        tune(self)
        flat(self)
        self.head = TopicHead(model, self.painter)
        self.meetings = MeetingHead(self.painter)
        self.setVerticalHeader(self.head)
        self.setHorizontalHeader(self.meetings)
        self.head.setDefaultSectionSize(ROW_PX)
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Topics over meetings"))
        self.setAccessibleDescription(
            _(
                "Space puts a topic on the agenda of a meeting, Delete takes it off. L leads it, R raises it,"
                " I keeps it for if it is raised; plus and minus change its minutes."
            )
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._corner = MutedLabel(_("Topic"), self)
        self._fitted = (0, 0)  # for how many meetings and which width
        self._connect()

    def _connect(self) -> None:
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(self._act)
        self.head.pressed_at.connect(self._on_topic)
        self.head.opened.connect(self._open_topic)
        self.meetings.opened.connect(self._open_meeting)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(self._repaint)

    def show_coverage(self, coverage: Coverage, markings: tuple[str, ...]) -> None:
        """Show a coverage; the current topic stays the current one."""
        renamed = markings != self.painter.markings
        self.painter.markings = markings
        self.rows.show(coverage)
        if not self.currentIndex().isValid() and self.rows.rowCount() and self.rows.columnCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.fit()
        if renamed:
            self._repaint()

    def current_id(self) -> str:
        """Return the id of the topic whose row is the current one, or nothing."""
        index = self.currentIndex()
        return self.rows.topic(index.row()).id if index.isValid() else ""

    @Slot(str)
    def select(self, topic_id: str) -> None:
        """Make a topic's row the current one."""
        row = self.rows.row_of(topic_id)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, max(0, self.currentIndex().column())))

    def fit(self) -> None:
        """Share out the width: meetings take what they need at least, topics what is left within reason."""
        count = max(1, self.rows.columnCount())
        whole = self.contentsRect().width()
        if (count, whole) == self._fitted:
            return
        self._fitted = (count, whole)
        topic = max(TOPIC_PX[0], min(TOPIC_PX[1], whole - count * MEETING_PX[0]))
        self.head.setFixedWidth(topic)
        each = max(MEETING_PX[0], min(MEETING_PX[1], (whole - topic) // count))
        self.meetings.setDefaultSectionSize(each)
        self.updateGeometries()
        corner = QRect(self.head.x() + SIDE_PX, self.meetings.y(), topic - 2 * SIDE_PX, HEAD_PX - 1)
        self._corner.setGeometry(corner)

    # What hands do

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        index, key = self.currentIndex(), Qt.Key(event.key())
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if not index.isValid() or not plain:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self._act(index)
        elif key in _INTENTS:
            self.intent_wanted.emit(*self._ids(index), _INTENTS[key])
        elif key in _MINUTES:
            self.minutes_wanted.emit(*self._ids(index), _MINUTES[key])
        elif key in _OFF:
            self.off_wanted.emit(*self._ids(index))
        elif event.text().isprintable() and event.text():
            event.ignore()  # other letters write nothing here
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        self._drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        self._drag(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        super().dragLeaveEvent(event)
        self._land(QModelIndex())

    def dropEvent(self, event: QDropEvent, /) -> None:
        index = self._landing(event)
        found = rows_of(event.mimeData())
        self._land(QModelIndex())
        if not index.isValid() or found is None:
            event.ignore()
            return
        # The file is asked, and the rows are shown anew: Qt itself must neither move nor remove any.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        topic_id, entry_id = self._ids(index)
        self.setCurrentIndex(index)
        if found[0] == ITEM:
            self.moved.emit(found[1][0], entry_id)
        else:
            self.put.emit(topic_id, entry_id)

    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), tip_markup(self._tip(index)), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.fit()

    def _drag(self, event: QDragMoveEvent) -> None:
        index = self._landing(event)
        self._land(index)
        if index.isValid():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _landing(self, event: QDropEvent) -> QModelIndex:
        column = self.columnAt(event.position().toPoint().x())
        return self.rows.landing(event.mimeData(), column)

    def _land(self, index: QModelIndex) -> None:
        if self.painter.landing != index:
            self.painter.landing = QPersistentModelIndex(index)
            self.viewport().update()

    def _tip(self, index: QModelIndex) -> str:
        if not index.isValid():
            return ""
        row, column = index.row(), index.column()
        ways = (Qt.Orientation.Vertical, row), (Qt.Orientation.Horizontal, column)
        said = [str(self.rows.headerData(section, way)) for way, section in ways]
        return "\n".join([*said, str(self.rows.data(index))])

    def _ids(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, str]:
        return self.rows.topic(index.row()).id, self.rows.meeting(index.column()).id

    def corner(self) -> QPoint:
        """Return where on the screen a menu of the current cell belongs."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    @Slot(QModelIndex)
    def _act(self, index: QModelIndex) -> None:
        """Put the topic there; where it is, offer what can be done with it."""
        if self.rows.cell(index.row(), index.column()) is None:
            self.put.emit(*self._ids(index))
        else:
            self.menu_wanted.emit(*self._ids(index), self.corner())

    @Slot(QPoint)
    def _ask_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.menu_wanted.emit(*self._ids(index), self.viewport().mapToGlobal(at))

    @Slot(int)
    def _on_topic(self, row: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.rows.columnCount():
            self.setCurrentIndex(self.rows.index(row, max(0, self.currentIndex().column())))

    @Slot(int)
    def _open_topic(self, row: int) -> None:
        self.opened.emit("topic_page", self.rows.topic(row).id)

    @Slot(int)
    def _open_meeting(self, column: int) -> None:
        self.opened.emit("meeting", self.rows.meeting(column).id)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, before: QModelIndex) -> None:
        self._repaint()  # the row of the topic is lit, not the cell alone
        if current.row() != before.row() or not current.isValid():
            self.current_changed.emit(self.current_id())

    @Slot()
    def _repaint(self) -> None:
        for part in (self, self.head, self.meetings):
            part.viewport().update()
