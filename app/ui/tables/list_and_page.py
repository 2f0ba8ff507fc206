"""A room that shows all rows of a kind as a list, and each on a page of its own."""

from contextlib import suppress
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.ui.desk import Desk
from app.ui.stops import give_keys
from app.ui.tables.room import ListRoom
from app.wording.errors import sentence

#: How long a list stands before its page is built: nobody waits for it then, and it is there when wanted.
PREPARE_MS = 300


class ListAndPage(QWidget):
    """The list or one page is in view.

    ``selected`` carries kind and id of what the inspector is to show; ``go`` those of a row to be opened in
    its own room; ``told`` a sentence for the toast, and whether undo takes back what it tells. The page has
    ``told`` and ``go`` too, ``back_wanted`` where the list is wanted again, and ``leave``; it is built when
    it is wanted, or in a pause. ``turned`` tells that the other of both is in view now; ``page_inspects``,
    whether the page needs the inspector beside it; ``add_words``, how adding a row is called there.
    """

    page_inspects = True
    add_words = ""

    selected = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)
    turned = Signal()

    def __init__(self, desk: Desk, rows: ListRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = rows
        self._page: Any = None
        self._stack = QStackedWidget()
        self._stack.addWidget(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._stack.currentChanged.connect(self._on_turned)
        rows.selected.connect(self._on_selected)
        rows.opened.connect(self._on_opened)
        rows.created.connect(self._on_created)
        rows.told.connect(self.told)
        rows.go.connect(self.go)
        desk.visit_changed.connect(self._on_visit_changed)

    # What a kind of row brings

    def make_page(self) -> Any:
        """Make the page, and listen to what only it has to tell.

        Raises:
            DataError: the file cannot be read now.
        """
        raise NotImplementedError

    def show_on_page(self, row_id: str) -> None:
        """Show a row on the page, and bring the page into view."""
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

    def open_row(self, row_id: str) -> None:
        """Open the page of a row; a page that cannot be built now is told of."""
        try:
            assert self.page
        except AideError as error:
            self.told.emit(sentence(error), False)
        else:
            self.show_on_page(row_id)

    @property
    def page(self) -> Any:
        """The page; built when it is asked for.

        Raises:
            DataError: the file cannot be read now.
        """
        if self._page is None:
            page = self.make_page()
            page.back_wanted.connect(self.show_all)
            page.told.connect(self.told)
            page.go.connect(self.on_go)
            self._let_add(page)
            self._stack.addWidget(page)
            self._page = page
        return self._page

    @property
    def has_page(self) -> bool:
        """Whether the page is built."""
        return self._page is not None

    @property
    def is_page(self) -> bool:
        """Whether one row is shown, not all."""
        return self.has_page and self._stack.currentWidget() is self._page

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if not self.has_page:
            QTimer.singleShot(PREPARE_MS, self, self._prepare)

    @Slot()
    def _prepare(self) -> None:
        """Build the page before anybody waits for it."""
        if self.isVisible():
            with suppress(AideError):  # it is built, or refused in words, once a row is opened
                assert self.page

    @Slot(str, str)
    def on_go(self, kind: str, row_id: str) -> None:
        """Pass on where the page leads to."""
        self.go.emit(kind, row_id)

    @property
    def inspects(self) -> bool:
        """Whether the inspector is of use beside what is in view."""
        return self.page_inspects or not self.is_page

    def take_keys(self) -> None:
        """Let the keys go to the list, or to what is read on the page."""
        give_keys(self._stack.currentWidget())

    def leave(self) -> None:
        """Save what is unfinished."""
        if self.has_page:
            self._page.leave()

    def _let_add(self, page: QWidget) -> None:
        """Let the key for a new row add one while the page is in view, too."""
        new = QAction(self.add_words, page)
        new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        new.setEnabled(not self._desk.read_only)
        new.triggered.connect(self.create_row)
        page.addAction(new)

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
