"""What every part of the screen does: asks for what it shows, and tells what it did."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.showing import Showing
from app.wording.errors import sentence

BAR_PX = 44


class Part(QWidget):
    """One part of logistics. It asks again when what it shows has changed; hidden, when it is shown next.

    ``selected`` carries the kind and id of the row for the inspector, ``created`` those of a new one, ``go``
    those of a row to be opened elsewhere; ``told`` a sentence and whether undo takes back what it tells.
    """

    selected = Signal(str, str)
    created = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)
    tables: tuple[str, ...] = ()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._showing = Showing(self, desk, self._show, self.tables)
        self._showing.told.connect(self.told)
        desk.visit_changed.connect(self._on_visit_changed)

    def lay_out(self, bar: Sequence[tuple[QWidget, int]], pages: Sequence[QWidget]) -> QStackedWidget:
        """Put controls into a bar, with how much of its width each takes; return the pages below it."""
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setFixedHeight(BAR_PX)
        row = QHBoxLayout(panel)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        for control, stretch in bar:
            row.addWidget(control, stretch)
        rule = QFrame()
        rule.setProperty("role", "rule")
        stack = QStackedWidget()
        for page in pages:
            stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panel)
        column.addWidget(rule)
        column.addWidget(stack, 1)
        return stack

    def show_all(self) -> None:
        """Ask for all that is shown, and show it.

        Raises:
            AideError: it cannot be read.
        """
        raise NotImplementedError

    def forget(self) -> None:
        """Forget what was chosen: another visit is in view."""

    def reveal(self, kind: str, row_id: str) -> None:
        """Bring a row into view and select it."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is there now, if that may have changed."""
        self._showing.catch_up()

    def show_anew(self) -> None:
        """Show what is there now of what was chosen."""
        self._showing.ask_now()

    def _show(self, _changed: Changed | None) -> None:
        if self.desk.visit_id:
            self.show_all()

    def act(self, label: str, verb: Callable[..., Any], *args: Any, said: str = "", **fields: Any) -> Any:
        """Run a verb under a label; with ``said``, tell it and offer to undo. Return what the verb does.

        What is refused is told, and ``None`` returned; so it is where nothing can be written.
        """
        if self.desk.read_only:
            return None
        try:
            result = self.desk.do(label, verb, *args, **fields)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return None
        if said:
            self.told.emit(said, True)
        return True if result is None else result

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self.forget()
        self._showing.ask_again()
