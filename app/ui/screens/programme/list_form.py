"""The programme as a list: sorted, grouped, filtered, edited in place, changed many at once."""

from collections.abc import Collection, Iterable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.planning.settings import marking_names
from app.planning.views.programme import Head, Line, entry_lines, programme
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.columns import columns
from app.ui.screens.programme.grouped import grouping
from app.ui.screens.programme.list_bar import ListBar
from app.ui.screens.programme.many import ManyEntries
from app.ui.screens.programme.words import ListRow
from app.ui.tables.view import Table
from app.ui.widgets.empty import EmptyState
from app.wording import _


class ListForm(QWidget):
    """Shows a visit's lines. ``current_changed`` carries an entry's id, or nothing.

    ``menu_wanted`` carries a place on the screen, and whether there is an entry; ``told`` a sentence, and
    whether undo takes back what it tells; ``asked`` a question that is to be answered before a time is set;
    ``done`` the sentence of a time that was set, of which others may have to be told. ``escape_wanted`` tells
    that Escape found nothing here to let go of.
    """

    current_changed = Signal(str)
    menu_wanted = Signal(QPoint, bool)
    told = Signal(str, bool)
    asked = Signal(object)
    done = Signal(str)
    escape_wanted = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._head: Head | None = None
        self._home = False
        self._cut: frozenset[str] = frozenset()
        self._waits = False  # for what was refused in a cell, before rows are filtered or grouped otherwise
        self._grouped_by = preferences.programme_grouping
        self.bar = ListBar()
        self.view = Table(
            "programme",
            columns(desk, desk.ask(marking_names), self.asked.emit, self.done.emit),
            preferences,
            label=_("Programme"),
            kind="entry",
            natural=lambda row: row.line.order,
        )
        self.view.set_read_only(read_only=desk.read_only)
        self._none_fits = EmptyState("search", _("Nothing fits what you typed into the filter."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none_fits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        find = QAction(_("Filter the list"), self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self._find)
        self.addAction(find)
        self.bar.show_grouping(preferences.programme_grouping)
        self.view.set_grouping(grouping(preferences.programme_grouping))
        self._many = ManyEntries(desk, self)
        self._connect()

    def _connect(self) -> None:
        self.bar.grouped.connect(self._group)
        self.bar.filtered.connect(self._arrange)
        self.view.editing_ended.connect(self._on_editing_ended)
        self.bar.filter.left.connect(self.view.setFocus)
        self.bar.change.menu().aboutToShow.connect(self._fill_change)
        self._none_fits.add_button(_("Show all")).clicked.connect(self.bar.filter.clear)
        self.view.current_changed.connect(self.current_changed)
        self.view.selection_changed.connect(self._show_counts)
        self.view.opened.connect(self.view.edit_cell)
        self.view.menu_wanted.connect(self._open_menu)
        self._many.told.connect(self.told)

    # What is shown

    def show_visit(self, visit_id: str) -> Head:
        """Ask for all lines of a visit and show them.

        Raises:
            AideError: what the views raise.
        """
        whole = self._desk.ask(programme, visit_id)
        self._head = whole.head
        self.view.set_markings(self._desk.ask(marking_names))
        self.view.show_rows(self._rows(whole.lines))
        return whole.head

    def show_some(self, ids: Collection[str]) -> None:
        """Ask for these entries alone and show them.

        Raises:
            AideError: what the view raises.
        """
        self.view.refresh(ids, self._rows(self._desk.ask(entry_lines, self._desk.visit_id, ids)))

    def set_home_first(self, *, home: bool) -> None:
        """Let the clock at home lead, or that of the place."""
        if home != self._home:
            self._home = home
            self.view.show_rows(self._rows(row.line for row in self.view.rows()))

    def _rows(self, lines: Iterable[Line]) -> list[ListRow]:
        if self._head is None:
            return []
        return [ListRow(line, self._head, self._home, line.id in self._cut) for line in lines]

    def fade(self, ids: frozenset[str]) -> None:
        """Show that these entries, and no others, are to be moved away."""
        changed, self._cut = ids ^ self._cut, ids
        lines = [row.line for row in self.view.rows() if row.id in changed]
        if lines:
            self.view.refresh([line.id for line in lines], self._rows(lines))

    @Slot()
    def _show_counts(self) -> None:
        shown, total = self.view.count(), self.view.total()
        chosen = self.view.selected_ids()
        self.bar.show_counts(shown, total)
        self.bar.show_change(len(chosen) if len(chosen) > 1 and not self._desk.read_only else 0)
        self._stack.setCurrentWidget(self._none_fits if total and not shown else self.view)

    @Slot(str)
    def _group(self, key: str) -> None:
        self._preferences.programme_grouping = key
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """Filter and group as the bar says; what was refused in a cell is first mended or taken back."""
        self._waits = self.view.holds_refused
        if self._waits or not self.view.finish_editing():
            return
        key = self.bar.grouping()
        if key != self._grouped_by:
            self._grouped_by = key
            self.view.set_grouping(grouping(key))
            self.view.show_column("day", shown=key != "day")  # unless the headings say it
        self.view.set_filter(self.bar.filter.text())
        self._show_counts()

    @Slot()
    def _on_editing_ended(self) -> None:
        if self._waits:
            self._arrange()

    @Slot()
    def _find(self) -> None:
        self.bar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.filter.selectAll()

    # What the screen asks

    def count(self) -> int:
        """Return how many lines there are, those that the filter leaves out too."""
        return self.view.total()

    def line(self, entry_id: str) -> Line | None:
        """Return the line of an entry."""
        row: ListRow | None = self.view.row(entry_id)
        return None if row is None else row.line

    def chosen(self) -> list[Line]:
        """Return the lines of the selected entries; the current one stands last."""
        current = self.view.current_id()
        ids = sorted(self.view.selected_ids(), key=lambda key: key == current)
        return [row.line for row in map(self.view.row, ids)]

    def day(self) -> date | None:
        """Return the day that is meant: that of the selected entry, else that of the first one in view."""
        line = self.line(self.view.current_id())
        if line is None:
            ids = self.view.ids_in_view() or self.view.ids()
            line = self.line(ids[0]) if ids else None
        return None if line is None else line.day

    def select(self, entry_id: str) -> None:
        """Select an entry and bring it into view, though a filter hid it."""
        if self.view.current_id() == entry_id and entry_id in self.view.selected_ids():
            return
        if not self.view.select(entry_id) and self.view.row(entry_id) is not None:
            self.bar.filter.clear()
            self.view.select(entry_id)

    def show_day(self, day: date) -> None:
        """Scroll to the first line of a day, or of the first day after it."""
        lines = [row.line for row in map(self.view.row, self.view.ids())]
        found = min((line for line in lines if line.day >= day), key=lambda line: line.order, default=None)
        if found is not None:
            self.view.reveal_row(found.id, on_top=True)

    def leave(self) -> None:
        """Save what is being typed."""
        self.view.finish_editing()

    # What is done with many

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escape_wanted.emit()
        super().keyPressEvent(event)

    def fill_menu(self, menu: QMenu) -> None:
        """Put what can be done with the selected rows into a menu."""
        ids = self.view.selected_ids()
        if ids:
            menu.addSeparator()
            menu.addAction(_("Copy as table")).triggered.connect(self.view.copy)
        if ids and not self._desk.read_only:
            menu.addSeparator()
            self._many.fill(menu, ids)
        menu.addSeparator()
        menu.addAction(_("Columns …")).triggered.connect(self.view.open_columns)

    @Slot()
    def _fill_change(self) -> None:
        menu = self.bar.change.menu()
        menu.clear()
        self._many.fill(menu, self.view.selected_ids())

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(at), bool(self.view.selected_ids()))
