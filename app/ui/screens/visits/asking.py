"""A panel that asks for a few things in place: Enter does it, Esc closes it and keeps what was typed."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.ui.desk import Desk
from app.ui.forms.clock_text import read_day
from app.ui.widgets.buttons import PlainButton, PrimaryButton
from app.ui.widgets.field import FieldBox
from app.ui.widgets.labels import PlainLabel, TitleLabel
from app.wording import _
from app.wording.errors import sentence

_WIDEST_PX = 560


class AskPanel(QFrame):
    """A subclass adds its fields and says in ``act`` what is done.

    ``made`` carries the id of the visit that was made, ``closed`` that nothing is to be made.
    """

    made = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMaximumWidth(_WIDEST_PX)
        self.setAccessibleName(title)
        self.desk = desk
        self.boxes: dict[str, FieldBox] = {}
        self.heading = TitleLabel(title, small=True, wrap=True)
        self._error = PlainLabel("", wrap=True, tone="bad")
        self._error.hide()
        self.done = PrimaryButton(act)
        self.done.clicked.connect(self.submit)
        self.cancel = PlainButton(_("Close"))
        self.cancel.clicked.connect(self.closed)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.done)
        self.buttons.addWidget(self.cancel)
        self.buttons.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.heading)
        self.column.addWidget(self._error)
        self.column.addLayout(self.buttons)

    def add_row(self, *fields: tuple[str, str, QLineEdit]) -> None:
        """Put fields beside each other: for each its name among the errors, its label, its line."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, label, line in fields:
            self.boxes[name] = FieldBox(label, line)
            line.returnPressed.connect(self.submit)
            row.addWidget(self.boxes[name], 1)
        self.column.insertLayout(self.column.count() - 2, row)

    def begin(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.boxes.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self) -> str:
        """Do it and return the id of the visit that was made.

        Raises:
            AideError: it is refused, or the file is.
        """
        raise NotImplementedError

    def clear(self) -> None:
        """Forget what was typed: it has been made."""
        for box in self.boxes.values():
            line = box.editor
            assert isinstance(line, QLineEdit)
            line.clear()

    @Slot()
    def submit(self) -> None:
        """Make the visit, or say at the field what is wrong."""
        self.run(self.act)

    def run(self, act: Callable[[], str]) -> None:
        """Run what makes a visit; an error is said at its field."""
        self._say({})
        try:
            made = act()
        except AideError as error:
            field = error.field if isinstance(error, PlanningError) else None
            self._say({str(field or ""): sentence(error)})
            return
        self.clear()
        self.made.emit(made)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.cancel.isHidden():
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _say(self, errors: Mapping[str, str]) -> None:
        for name, box in self.boxes.items():
            box.set_error(errors.get(name, ""))
        rest = [words for name, words in errors.items() if name not in self.boxes]
        self._error.setText("\n".join(rest))
        self._error.setVisible(bool(rest))
        wrong = next((box for name, box in self.boxes.items() if name in errors), None)
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def typed_day(line: QLineEdit, field: str, near: date) -> date:
    """Return the day that stands in a line.

    Raises:
        PlanningError: ``field_empty``, ``day_unreadable``.
    """
    if not line.text().strip():
        raise PlanningError("field_empty", field=field)
    day = read_day(line.text(), near)
    if day is None:
        raise PlanningError("day_unreadable", field=field)
    return day
