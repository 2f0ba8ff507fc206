"""The columns of a table as somebody likes them, kept from one day to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot

from app.ui.preferences import Preferences
from app.ui.tables.column import Column
from app.ui.tables.header import NARROWEST_PX, TableHeader
from app.ui.tables.remembered import TableState

_LEAST_SHARE = 0.6


class TableLayout(QObject):
    """Puts a header into the remembered state and remembers what becomes of it.

    As long as nobody dragged a width, the columns share the room there is in proportion to theirs; where
    that is little, some keep their own.
    """

    def __init__(
        self, name: str, columns: Sequence[Column], preferences: Preferences, header: TableHeader
    ) -> None:
        super().__init__(header)
        self._name = name
        self._columns = columns
        self._preferences = preferences
        self._header = header
        self._widths: dict[str, int] = {}
        self._room = 0
        self._busy = False

    def start(self) -> None:
        """Put the header into the state it had, then listen."""
        header = self._header
        keys = [column.key for column in self._columns]
        state = TableState.read(self._preferences.table_state(self._name), self._columns)
        self._widths = dict(state.widths)
        for visual, key in enumerate(state.order):
            header.moveSection(header.visualIndex(keys.index(key)), visual)
        for section, key in enumerate(keys):
            header.setSectionHidden(section, key in state.hidden)
            header.resizeSection(section, self._widths.get(key, self._columns[section].width))
        if state.sort:
            order = Qt.SortOrder.DescendingOrder if state.descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(keys.index(state.sort), order)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self.remember)
        header.sortIndicatorChanged.connect(self.remember)
        header.chosen.connect(self._on_chosen)
        header.fitted.connect(self._fit_again)

    def fit(self, room: int) -> None:
        """Share ``room`` pixels among the columns, unless somebody dragged a width."""
        self._room = room
        shown = self._header.shown()
        if self._widths or not shown or room <= 0:
            return
        widths = {section: self._columns[section].width for section in shown}
        kept = {section for section in shown if self._columns[section].keeps}
        if room >= sum(widths.values()) or len(kept) == len(shown):
            kept = set()
        keeping = sum(widths[section] for section in kept)
        share = max(_LEAST_SHARE, (room - keeping) / (sum(widths.values()) - keeping))
        fitted = {
            section: width if section in kept else max(NARROWEST_PX, int(width * share))
            for section, width in widths.items()
        }
        # Where one could not give its share, the widest gives it.
        widest = max(shown, key=fitted.__getitem__)
        fitted[widest] -= max(0, min(sum(fitted.values()) - room, fitted[widest] - widths[widest] // 2))
        self._busy = True
        for section, width in fitted.items():
            self._header.resizeSection(section, width)
        self._busy = False

    @Slot()
    def remember(self) -> None:
        """Write down how the columns are now."""
        header, keys = self._header, [column.key for column in self._columns]
        sorted_by = header.sortIndicatorSection()
        state = TableState(
            dict(self._widths),
            tuple(keys[header.logicalIndex(visual)] for visual in range(header.count())),
            tuple(key for section, key in enumerate(keys) if header.isSectionHidden(section)),
            keys[sorted_by] if 0 <= sorted_by < len(keys) else "",
            header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
        )
        self._preferences.remember_table(self._name, state.written())

    @Slot(int, int, int)
    def _on_resized(self, section: int, old: int, new: int) -> None:
        # The last one takes what is left, and one that is hidden has no width: neither was dragged.
        if self._busy or not old or not new or section == self._header.shown()[-1:][0]:
            return
        for each in self._header.shown()[:-1]:
            self._widths[self._columns[each].key] = self._header.sectionSize(each)
        self.remember()

    @Slot()
    def _on_chosen(self) -> None:
        self.fit(self._room)
        self.remember()

    @Slot()
    def _fit_again(self) -> None:
        self._widths.clear()
        self.fit(self._room)
        self.remember()
