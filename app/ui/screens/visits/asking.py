"""A panel that asks for a few things in place: Enter does it, Esc closes it and keeps what was typed."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise

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
        self.column.insertLayout(self.column.count() - 2, row)
        for name, label, line in fields:
            self.boxes[name] = FieldBox(label, line)
            line.returnPressed.connect(self.submit)
            line.textChanged.connect(self._mend)
            row.addWidget(self.boxes[name], 1)

    def begin(self) -> None:
        """Put the cursor into the first field; Tab goes as the eye does from there."""
        for one, other in pairwise(self.stops()):  # each time: Qt breaks the order up in a new parent
            self.setTabOrder(one, other)
        next(iter(self.boxes.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops: field by field, and then what is done with them."""
        return [*(box.editor for box in self.boxes.values()), self.done, self.cancel]

    def faults(self) -> dict[str, PlanningError]:
        """Return what is wrong with what was typed, by field, before anything is done with it."""
        raise NotImplementedError

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
        """Make the visit, or say at every field what is wrong with it."""
        faults = self.faults()
        if faults:
            self._say({name: sentence(fault) for name, fault in faults.items()})
        else:
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

    @Slot()
    def _mend(self) -> None:
        """Say no longer what has been put right. What is wrong elsewhere is said when it is to be done."""
        self._error.hide()
        wrong = [name for name, box in self.boxes.items() if box.error()]
        faults = self.faults() if wrong else {}
        for name in wrong:
            self.boxes[name].set_error(sentence(faults[name]) if name in faults else "")

    def _say(self, errors: Mapping[str, str]) -> None:
        for name, box in self.boxes.items():
            box.set_error(errors.get(name, ""))
        rest = [words for name, words in errors.items() if name not in self.boxes]
        self._error.setText("\n".join(rest))
        self._error.setVisible(bool(rest))
        wrong = next((box for name, box in self.boxes.items() if name in errors), None)
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def empty_faults(**lines: QLineEdit) -> dict[str, PlanningError]:
    """Return for each of the lines by field that is empty, that it must not be."""
    return {
        name: PlanningError("field_empty", field=name)
        for name, line in lines.items()
        if not line.text().strip()
    }


def day_fault(line: QLineEdit, field: str, near: date) -> dict[str, PlanningError]:
    """Return by its field why no day can be read in a line; nothing where one can."""
    try:
        typed_day(line, field, near)
    except PlanningError as error:
        return {field: error}
    return {}


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
