"""The programme as a list: days, lines, and what can be done to a line."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import AideError
from app.domain.time import from_utc, to_utc
from app.domain.words import EntryStatus
from app.planning.settings import marking_names
from app.planning.verbs.entries import cancel_entry, copy_entry, create_entry, delete_entry, edit_entry
from app.planning.views.programme import Head, Line, entry_lines, programme
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.screens.programme.listing import ProgrammeList
from app.ui.screens.programme.model import ENTRY_ID, ProgrammeModel
from app.ui.theme.style import theme
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.ui.widgets.plain import literal, set_tip
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _, ngettext
from app.wording.errors import sentence

HEADER_PX = 48
_FIRST_HOUR = time(9)
_HOUR = timedelta(hours=1)
_ASKED_WHOLE = 100  # beyond so many changed entries, asking for all of them is quicker
_FIT_ALL = ("entry_party", "leg", "participation", "party", "place", "stop", "visit", "setting")


class ProgrammeScreen(QWidget):
    """The list of a visit's entries.

    ``entry_selected`` carries an entry's id, or an empty string when none is selected; ``entry_created``
    comes after it for a new entry, whose title is to be typed next. ``told`` carries a sentence for the
    toast, and whether undo takes back what it tells.
    """

    entry_selected = Signal(str)
    entry_created = Signal(str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._head: Head | None = None
        self._stale = True
        self._model = ProgrammeModel(self)
        self._view = self._make_view()
        self._clocks = SegmentedControl(
            [("local", _("Local time")), ("home", _("Home time"))], _("Which clock leads")
        )
        self._add = PlainButton(_("Add item"), icon_name="plus")
        self._count = MutedLabel()
        self._empty = EmptyState("calendar", _("No entries yet. Add the first, and the days follow from it."))
        self._add_first = self._empty.add_button(_("Add item"), icon_name="plus", primary=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        self._actions = self._make_actions()
        self._lay_out()
        self._clocks.selected.connect(self._choose_clock)
        self._add.clicked.connect(self.create_entry)
        self._add_first.clicked.connect(self.create_entry)
        desk.changed.connect(self._on_changed)
        desk.visit_changed.connect(self._on_visit_changed)
        theme().changed.connect(self._view.viewport().update)

    def _make_view(self) -> ProgrammeList:
        view = ProgrammeList(self._model)
        view.customContextMenuRequested.connect(self._open_menu)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        return view

    def _make_actions(self) -> dict[str, QAction]:
        verbs: tuple[tuple[str, str, QKeySequence | str, Callable[[], object]], ...] = (
            ("new", _("Add item"), QKeySequence(QKeySequence.StandardKey.New), self.create_entry),
            ("copy", _("Copy item"), "Ctrl+D", self.copy_entry),
            ("cancel", _("Mark as cancelled"), "", self.cancel_entry),
            ("confirm", _("Mark as confirmed"), "", self.confirm_entry),
            ("delete", _("Delete item"), QKeySequence(Qt.Key.Key_Delete), self.delete_entry),
        )
        actions: dict[str, QAction] = {}
        for key, words, keys, slot in verbs:
            action = QAction(literal(words), self)
            action.setShortcut(keys)
            narrow = key == "delete"
            context = Qt.ShortcutContext.WidgetShortcut if narrow else Qt.ShortcutContext.WindowShortcut
            action.setShortcutContext(context)
            action.setEnabled(not self._desk.read_only)
            action.triggered.connect(slot)
            # Del belongs to the list alone: in a field it deletes a letter.
            (self._view if narrow else self).addAction(action)
            actions[key] = action
        set_tip(self._add, _("Add an entry after the selected one ({keys})").format(keys="Ctrl+N"))
        for button in (self._add, self._add_first):
            button.setEnabled(not self._desk.read_only)
        return actions

    def _lay_out(self) -> None:
        header = QFrame()
        header.setProperty("role", "ground")
        header.setFixedHeight(HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(TitleLabel(_("Programme")))
        row.addSpacing(4)
        row.addWidget(self._clocks)
        row.addWidget(self._add)
        row.addStretch(1)
        row.addWidget(self._count)
        rule = QFrame()
        rule.setProperty("role", "rule")
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(rule)
        column.addWidget(panel, 1)
        # Not as the screen's focus proxy: Tab would then pass by all else that is in the screen.
        self.setTabOrder(self._add, self._view)

    # What is shown

    def selected(self) -> str:
        """Return the id of the selected entry, or nothing."""
        index = self._view.currentIndex()
        return str(index.data(ENTRY_ID) or "") if index.isValid() else ""

    def reveal(self, _kind: str, row_id: str) -> None:
        """Show an entry that somebody asked for."""
        self.select(row_id)

    def select(self, entry_id: str) -> None:
        """Select an entry and bring it into view."""
        self._refresh_if_stale()
        index = self._model.index_of(entry_id)
        if index.isValid():
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._show_all()

    def _show_all(self) -> None:
        visit_id = self._desk.visit_id
        if not visit_id:
            return
        try:
            whole = self._desk.ask(programme, visit_id)
            names = self._desk.ask(marking_names)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self._stale = False
        self._head = whole.head
        self._model.show(whole.head, whole.lines, names)
        home = _("{city} time").format(city=whole.head.home_city) if whole.head.home_city else _("Home time")
        self._clocks.button("home").set_words(home)
        self._show_count()

    def _show_some(self, ids: frozenset[str]) -> None:
        try:
            lines = self._desk.ask(entry_lines, self._desk.visit_id, ids)
        except AideError as error:
            self._stale = True
            self.told.emit(sentence(error), False)
            return
        self._model.refresh(ids, lines)
        self._show_count()

    def _show_count(self) -> None:
        count = self._model.count()
        self._count.setText(ngettext("{count} entry", "{count} entries", count).format(count=count))
        self._stack.setCurrentWidget(self._view if count else self._empty)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        ids = changed.ids.get("entry", frozenset())
        whole = changed.touches(*_FIT_ALL) or len(ids) > _ASKED_WHOLE
        if not whole and not ids:
            return
        if not self.isVisible() or self._stale:
            self._stale = True
        elif whole:
            self._show_all()
        else:
            self._show_some(ids)

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self._stale = True
        self.entry_selected.emit("")
        if self.isVisible():
            self._show_all()

    @Slot(str)
    def _choose_clock(self, key: str) -> None:
        self._model.set_home_first(key == "home")

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.entry_selected.emit(str(current.data(ENTRY_ID) or "") if current.isValid() else "")

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        there = bool(self._view.indexAt(at).data(ENTRY_ID)) if self._view.indexAt(at).isValid() else False
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, action in self._actions.items():
            if there or key == "new":
                menu.addAction(action)
        menu.popup(self._view.viewport().mapToGlobal(at))

    # What is done

    @Slot()
    def create_entry(self) -> None:
        """Add an entry of one hour after the selected one, and select it."""
        self._refresh_if_stale()
        if self._head is None or self._desk.read_only:
            return
        start, fold, zone = _next_start(self._head, self._model.line(self.selected()))
        end, end_fold = from_utc(to_utc(start, zone, fold) + _HOUR, zone)
        try:
            entry_id = self._desk.do(
                _("Add an entry"),
                partial(
                    create_entry,
                    visit_id=self._head.visit_id,
                    title=_("New entry"),
                    start_wall=start,
                    start_zone=zone,
                    start_fold=fold,
                    end_wall=end,
                    end_zone=zone,
                    end_fold=end_fold,
                ),
            )
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.select(entry_id)
        self.entry_created.emit(entry_id)

    @Slot()
    def copy_entry(self) -> None:
        """Add a copy of the selected entry, and select it."""
        copied = self._do(_("Copy “{title}”"), copy_entry)
        if isinstance(copied, str):
            self.select(copied)

    @Slot()
    def delete_entry(self) -> None:
        """Delete the selected entry; the toast offers to undo it."""
        self._do(_("Delete “{title}”"), delete_entry, said=_("“{title}” deleted."))

    @Slot()
    def cancel_entry(self) -> None:
        """Mark the selected entry as cancelled."""
        self._do(_("Cancel “{title}”"), cancel_entry)

    @Slot()
    def confirm_entry(self) -> None:
        """Mark the selected entry as confirmed."""
        self._do(_("Confirm “{title}”"), edit_entry, status=EntryStatus.CONFIRMED)

    def _do(self, label: str, verb: Callable[..., object], *, said: str = "", **fields: object) -> object:
        line = self._model.line(self.selected())
        if line is None or self._desk.read_only:
            return None
        try:
            result = self._desk.do(label.format(title=line.title), partial(verb, entry_id=line.id, **fields))
        except AideError as error:
            self.told.emit(sentence(error), False)
            return None
        if said:
            self.told.emit(said.format(title=line.title), True)
        return result


def _next_start(head: Head, after: Line | None) -> tuple[datetime, int, str]:
    """Return where a new entry starts: at the end of the selected one, else on the first morning."""
    if after is not None:
        return after.end_wall, after.end_fold, after.end_zone
    base = head.base_on(head.starts_on)
    return datetime.combine(head.starts_on, _FIRST_HOUR), 0, base.zone if base else head.home_zone
