"""The programme room: a visit's entries as a board of days, as one day, or as a list."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.adding import Adding
from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.pane import BoardPane
from app.ui.screens.programme.clipboard import Clipboard
from app.ui.screens.programme.commands import Commands
from app.ui.screens.programme.content import SHOWN, Content
from app.ui.screens.programme.empty import no_entries
from app.ui.screens.programme.forms import Forms
from app.ui.screens.programme.looking import Looking, turn_by_key
from app.ui.screens.programme.menus import IN_CELLS, Menus
from app.ui.screens.programme.missing_ways import MissingWays
from app.ui.screens.programme.panels.clear_of_drawer import ClearOfDrawer
from app.ui.screens.programme.switching import Switching
from app.ui.showing import Showing
from app.ui.widgets.plain import set_tip
from app.wording import _

if TYPE_CHECKING:
    from app.ui.screens.programme.list_form import ListForm
    from app.ui.screens.programme.ways import WaysPanel


class ProgrammeScreen(QWidget):
    """A visit's entries in one of three forms; what is selected stays selected from one to the other.

    ``entry_selected`` carries an entry's id, or an empty string when none is selected; ``entry_created``
    comes after it for a new entry, whose title is to be typed next. ``told`` carries a sentence for the
    toast, and whether undo takes back what it tells; ``replanned`` follows it with the same sentence where
    others may have to be told of the step.

    ``bar`` chooses how the programme is looked at, ``commands`` are its menu and keys, ``acts`` what both do.
    """

    entry_selected = Signal(str)
    entry_created = Signal(str)
    told = Signal(str, bool)
    replanned = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._current = ""
        self.acts = BoardActs(desk, self)
        self.bar = ProgrammeBar()
        self._stack = QStackedWidget()
        self._forms = Forms(desk, self.acts, preferences, self.bar, self._stack)
        empty = no_entries(self._desk, self.create_entry)
        self._stack.addWidget(empty)
        self._content = Content(desk, self._forms, self.bar, self._stack, empty)
        self._adding = Adding(self.acts, self._forms, self._content, self._catch_up)
        self._clipboard = Clipboard(desk, self.acts, self._adding.where, self)
        self.commands = self._make_commands()
        self._menus = Menus(self, self.bar, self._forms, self.commands)
        self._lay_out()
        self.bar.forms.select(preferences.programme_form)
        self.bar.show_for_form()
        self._form_shown = preferences.programme_form
        self._switching = Switching()
        self._connect()
        self._showing = Showing(self, desk, self._content.show, SHOWN)
        self._showing.told.connect(self.told)

    def _make_commands(self) -> Commands:
        commands = Commands(
            self,
            self._desk,
            self.acts,
            self._clipboard,
            self._forms.chosen_ids,
            {"new": self.create_entry, "copy": self._adding.copy, "ways": self.open_ways},
            bar=self.bar,
            leave=self.leave,
        )
        commands.renaming.connect(self._rename)
        set_tip(self.bar.add, _("Add an entry after the selected one ({keys})").format(keys="Ctrl+N"))
        self.bar.add.setEnabled(not self._desk.read_only)
        return commands

    def _lay_out(self) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._stack, 1)
        self._ways = MissingWays(self._desk, self._preferences, inside, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(rule)
        column.addWidget(panel, 1)
        ClearOfDrawer(self, column).changed.connect(self._forms.reveal)

    def _connect(self) -> None:
        self.acts.told.connect(self.told)
        self.acts.done.connect(self._on_done)
        self._adding.created.connect(self.entry_created)
        self._forms.board_made.connect(self._join_board)
        self._forms.list_made.connect(self._join_list)
        self.bar.forms.selected.connect(self._choose_form)
        self.bar.clocks.selected.connect(self._choose_clock)
        self.bar.lanes_changed.connect(self._choose_clock)
        self.bar.parties_changed.connect(self._choose_clock)
        self.bar.add.clicked.connect(self.create_entry)
        self._menus.day_wanted.connect(self._on_day_opened)
        self._menus.ways_wanted.connect(self._ways.open)
        self._ways.told.connect(self.told)
        self._ways.closed.connect(self._forms.focus)
        self.bar.beyond.clicked.connect(self._show_beyond)
        self._clipboard.told.connect(self.told)
        self._clipboard.pasted.connect(self._adding.select_all)
        self._clipboard.faded.connect(self._forms.fade)
        self._desk.visit_changed.connect(self._on_visit_changed)

    # The forms

    @property
    def form(self) -> str:
        """The form in view: ``visit``, ``day`` or ``list``."""
        return self._forms.current

    def show_form(self, form: str) -> None:
        """Show the programme in a form."""
        self.bar.forms.select(form)

    def board(self) -> BoardPane:
        """Return the board."""
        return self._forms.board()

    def list(self) -> "ListForm":
        """Return the list."""
        return self._forms.list()

    @property
    def ways(self) -> "WaysPanel":
        """The panel that proposes missing ways."""
        return self._ways.panel()

    @Slot(object)
    def _join_board(self, board: BoardPane) -> None:
        board.told.connect(self.told)
        board.selection.current_changed.connect(self._on_current)
        board.menu_wanted.connect(self._menus.open)
        board.day_opened.connect(self._on_day_opened)
        board.view.escape_wanted.connect(self._clipboard.forget_cut)
        self.commands.add_to(board.view)
        board.day_menu_wanted.connect(self._menus.open_for_day)
        board.everyone_wanted.connect(self.bar.choose_everyone)
        board.lay_over(no_entries(self._desk, self.create_entry))
        Looking(self.bar, board)

    @Slot(object)
    def _join_list(self, form: "ListForm") -> None:
        form.told.connect(self.told)
        form.asked.connect(self.commands.ask)
        form.done.connect(self._on_done)
        form.current_changed.connect(self._on_current)
        form.menu_wanted.connect(self._menus.open)
        form.escape_wanted.connect(self._clipboard.forget_cut)
        self.commands.add_to(form.view, without=IN_CELLS)
        turn_by_key(self.bar, form.view)

    @Slot(str)
    def _choose_form(self, form: str) -> None:
        self.leave()
        before = self._form_shown
        kept = self._switching.leave(before, self._forms.looked(before), self._forms.made_board())
        self._form_shown = form
        self._preferences.programme_form = form
        self.bar.show_for_form()
        self._content.show_now()
        looked = self._forms.looked(form)
        self._switching.enter(form, looked, self._forms.made_board(), kept)
        self._on_current(next(reversed(looked.ids()), ""))

    @Slot()
    def _choose_clock(self) -> None:
        self._forms.choose()
        if self._forms.made_board() is not None:
            self._content.show_count()

    # What is selected and seen

    def selected(self) -> str:
        """Return the id of the selected entry, or nothing."""
        return self._current

    def reveal(self, _kind: str, row_id: str) -> None:
        """Show an entry that somebody asked for."""
        self.select(row_id)

    def select(self, entry_id: str) -> None:
        """Select an entry and bring it into view."""
        self._adding.select(entry_id)

    def leave(self) -> None:
        """Save what is being typed."""
        self._forms.leave()

    def _catch_up(self) -> None:
        self._showing.catch_up()

    @Slot()
    def _show_beyond(self) -> None:
        """Show in the list the first entry that lies beyond the board."""
        first = next(iter(self.board().scene.beyond()), "")
        self.show_form("list")
        self.select(first)

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self.leave()
        self._content.forget()
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
        self.board().days.show_day(day)

    # What is done

    @Slot()
    def create_entry(self) -> None:
        """Add an entry of one hour after the selected one, and select it."""
        self._adding.create()

    @Slot(str)
    def _on_done(self, words: str) -> None:
        self.told.emit(words, True)
        self.replanned.emit(words)

    @Slot(str)
    def _rename(self, entry_id: str) -> None:
        if self._forms.lists:
            self.entry_created.emit(entry_id)  # its title is typed in the inspector
        else:
            self.board().titling.edit(entry_id)

    @Slot()
    def open_ways(self) -> None:
        """Propose the ways that are missing on the day in view."""
        self._catch_up()
        head = self._content.head
        day = self._forms.day() or (None if head is None else head.starts_on)
        if day is not None:
            self._ways.open(day)
