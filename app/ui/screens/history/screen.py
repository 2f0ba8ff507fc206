"""The history of a planner: every step, what it changed, and the way back to before it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.settings import marking_names
from app.planning.views.history import StepLine, step_detail, steps
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.history.detail import StepPane
from app.ui.screens.history.listing import StepsView
from app.ui.showing import Showing
from app.ui.widgets.chip import Chip
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import TitleLabel
from app.ui.widgets.search import SearchBox
from app.ui.widgets.toast import Toast
from app.wording import _
from app.wording.errors import sentence

HEADER_PX = 48
PAUSE_MS = 150
_LIST_PX = 320


class HistoryScreen(QWidget):
    """The room of the history.

    ``go`` carries the kind and id of a row to be shown where it lives; ``told`` a sentence for the toast
    and whether undo takes back what it tells. Going back has a toast of its own, with Redo.
    """

    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._row_id = ""
        self.search = SearchBox(_("Search in the history"), _("Search in the history"))
        self.search.setMaximumWidth(280)
        self.only = Chip(tone="accent", remove_name=_("Show all steps"))
        self.only.hide()
        self.list = StepsView(self._read)
        self.pane = StepPane()
        self.nothing_done = EmptyState(
            "history", _("Nothing was done yet. Each change will stand here, and can be taken back.")
        )
        self.nothing_found = EmptyState(
            "search", _("No step fits. Search for other words, or show all steps.")
        )
        self._all = self.nothing_found.add_button(_("Show all steps"))
        self.toast = Toast(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._start_over)
        self.search.sought.connect(self._pause.start)
        self.only.removed.connect(self.show_all)
        self._all.clicked.connect(self.show_all)
        self.list.chosen.connect(self._show_step)
        self.pane.go.connect(self.go)
        self.pane.go_back.connect(self._go_back)
        self.pane.only.connect(self.show_row)
        self._showing = Showing(self, desk, self._show_anew)
        self._showing.told.connect(self.told)

    def _lay_out(self) -> None:
        header = QFrame()
        header.setProperty("role", "ground")
        header.setFixedHeight(HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(TitleLabel(_("History")))
        row.addSpacing(4)
        row.addWidget(self.search, 1)
        row.addWidget(self.only)
        row.addStretch(1)
        rule = QFrame()
        rule.setProperty("role", "rule")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for widget, stretch in ((self.list, 0), (self.pane, 1)):
            split.addWidget(widget)
            split.setStretchFactor(split.indexOf(widget), stretch)
        split.setSizes([_LIST_PX, 2 * _LIST_PX])
        self.list.setMinimumWidth(220)
        self.pane.setMinimumWidth(320)
        self.stack = QStackedWidget()
        self.stack.addWidget(split)
        self.stack.addWidget(self.nothing_done)
        self.stack.addWidget(self.nothing_found)
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(rule)
        column.addWidget(panel, 1)
        self.setTabOrder(self.search, self.list)

    @Slot(str, str)
    def show_row(self, row_id: str, name: str) -> None:
        """List only the steps that changed one row."""
        self._row_id = row_id
        self.only.set_words(name)
        self.only.setVisible(bool(row_id))
        self._start_over()

    @Slot()
    def show_all(self) -> None:
        """List all steps again."""
        self.search.clear()
        self.show_row("", "")

    def reveal(self, _kind: str, row_id: str) -> None:
        """List only the steps that changed a row."""
        self.show_row(row_id, _("One row"))

    def leave(self) -> None:
        """Nothing is being typed here that must be saved."""

    def _show_anew(self, _changed: Changed | None) -> None:
        """Read the steps again; the one in view stays in view."""
        self._look(self.list.steps.read_anew)

    @Slot()
    def _start_over(self) -> None:
        """Read the newest steps of what is asked for now."""
        self._showing.is_shown()
        try:
            self._look(self.list.steps.start_over)
        except AideError as error:
            self.told.emit(sentence(error), False)

    def _look(self, read: Callable[[], None]) -> None:
        self._pause.stop()
        number = self.list.number()
        read()
        found = self.list.steps.rowCount() > 0
        narrowed = bool(self.search.whole().strip() or self._row_id)
        self.stack.setCurrentIndex(0 if found else 2 if narrowed else 1)
        if found:
            before = self.list.number()
            self.list.show_step(number)
            if self.list.number() == before == number:
                self._show_step(number)  # whether one can go back to it may have changed

    def _read(self, before: int | None) -> Sequence[StepLine]:
        return self._desk.ask(steps, before=before, text=self.search.whole(), row_id=self._row_id)

    @Slot(int)
    def _show_step(self, number: int) -> None:
        if not number:
            return
        try:
            detail = self._desk.ask(step_detail, number)
            markings = self._desk.ask(marking_names)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.pane.show_step(detail, markings, read_only=self._desk.read_only)

    @Slot(int)
    def _go_back(self, number: int) -> None:
        try:
            self._desk.undo_to(number)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        words = _("Gone back to before “{step}”.").format(step=self.pane.heading.text())
        self.toast.show_message(words, _("Redo"), self._redo)

    @Slot()
    def _redo(self) -> None:
        step = self._desk.redo()
        if step is not None:
            again = self._desk.next_redo()
            self.toast.show_message(
                _("Redone: {step}").format(step=step.label), _("Redo") if again else "", self._redo
            )
