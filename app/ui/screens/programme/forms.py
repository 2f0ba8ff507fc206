"""The forms of the programme, each made when it is first wanted: a board of days or of one, and a list."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from app.planning.views.board import BoardLine
from app.planning.views.programme import Line
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.bar import ProgrammeBar
from app.ui.screens.programme.board.acts import BoardActs
from app.ui.screens.programme.board.pane import BoardPane
from app.ui.screens.programme.board.plan import Choice
from app.ui.screens.programme.switching import BoardLooked, ListLooked, Looked

if TYPE_CHECKING:
    from app.ui.screens.programme.list_form import ListForm

LIST = "list"


class Forms(QObject):
    """Makes the forms into a stack, and speaks to the one that the bar has chosen.

    ``board_made`` and ``list_made`` carry what was made, to be joined to what is around it.
    """

    board_made = Signal(object)
    list_made = Signal(object)

    def __init__(
        self,
        desk: Desk,
        acts: BoardActs,
        preferences: Preferences,
        bar: ProgrammeBar,
        stack: QStackedWidget,
    ) -> None:
        super().__init__(stack)
        self._desk = desk
        self._acts = acts
        self._preferences = preferences
        self._bar = bar
        self._stack = stack
        self._board: BoardPane | None = None
        self._list: ListForm | None = None
        self._faded: frozenset[str] = frozenset()

    @property
    def current(self) -> str:
        """The form in view: ``visit``, ``day`` or ``list``."""
        return self._bar.forms.current()

    @property
    def lists(self) -> bool:
        """Whether the list is the form in view."""
        return self.current == LIST

    @Slot()
    def reveal(self) -> None:
        """Bring the entry that is selected on the board into view, once there is more or less room."""
        if self._board is not None and not self.lists:
            self._board.view.reveal(self._board.selection.current)

    def board(self) -> BoardPane:
        """Return the board."""
        if self._board is None:
            self._board = BoardPane(self._desk, self._acts, self._preferences)
            self._board.choose(self.choice())
            self.board_made.emit(self._board)
            self._stack.addWidget(self._board)
        return self._board

    def list(self) -> "ListForm":
        """Return the list."""
        if self._list is None:
            from app.ui.screens.programme.list_form import ListForm

            self._list = ListForm(self._desk, self._preferences)
            self._list.set_home_first(home=self.choice().home)
            self._list.fade(self._faded)
            self.list_made.emit(self._list)
            self._stack.addWidget(self._list)
        return self._list

    def shown(self) -> "BoardPane | ListForm":
        """Return the form in view."""
        return self.list() if self.lists else self.board()

    def made_board(self) -> BoardPane | None:
        """Return the board, if it was ever wanted."""
        return self._board

    def looked(self, form: str) -> Looked:
        """Return a form as what is looked at."""
        return ListLooked(self.list()) if form == LIST else BoardLooked(self.board())

    def choice(self) -> Choice:
        """Return how the board is looked at, as the bar says."""
        return Choice(
            home=self._bar.clocks.current() == "home",
            lanes=self._bar.lanes.isChecked(),
            parties=self._bar.parties(),
        )

    def choose(self) -> None:
        """Look at the forms as the bar says now."""
        choice = self.choice()
        if self._board is not None:
            self._board.choose(choice)
        if self._list is not None:
            self._list.set_home_first(home=choice.home)

    # What is selected in the form in view

    def chosen(self) -> Sequence[BoardLine] | Sequence[Line]:
        """Return the rows of what is selected; the current one stands last."""
        return self.list().chosen() if self.lists else self.board().chosen()

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the ids of what is selected; the current one stands last."""
        return tuple(row.id for row in self.chosen())

    def row(self) -> BoardLine | Line | None:
        """Return the row of the current entry, if there is one."""
        rows = self.chosen()
        return rows[-1] if rows else None

    def select(self, entry_id: str) -> None:
        """Select an entry and bring it into view."""
        self.shown().select(entry_id)

    def fade(self, ids: frozenset[str]) -> None:
        """Show that these entries are to be moved away."""
        self._faded = ids
        if self._board is not None:
            self._board.scene.fade(ids)
        if self._list is not None:
            self._list.fade(ids)

    def day(self) -> date | None:
        """Return the day that is meant in the form in view."""
        return self.list().day() if self.lists else self.board().days.day()

    @Slot()
    def focus(self) -> None:
        """Give the keys to the form in view."""
        self.shown().view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what is being typed."""
        if self._board is not None:
            self._board.leave()
        if self._list is not None:
            self._list.leave()
