"""A room that shows all rows of a kind as a list, and each on a page of its own."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.ui.desk import Desk
from app.ui.tables.room import ListRoom
from app.wording.errors import sentence


class ListAndPage(QWidget):
    """The list or one page is in view.

    ``selected`` carries kind and id of what the inspector is to show; ``go`` those of a row to be opened in
    its own room; ``told`` a sentence for the toast, and whether undo takes back what it tells. The page has
    ``told`` and ``go`` too, ``back_wanted`` where the list is wanted again, and ``leave``. ``turned`` tells
    that the other of both is in view now; ``page_inspects``, whether the page needs the inspector beside it.
    """

    page_inspects = True

    selected = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)
    turned = Signal()

    def __init__(self, desk: Desk, rows: ListRoom, page: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = rows
        self._page = page
        self._stack = QStackedWidget()
        self._stack.addWidget(rows)
        self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._stack.currentChanged.connect(self._on_turned)
        rows.selected.connect(self._on_selected)
        rows.opened.connect(self._on_opened)
        rows.created.connect(self._on_created)
        page.back_wanted.connect(self.show_all)
        for part in (rows, page):
            part.told.connect(self.told)
            part.go.connect(self.go)
        desk.visit_changed.connect(self._on_visit_changed)

    # What a kind of row brings

    def open_row(self, row_id: str) -> None:
        """Open the page of a row."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the title of the row on the page under the cursor."""
        raise NotImplementedError

    def add(self) -> str | None:
        """Add a row from the page, and return its id.

        Raises:
            AideError: it cannot be added.
        """
        raise NotImplementedError

    def show_all(self) -> None:
        """Go back to the list, where the row of the page is selected."""
        raise NotImplementedError

    def _on_visit_changed(self, visit_id: str) -> None:
        raise NotImplementedError

    # What all have in common

    @property
    def is_page(self) -> bool:
        """Whether one row is shown, not all."""
        return self._stack.currentWidget() is self._page

    @property
    def inspects(self) -> bool:
        """Whether the inspector is of use beside what is in view."""
        return self.page_inspects or not self.is_page

    def leave(self) -> None:
        """Save what is unfinished."""
        self._page.leave()

    def let_add(self, words: str) -> None:
        """Let the key for a new row add one while the page is in view, too."""
        new = QAction(words, self._page)
        new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        new.setEnabled(not self._desk.read_only)
        new.triggered.connect(self.create_row)
        self._page.addAction(new)

    @Slot()
    def create_row(self) -> None:
        """Add a row, open its page, and put its title under the cursor."""
        if self._desk.read_only:
            return
        try:
            row_id = self.add()
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        if row_id:
            self._on_created("", row_id)

    @Slot(int)
    def _on_turned(self, _at: int) -> None:
        self.turned.emit()

    @Slot(str, str)
    def _on_selected(self, kind: str, row_id: str) -> None:
        if not self.is_page:
            self.selected.emit(kind, row_id)

    @Slot(str, str)
    def _on_opened(self, _kind: str, row_id: str) -> None:
        self.open_row(row_id)

    @Slot(str, str)
    def _on_created(self, _kind: str, row_id: str) -> None:
        self.open_row(row_id)
        self.begin()
