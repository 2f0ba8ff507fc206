"""The two bars of the room that ask for one thing in place: whom to add, and the reason for another place."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.finding import finders
from app.ui.forms.pick_box import PickBox
from app.ui.widgets.buttons import IconButton, PlainButton
from app.ui.widgets.field import FieldBox
from app.ui.widgets.labels import PlainLabel
from app.ui.widgets.line import Line
from app.wording import _


class Bar(QFrame):
    """A bar that Esc closes; ``closed`` tells it."""

    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAccessibleName(name)
        self.shut = IconButton("x", _("Close"))
        self.shut.clicked.connect(self.close_bar)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(8)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(rule)
        self.hide()

    def put(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget after those that are there."""
        self._row.addWidget(widget, stretch)

    @Slot()
    def close_bar(self) -> None:
        """Take the bar away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)


class AddBar(Bar):
    """Finds a person, or has one made of what is typed; ``picked`` carries the choice.

    What is typed stays: the person may be refused.
    """

    picked = Signal(object)

    def __init__(self, desk: Desk, create: Callable[[str], None]) -> None:
        super().__init__(_("Add a member"))
        self.box = PickBox(finders(desk).people, create, _("Name, or where they work"), adds=True)
        self.field = FieldBox(_("Person"), self.box)
        self.box.picked.connect(self.picked)
        self.put(self.field, 1)
        self.put(self.shut)

    def begin(self, words: str) -> None:
        """Ask for a person; ``words`` say for which side."""
        self.box.setAccessibleDescription(words)
        self.box.setPlaceholderText(words)
        self.field.set_error("")
        self.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)


class ReasonBar(Bar):
    """Asks why somebody stands at a place that rank and post do not give; ``given`` carries the reason."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Reason for the place"))
        self.words = PlainLabel(elide=True)
        self.line = Line()
        self.field = FieldBox(_("Reason"), self.line)
        self.save = PlainButton(_("Move"))
        self.member_id = ""
        self.place = 0
        self.line.returnPressed.connect(self._give)
        self.line.textEdited.connect(self._clear)
        self.save.clicked.connect(self._give)
        self.put(self.words, 1)
        self.put(self.field, 2)
        self.put(self.save)
        self.put(self.shut)

    def begin(self, member_id: str, place: int, words: str, reason: str) -> None:
        """Ask for the reason of a member's new place; what is being typed for the same member stays."""
        if member_id != self.member_id or self.isHidden():
            self.line.setText(reason)
        self.member_id, self.place = member_id, place
        self.words.setText(words)
        self.field.set_error("")
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _clear(self) -> None:
        self.field.set_error("")

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.line.text())
