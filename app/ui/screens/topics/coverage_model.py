"""Topics as rows and meetings as columns, as Qt asks for them: exact inserts, moves, removes and changes."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.planning.views.coverage import Cell, Coverage
from app.planning.views.meetings import MeetingRow
from app.planning.views.topics import TopicRow
from app.ui.tables.dragging import MIME, put_rows, rows_of
from app.ui.tables.stepping import do_step
from app.ui.tables.steps import steps
from app.wording.coverage import cell_words, coverage_sentence, meeting_words
from app.wording.names import word_name

TOPIC: Final = "topic"
ITEM: Final = "agenda_item"
_ROOT: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class CoverageModel(QAbstractTableModel):
    """What a coverage says of each topic at each meeting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._coverage = Coverage((), (), {}, ())
        self._topics: dict[str, TopicRow] = {}
        self._meetings: dict[str, MeetingRow] = {}
        self._rows: list[str] = []
        self._columns: list[str] = []
        self.read_only = False

    # What Qt asks

    def rowCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole, /) -> Any:
        if index.isValid() and role in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return cell_words(self.cell(index.row(), index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole, /) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        there = 0 <= section < len(self._columns if across else self._rows)
        if not there or role not in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return None
        if across:
            return meeting_words(self.meeting(section))
        topic = self.topic(section)
        finding = self._coverage.of_topic(topic.id)
        wrong = coverage_sentence(finding, self._coverage) if finding else ""
        return ", ".join(part for part in (topic.title, word_name(topic.area), wrong) if part)

    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.read_only:
            return flags
        dragged = self.cell(index.row(), index.column()) is not None
        flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if dragged else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Any, /) -> QMimeData:
        mime = QMimeData()
        cells = [self.cell(index.row(), index.column()) for index in indexes]
        put_rows(mime, ITEM, [item for cell in cells if cell for item in cell.item_ids[:1]])
        return mime

    # What the view asks

    @property
    def coverage(self) -> Coverage:
        """What is shown."""
        return self._coverage

    def topic(self, row: int) -> TopicRow:
        """Return the topic of a row."""
        return self._topics[self._rows[row]]

    def meeting(self, column: int) -> MeetingRow:
        """Return the meeting of a column."""
        return self._meetings[self._columns[column]]

    def cell(self, row: int, column: int) -> Cell | None:
        """Return how the topic of a row stands at the meeting of a column."""
        return self._coverage.cell(self._rows[row], self._columns[column])

    def at(self, topic_id: str, entry_id: str) -> QModelIndex:
        """Return the cell of a topic and a meeting; no cell where either is not shown."""
        if topic_id not in self._topics or entry_id not in self._meetings:
            return QModelIndex()
        return self.index(self._rows.index(topic_id), self._columns.index(entry_id))

    def row_of(self, topic_id: str) -> int:
        """Return the row of a topic; -1 where it is not here."""
        return self._rows.index(topic_id) if topic_id in self._topics else -1

    def mime_of_topic(self, row: int) -> QMimeData:
        """Return what a drag of a whole topic carries."""
        mime = QMimeData()
        put_rows(mime, TOPIC, [self._rows[row]])
        return mime

    def landing(self, mime: QMimeData, column: int) -> QModelIndex:
        """Return the cell in which what is dragged would land over a column.

        That is no cell where it cannot: it is something else, or stands there already.
        """
        found = rows_of(mime)
        if self.read_only or found is None or not found[1] or not 0 <= column < len(self._columns):
            return QModelIndex()
        topic_id = found[1][0] if found[0] == TOPIC else self._topic_of(found[1][0])
        index = self.at(topic_id, self._columns[column])
        stands = index.isValid() and self.cell(index.row(), column) is not None
        return QModelIndex() if stands else index

    def _topic_of(self, item_id: str) -> str:
        cells = self._coverage.cells.items()
        return next((topic for (topic, _entry), cell in cells if item_id in cell.item_ids), "")

    # What the pane says

    def show(self, coverage: Coverage) -> None:
        """Show a coverage in place of the one before."""
        topics = {topic.id: topic for topic in coverage.topics}
        meetings = {meeting.id: meeting for meeting in coverage.meetings}
        for step in steps(self._rows, list(topics)):
            self._topics |= topics  # while rows come and go, those that go are asked for, too
            do_step(self, self._rows, step)
        for step in steps(self._columns, list(meetings)):
            self._meetings |= meetings
            do_step(self, self._columns, step, columns=True)
        before, self._coverage = self._coverage, coverage
        told, self._topics, self._meetings = (self._topics, self._meetings), topics, meetings
        self._tell_cells(before, coverage)
        self._tell_heads(before, *told)

    def _tell_cells(self, before: Coverage, after: Coverage) -> None:
        """Tell of the cells that are others now: an agenda is written key by key."""
        for key in before.cells.keys() | after.cells.keys():
            index = self.at(*key) if before.cells.get(key) != after.cells.get(key) else QModelIndex()
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _tell_heads(
        self, before: Coverage, topics: Mapping[str, TopicRow], meetings: Mapping[str, MeetingRow]
    ) -> None:
        """Tell of the heads that say something else now, by themselves or by what is wrong there."""
        was, now = ({each.topic_id: each for each in one.findings} for one in (before, self._coverage))
        for row, topic_id in enumerate(self._rows):
            same = topics.get(topic_id) == self._topics[topic_id] and was.get(topic_id) == now.get(topic_id)
            if not same:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)
        for column, entry_id in enumerate(self._columns):
            if meetings.get(entry_id) != self._meetings[entry_id]:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, column, column)
