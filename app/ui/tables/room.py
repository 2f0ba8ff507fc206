"""A room of the window that is a table: what it lists, what can be added, changed and deleted in it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.bulk import for_each
from app.planning.clock import today
from app.planning.settings import marking_names
from app.planning.workspace import Changed
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.showing import Showing
from app.ui.stops import first_stop
from app.ui.tables.bar import RoomBar
from app.ui.tables.bulk import fill_menu
from app.ui.tables.column import Column
from app.ui.tables.hooks import RoomHooks
from app.ui.tables.view import Table
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.plain import literal
from app.wording import _, ngettext
from app.wording.errors import sentence

_ASKED_WHOLE = 100  # beyond so many changed rows, asking for all of them is quicker


class ListRoom(RoomHooks):
    """A table with its title, filter and buttons; subclasses say what is in it.

    They override ``tables`` and ``ask_rows``, and as far as it applies ``ask_some``, ``add``, ``delete``,
    ``bulk_fields``, ``row_name``, ``tick`` and ``menu_actions``. ``empty`` is a title, a sentence and the
    words of its button. ``kind`` is what the rows are to the window; it is ``name`` unless said.

    ``selected``, ``opened``, ``created`` and ``go`` carry a kind and an id; ``told`` a sentence for the
    toast, and whether undo takes back what it tells. After ``created``, the title is to be typed next.
    """

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        *,
        name: str,
        title: str,
        columns: Sequence[Column],
        add_words: str,
        empty: tuple[str, str, str],
        kind: str = "",
        icon: str = "list",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.preferences = preferences
        self.kind = kind or name
        self.table = Table(name, columns, preferences, label=title, kind=self.kind)
        self.bar = RoomBar(title, add_words)
        self._empty = EmptyState(icon, "\n".join(empty[:2]))
        self._add_first = self._empty.add_button(empty[2], icon_name="plus", primary=True)
        self._none_fits = EmptyState("search", _("Nothing fits what you typed into the filter."))
        self._show_all = self._none_fits.add_button(_("Show all"))
        self._stack = QStackedWidget()
        self._change = QMenu(self)
        self.bar.change.setMenu(self._change)
        self._lay_out()
        self._make_actions()
        self._connect()

    def _lay_out(self) -> None:
        for widget in (self.table, self._empty, self._none_fits):
            self._stack.addWidget(widget)
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(panel, 1)

    def _make_actions(self) -> None:
        find = QAction(_("Filter the list"), self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self.bar.focus_filter)
        new = QAction(literal(self.bar.add.words()), self)
        new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        new.triggered.connect(self._add)
        new.setEnabled(not self.desk.read_only)
        for action in (find, new):
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self.addAction(action)
        for button in (self.bar.add, self._add_first):
            button.setEnabled(not self.desk.read_only)

    def _connect(self) -> None:
        self.bar.add.clicked.connect(self._add)
        self._add_first.clicked.connect(self._add)
        self._show_all.clicked.connect(self.bar.filter.clear)
        self.bar.filter.sought.connect(self._filter)
        self.bar.left.connect(self._focus_body)
        self._change.aboutToShow.connect(self._fill_change)
        self.table.current_changed.connect(self._on_current)
        self.table.selection_changed.connect(self._show_counts)
        self.table.opened.connect(lambda row_id: self.opened.emit(self.kind, row_id))
        self.table.delete_wanted.connect(self._delete)
        self.table.tick_wanted.connect(self._tick)
        self.table.menu_wanted.connect(self._open_menu)
        self._day = today()
        self._showing = Showing(self, self.desk, self._show, ("setting", *self.tables))
        self._showing.told.connect(self.told)
        self.desk.visit_changed.connect(self._on_visit_changed)

    # What the window asks

    def reveal(self, kind: str, row_id: str) -> None:
        """Select a row, and take the filter away if it hides it; a row of another kind is left alone."""
        if kind != self.kind:
            return
        self.catch_up()
        if not self.table.select(row_id) and self.table.row(row_id) is not None:
            self.bar.filter.clear()
            self.table.select(row_id)

    def leave(self) -> None:
        """Nothing is being typed into a table: there is nothing to save."""

    def add_body(self, widget: QWidget) -> None:
        """Have another widget that ``body`` may choose to show the rows."""
        self._stack.addWidget(widget)

    def add_control(self, widget: QWidget) -> None:
        """Put a control, such as a choice of what is listed, beside the title."""
        self.bar.add_control(widget)

    def ask_again(self) -> None:
        """Ask for all rows, now if the room is in view, else when it comes into view."""
        self._showing.ask_again()

    def catch_up(self) -> None:
        """Ask for all rows now if any may have changed, though the room be out of view."""
        self._showing.catch_up()

    # Keeping up

    def _show(self, changed: Changed | None) -> None:
        day = today()
        if day != self._day:
            self._day = day
            self.table.begin_day()
        ids = None if changed is None else self._few(changed)
        rows = None if ids is None else self.ask_some(ids)
        if ids is None or rows is None:
            every = self.ask_rows()
            self.table.set_markings(self.desk.ask(marking_names))
            self.table.show_rows(every)
        else:
            self.table.refresh(ids, rows)
        self._show_counts()

    def _few(self, changed: Changed) -> frozenset[str] | None:
        """Return which rows changed, where only they need to be asked for."""
        ids = changed.ids.get(self.tables[0], frozenset()) if self.tables else frozenset()
        return None if changed.touches("setting", *self.tables[1:]) or len(ids) > _ASKED_WHOLE else ids

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self.table.select_none()
        self.ask_again()

    @Slot()
    def _show_counts(self) -> None:
        shown, total = self.table.count(), self.table.total()
        chosen = self.table.selected_ids()
        self.bar.show_counts(shown, total)
        focused = self.window().focusWidget()
        holds = focused is self.bar.change or self._stack.isAncestorOf(focused or self)
        many = len(chosen) > 1 and not self.desk.read_only
        offers = many and bool(self.bulk_fields() or self._acts_on(chosen))
        self.bar.show_change(len(chosen) if offers else 0)
        # With nothing to list the list cannot be sorted or filtered either.
        view = self.body() if shown else self._none_fits if total else self._empty
        self._stack.setCurrentWidget(view)
        if holds and focused is not None and not focused.isVisible():
            # Else Qt hands the keys on to a button, and the next Enter would add a row.
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keys(self) -> None:
        """Let the keys go to the list; where there is nothing to list, to what adds the first."""
        stop = self.body() if self.body().isVisible() else first_stop(self)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _focus_body(self) -> None:
        self.body().setFocus()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self._show_counts()

    @Slot(str)
    def _on_current(self, row_id: str) -> None:
        self.selected.emit(self.kind, row_id)

    # What is done

    @Slot()
    def _add(self) -> None:
        if self.desk.read_only:
            return
        self.catch_up()
        try:
            row_id = self.add()
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        if row_id:
            self.reveal(self.kind, row_id)
            self.created.emit(self.kind, row_id)

    @Slot(list)
    def _delete(self, ids: Sequence[str]) -> None:
        if self.desk.read_only or not ids:
            return
        try:
            said = self.delete(ids)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        if said:
            self.told.emit(said, True)

    @Slot(str, str, bool)
    def _tick(self, row_id: str, key: str, ticked: bool) -> None:  # noqa: FBT001 - as the signal has it
        if self.desk.read_only:
            return
        try:
            self.tick(row_id, key, ticked)
        except AideError as error:
            self.told.emit(sentence(error), False)

    def _change_rows(self, label: str, verb: Callable[..., object], ids: Sequence[str]) -> None:
        if not done(self.desk, self.told, label, for_each, verb, ids):
            return
        said = ngettext("{count} row changed.", "{count} rows changed.", len(ids))
        self.told.emit(said.format(count=len(ids)), True)

    @Slot()
    def _fill_change(self) -> None:
        ids = self.table.selected_ids()
        self._change.clear()
        fill_menu(self._change, self.bulk_fields(), ids, self._change_rows)
        self._change.addSeparator()
        self._change.addActions(self._acts_on(ids))

    def _acts_on(self, ids: Sequence[str]) -> list[QAction]:
        """Return what else can be done now with the selected rows."""
        return [action for action in self.menu_actions(ids) if action.isEnabled()]

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        menu = self.make_menu()
        menu.popup(self.table.viewport().mapToGlobal(at))

    def make_menu(self) -> QMenu:
        """Return the menu of the selected rows; it deletes itself when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ids, writable = self.table.selected_ids(), not self.desk.read_only
        if ids:
            self._put(menu, _("Open"), lambda: self.opened.emit(self.kind, ids[0]))
            for action in self.menu_actions(ids):
                menu.addAction(action)
            menu.addSeparator()
            self._put(menu, _("Copy"), self.table.copy)
            self._put(menu, _("Copy as text"), self.table.copy_lines)
        if ids and writable:
            menu.addSeparator()
            fill_menu(menu, self.bulk_fields(), ids, self._change_rows)
            menu.addSeparator()
            self._put(menu, _("Delete"), lambda: self._delete(ids))
        menu.addSeparator()
        self._put(menu, _("Columns …"), self.table.open_columns)
        return menu

    @staticmethod
    def _put(menu: QMenu, words: str, act: Callable[[], object]) -> None:
        menu.addAction(literal(words)).triggered.connect(act)
