"""The programme as a list: days, and the lines under them."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.planning.settings import marking_names
from app.planning.views.programme import Head, Line, entry_lines, programme
from app.ui.desk import Desk
from app.ui.screens.programme.listing import ProgrammeList
from app.ui.screens.programme.model import ENTRY_ID, ProgrammeModel
from app.ui.theme.style import theme


class ListForm(QWidget):
    """Shows a visit's lines under their days. ``current_changed`` carries an entry's id, or nothing.

    ``menu_wanted`` carries a place on the screen, and whether there is an entry.
    """

    current_changed = Signal(str)
    menu_wanted = Signal(QPoint, bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = ProgrammeModel(self)
        self.view = ProgrammeList(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        theme().changed.connect(self.view.viewport().update)

    def show_visit(self, visit_id: str) -> Head:
        """Ask for all lines of a visit and show them.

        Raises:
            AideError: what the views raise.
        """
        whole = self._desk.ask(programme, visit_id)
        self._model.show(whole.head, whole.lines, self._desk.ask(marking_names))
        return whole.head

    def show_some(self, ids: Collection[str]) -> None:
        """Ask for these entries alone and show them.

        Raises:
            AideError: what the view raises.
        """
        self._model.refresh(ids, self._desk.ask(entry_lines, self._desk.visit_id, ids))

    def set_home_first(self, *, home: bool) -> None:
        """Let the clock at home lead, or that of the place."""
        self._model.set_home_first(home)

    def count(self) -> int:
        """Return how many lines there are."""
        return self._model.count()

    def line(self, entry_id: str) -> Line | None:
        """Return the row of an entry."""
        return self._model.line(entry_id)

    def chosen(self) -> list[Line]:
        """Return the rows of the selected entries."""
        line = self.line(self.current())
        return [line] if line is not None else []

    def current(self) -> str:
        """Return the id of the selected entry, or nothing."""
        index = self.view.currentIndex()
        return str(index.data(ENTRY_ID) or "") if index.isValid() else ""

    def day(self) -> date | None:
        """Return the day that is meant: that of the selected entry, else that of the first one in view."""
        line = self.line(self.current())
        at = self.view.indexAt(QPoint(0, 0)).row()
        while line is None and 0 <= at < self._model.rowCount():
            line = self.line(str(self._model.index(at, 0).data(ENTRY_ID) or ""))
            at += 1
        return None if line is None else line.day

    def select(self, entry_id: str) -> None:
        """Select an entry and bring it into view."""
        index = self._model.index_of(entry_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(str(current.data(ENTRY_ID) or "") if current.isValid() else "")

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        there = index.isValid() and bool(index.data(ENTRY_ID))
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(at), there)
