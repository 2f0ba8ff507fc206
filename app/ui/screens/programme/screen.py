"""The programme room: a visit's entries as a board of days, as one day, or as a list."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.time import from_utc, to_utc
from app.planning.moving import Start
from app.planning.views.board import BoardLine
from app.planning.views.programme import Head, Line
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.pane import BoardPane
from app.ui.screens.programme.board.plan import Choice
from app.ui.screens.programme.clipboard import Clipboard, Where
from app.ui.screens.programme.commands import Commands
from app.ui.screens.programme.looking import Looking, turn_by_key
from app.ui.screens.programme.switching import BoardLooked, ListLooked, Looked, Switching
from app.ui.showing import Showing
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.plain import literal, set_tip
from app.wording import _

if TYPE_CHECKING:
    from app.ui.screens.programme.list_form import ListForm
    from app.ui.screens.programme.ways import WaysPanel

_FIRST_HOUR = time(9)
_HOUR = timedelta(hours=1)
_ASKED_WHOLE = 100  # beyond so many changed entries, asking for all of them is quicker
_FIT_ALL = (
    "entry_party",
    "leg",
    "participation",
    "party",
    "party_member",
    "place",
    "ride",
    "stop",
    "visit",
    "setting",
)
_CELLS = frozenset({"rename"})  # in the list a title is typed in its cell
Rows = Sequence[BoardLine] | Sequence[Line]


class ProgrammeScreen(QWidget):
    """A visit's entries in one of three forms; what is selected stays selected from one to the other.

    ``entry_selected`` carries an entry's id, or an empty string when none is selected; ``entry_created``
    comes after it for a new entry, whose title is to be typed next. ``told`` carries a sentence for the
    toast, and whether undo takes back what it tells; ``replanned`` follows it with the
    same sentence where others may have to be told of the step.
    """

    entry_selected = Signal(str)
    entry_created = Signal(str)
    told = Signal(str, bool)
    replanned = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._head: Head | None = None
        self._current = ""
        self._stale = {"board", "list"}
        self._acts = BoardActs(desk, self)
        self._acts.told.connect(self.told)
        self._acts.done.connect(self._on_done)
        self._board: BoardPane | None = None
        self._list: ListForm | None = None
        self._ways: WaysPanel | None = None
        self._bar = ProgrammeBar()
        self._empty = self._make_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._clipboard = Clipboard(desk, self._acts, self._where, self)
        self._commands = self._make_commands()
        self._lay_out()
        stored = preferences.programme_form
        self._bar.forms.select(stored)
        self._bar.show_for_form()
        self._form_shown = stored
        self._switching = Switching()
        self._bar.forms.selected.connect(self._choose_form)
        self._bar.clocks.selected.connect(self._choose_clock)
        self._bar.lanes_changed.connect(self._choose_clock)
        self._bar.parties_changed.connect(self._choose_clock)
        self._bar.add.clicked.connect(self.create_entry)
        self._bar.more.clicked.connect(self._open_more)
        self._bar.beyond.clicked.connect(self._show_beyond)
        self._clipboard.told.connect(self.told)
        self._clipboard.pasted.connect(self._on_pasted)
        self._clipboard.faded.connect(self._on_faded)
        self._showing = Showing(self, desk, self._show, ("entry", *_FIT_ALL))
        self._showing.told.connect(self.told)
        desk.visit_changed.connect(self._on_visit_changed)

    def _make_commands(self) -> Commands:
        commands = Commands(
            self,
            self._desk,
            self._acts,
            self._clipboard,
            self._chosen_ids,
            {"new": self.create_entry, "copy": self.copy_entry, "ways": self.open_ways},
            bar=self._bar,
        )
        commands.renaming.connect(self._rename)
        set_tip(self._bar.add, _("Add an entry after the selected one ({keys})").format(keys="Ctrl+N"))
        self._bar.add.setEnabled(not self._desk.read_only)
        return commands

    def _make_empty(self) -> EmptyState:
        """Return what is shown where there are no entries yet."""
        empty = EmptyState("calendar", _("No entries yet. Add the first, or draw it where it belongs."))
        add = empty.add_button(_("Add entry"), icon_name="plus", primary=True)
        add.setEnabled(not self._desk.read_only)
        add.clicked.connect(self.create_entry)
        return empty

    def _lay_out(self) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._stack)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(rule)
        column.addWidget(panel, 1)

    # The forms, each made when it is first wanted

    @property
    def form(self) -> str:
        """The form in view: ``visit``, ``day`` or ``list``."""
        return self._bar.forms.current()

    def show_form(self, form: str) -> None:
        """Show the programme in a form."""
        self._bar.forms.select(form)

    def board(self) -> BoardPane:
        """Return the board."""
        if self._board is None:
            board = self._board = BoardPane(self._desk, self._acts, self._preferences)
            board.told.connect(self.told)
            board.selection.current_changed.connect(self._on_current)
            board.menu_wanted.connect(self._open_menu)
            board.day_opened.connect(self._on_day_opened)
            board.view.escape_wanted.connect(self._clipboard.forget_cut)
            self._commands.add_to(board.view)
            board.day_menu_wanted.connect(self._open_day_menu)
            board.everyone_wanted.connect(self._bar.choose_everyone)
            board.choose(self._choice())
            board.lay_over(self._make_empty())
            Looking(self._bar, board)
            self._stack.addWidget(board)
        return self._board

    @property
    def ways(self) -> "WaysPanel":
        """The panel that proposes missing ways."""
        if self._ways is None:
            from app.ui.screens.programme.ways import WaysPanel

            ways = self._ways = WaysPanel(self._desk, self._preferences)
            ways.told.connect(self.told)
            ways.closed.connect(self._focus_form)
            self._column.addWidget(ways)
        return self._ways

    def list(self) -> "ListForm":
        """Return the list."""
        if self._list is None:
            from app.ui.screens.programme.list_form import ListForm

            form = self._list = ListForm(self._desk, self._preferences)
            form.told.connect(self.told)
            form.asked.connect(self._commands.ask)
            form.current_changed.connect(self._on_current)
            form.menu_wanted.connect(self._open_menu)
            self._commands.add_to(form.view, without=_CELLS)
            turn_by_key(self._bar, form.view)
            form.set_home_first(home=self._choice().home)
            self._stack.addWidget(form)
        return self._list

    @Slot(str)
    def _choose_form(self, form: str) -> None:
        self.leave()
        kept = self._switching.leave(self._form_shown, self._looked(self._form_shown), self._board)
        self._form_shown = form
        self._preferences.programme_form = form
        self._bar.show_for_form()
        self._show_now()
        looked = self._looked(form)
        self._switching.enter(form, looked, self._board, kept)
        self._on_current(next(reversed(looked.ids()), ""))

    def _looked(self, form: str) -> Looked:
        return ListLooked(self.list()) if form == "list" else BoardLooked(self.board())

    def _choice(self) -> Choice:
        return Choice(
            home=self._bar.clocks.current() == "home",
            lanes=self._bar.lanes.isChecked(),
            parties=self._bar.parties(),
        )

    @Slot()
    def _choose_clock(self) -> None:
        choice = self._choice()
        if self._board is not None:
            self._board.choose(choice)
            self._show_count()
        if self._list is not None:
            self._list.set_home_first(home=choice.home)

    # What is shown

    def selected(self) -> str:
        """Return the id of the selected entry, or nothing."""
        return self._current

    def reveal(self, _kind: str, row_id: str) -> None:
        """Show an entry that somebody asked for."""
        self.select(row_id)

    def select(self, entry_id: str) -> None:
        """Select an entry and bring it into view."""
        self._showing.catch_up()
        if self.form == "list":
            self.list().select(entry_id)
        else:
            self.board().select(entry_id)

    def leave(self) -> None:
        """Save what is being typed."""
        if self._board is not None:
            self._board.leave()
        if self._list is not None:
            self._list.leave()

    def _show(self, changed: Changed | None) -> None:
        ids = frozenset() if changed is None else changed.ids.get("entry", frozenset())
        whole = changed is None or changed.touches(*_FIT_ALL) or len(ids) > _ASKED_WHOLE
        name = "list" if self.form == "list" else "board"
        self._stale |= {"board", "list"} - {name}
        if whole or name in self._stale:
            self._stale.add(name)
            self._show_now()
        elif name == "list":
            self.list().show_some(ids)
            self._show_count()
        else:
            self.board().show_some(ids)
            self._show_count()

    def _show_now(self) -> None:
        """Show the form that is wanted, asked anew where something may have changed since it was in view."""
        name = "list" if self.form == "list" else "board"
        visit_id = self._desk.visit_id
        if not visit_id:
            return
        if name in self._stale:
            if name == "list":
                self._head = self.list().show_visit(visit_id)
            else:
                found = self.board().show_visit(visit_id)
                self._head = found.head
                self._bar.show_parties(found.parties)
            self._stale.discard(name)
        if self._head is not None:
            city = self._head.home_city
            words = _("{city} time").format(city=city) if city else _("Home time")
            self._bar.clocks.button("home").set_words(words)
        self._show_count()
        if name == "board":
            self.board().show_as(self.form)

    def _show_count(self) -> None:
        form = self.list() if self.form == "list" else self.board()
        total, beyond, shown = form.count(), 0, form.count()
        if self.form != "list":
            scene = self.board().scene
            beyond = len(scene.beyond())
            shown = len(scene.looked_at()) - beyond
        self._bar.show_count(shown, total, beyond)
        self._stack.setCurrentWidget(form if total or form is self._board else self._empty)

    @Slot()
    def _show_beyond(self) -> None:
        """Show in the list the first entry that lies beyond the board."""
        first = next(iter(self.board().scene.beyond()), "")
        self.show_form("list")
        self.select(first)

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self._stale = {"board", "list"}
        self._current = ""
        self.entry_selected.emit("")
        self._showing.ask_again()

    @Slot(str)
    def _on_current(self, entry_id: str) -> None:
        if entry_id != self._current:
            self._current = entry_id
            self.entry_selected.emit(entry_id)

    @Slot(object)
    def _on_day_opened(self, day: date) -> None:
        self.show_form("day")
        self.board().show_day(day)

    @Slot(QPoint, bool)
    def _open_menu(self, at: QPoint, there: bool) -> None:  # noqa: FBT001 - a signal's
        self._show_menu(at, there=there)

    @Slot(object, QPoint)
    def _open_day_menu(self, day: date, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("See this day alone")).triggered.connect(partial(self._on_day_opened, day))
        ways = menu.addAction(literal(self._commands.actions["ways"].text()))
        ways.setEnabled(self._commands.actions["ways"].isEnabled())
        ways.triggered.connect(partial(self.ways.open, day))
        menu.popup(at)

    @Slot()
    def _open_more(self) -> None:
        more = self._bar.more
        self._show_menu(more.mapToGlobal(QPoint(0, more.height())), there=bool(self._chosen()))

    def _show_menu(self, at: QPoint, *, there: bool) -> None:
        if self.form == "list":
            self._commands.open_menu(at, there=there, without=_CELLS, fill=self.list().fill_menu)
        else:
            self._commands.open_menu(at, there=there)

    # What is done

    @Slot()
    def create_entry(self) -> None:
        """Add an entry of one hour after the selected one, and select it."""
        self._showing.catch_up()
        if self._head is None or self._desk.read_only:
            return
        start, fold, zone = _next_start(self._head, self._row())
        end, end_fold = from_utc(to_utc(start, zone, fold) + _HOUR, zone)
        self._acts.create(Start(start, zone, fold), Start(end, zone, end_fold), then=self._on_made)

    @Slot(str)
    def _on_done(self, words: str) -> None:
        self.told.emit(words, True)
        self.replanned.emit(words)

    def _on_made(self, entry_id: str) -> None:
        self.select(entry_id)
        self.entry_created.emit(entry_id)

    @Slot()
    def copy_entry(self) -> None:
        """Add a copy of each selected entry, and select the copies."""
        rows = self._chosen()
        if not rows:
            self.told.emit(_("Select an entry first."), False)
        elif len(rows) > 1:
            starts = {row.id: Start(row.start_wall, row.start_zone, row.start_fold) for row in rows}
            self._acts.copy(starts, rows, then=self._on_pasted)
        elif made := self._acts.duplicate(rows[0]):
            self.select(made)

    def _where(self) -> Where | None:
        """Return where something is pasted: on the day of the selected entry, else on the one in view."""
        self._showing.catch_up()
        row = self._row()
        if row is not None:
            return Where(row.start_wall.date(), row.start_zone)
        if self._head is None:
            return None
        seen = self.board().seen_part() if self.form != "list" else None
        if seen is not None:
            return Where(seen.day, seen.zone)
        return Where(self._head.starts_on, self._head.zone_on(self._head.starts_on))

    @Slot(tuple)
    def _on_pasted(self, ids: tuple[str, ...]) -> None:
        if self.form == "list":
            self.select(ids[-1])
        else:
            self.board().selection.set(ids)

    @Slot(frozenset)
    def _on_faded(self, ids: frozenset[str]) -> None:
        if self._board is not None:
            self._board.scene.fade(ids)

    @Slot(str)
    def _rename(self, entry_id: str) -> None:
        if self.form == "list":
            self.entry_created.emit(entry_id)  # its title is typed in the inspector
        else:
            self.board().edit_title(entry_id)

    def _chosen_ids(self) -> tuple[str, ...]:
        return tuple(row.id for row in self._chosen())

    @Slot()
    def open_ways(self) -> None:
        """Propose the ways that are missing on the day in view."""
        self._showing.catch_up()
        day = self._day_in_view()
        if day is not None:
            self.ways.open(day)

    def _day_in_view(self) -> date | None:
        form = self.list() if self.form == "list" else self.board()
        day = form.day()
        return day if day is not None or self._head is None else self._head.starts_on

    @Slot()
    def _focus_form(self) -> None:
        form = self.list() if self.form == "list" else self.board()
        form.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> Rows:
        return self.list().chosen() if self.form == "list" else self.board().chosen()

    def _row(self) -> BoardLine | Line | None:
        rows = self._chosen()
        return rows[-1] if rows else None


def _next_start(head: Head, after: BoardLine | Line | None) -> tuple[datetime, int, str]:
    """Return where a new entry starts: at the end of the selected one, else on the first morning."""
    if after is not None:
        return after.end_wall, after.end_fold, after.end_zone
    return datetime.combine(head.starts_on, _FIRST_HOUR), 0, head.zone_on(head.starts_on)
