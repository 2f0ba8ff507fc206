"""The line in which a promise is noted: text, ``@`` for who owes it and to whom, a day in words."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.promise_line import Named, PromiseLine, begun_name, read_promise_line
from app.planning.hay import Hay, Stack
from app.planning.views.promisers import Promiser
from app.planning.views.visits import Choice
from app.ui.forms.clock_text import read_due_day, two_due_days
from app.ui.forms.picks import Picks, spoken
from app.ui.forms.record import Record
from app.ui.inspector.entering import EnterLine
from app.wording import _
from app.wording.errors import sentence

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_SHIFTS = {QEvent.Type.Move, QEvent.Type.Resize}
_TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PromiseEntry(EnterLine):
    """Reads what is typed while it is typed, and completes names behind an ``@``.

    ``add`` is called with what was read and who was named. ``read`` carries the same at every letter, and
    ``faulty`` a sentence at a pause: what cannot be read, or nothing.
    """

    read = Signal(object, object)
    faulty = Signal(str)

    def __init__(self, record: Record, add: Callable[[PromiseLine, list[Promiser]], object]) -> None:
        words = _("Action @who owes it @to whom due in two weeks")
        super().__init__(record, "new_action", words, self._add_read)
        self._give = add
        self._there: dict[str, Promiser] = {}
        self._known: tuple[Named, ...] = ()
        self._day = date.min
        self._stack = Stack(())
        self._found: tuple[Choice, ...] = ()
        self._picks: Picks | None = None
        self._watched: list[QWidget] = []
        self.textChanged.connect(self._tell_read)
        self.textEdited.connect(self._complete)

    def show_promisers(self, there: tuple[Promiser, ...]) -> None:
        """Let these be named."""
        if tuple(self._there.values()) == there:
            return
        self._there = {one.id: one for one in there}
        self._known = tuple(Named(one.id, (one.name, one.short)) for one in there)
        self._stack = Stack(
            Hay(
                Choice(one.id, one.name, one.detail or one.short, one.short), f"{one.name} {one.short}", (at,)
            )
            for at, one in enumerate(there)
        )

    def show_day(self, day: date) -> None:
        """Let days in words count from this one: that of the meeting, on the calendar of its place."""
        if day != self._day:
            self._day = day
            self._tell_read()

    def offered(self) -> list[str]:
        """Return the names that the list offers while it is open."""
        return [choice.name for choice in self._found] if self._open() else []

    # Reading

    def _understood(self, text: str) -> tuple[PromiseLine, list[Promiser]]:
        line = read_promise_line(text, self._known, self._due)
        return line, [self._there[key] for key in line.ids]

    def _due(self, words: str) -> date | None:
        return read_due_day(words, self._day)

    def _fault(self, line: PromiseLine) -> AideError | None:
        if line.unknown:
            return PlanningError("name_unknown_here", name=line.unknown)
        if line.unreadable:
            return PlanningError("due_unreadable", words=line.due_words)
        two = two_due_days(line.due_words, self._day)
        if two is not None:
            return PlanningError("due_two_ways", words=line.due_words, first=two[0], second=two[1])
        return None

    def _add_read(self, text: str) -> None:
        self._shut()
        line, named = self._understood(text)
        error = self._fault(line)
        if error is not None:
            raise error
        self._give(line, named)

    @Slot()
    def enter(self) -> None:
        super().enter()
        if self.text().strip():  # it stayed, as it was refused
            self.faulty.emit(self.accessibleDescription())

    @Slot()
    def _tell_read(self) -> None:
        self.faulty.emit("")
        self.read.emit(*self._understood(self.text()))

    @Slot()
    def pause(self) -> None:
        super().pause()
        line, _named = self._understood(self.text())
        error = self._fault(line)
        if error is not None and not self._completes():
            self._mark(sentence(error))
            self.faulty.emit(sentence(error))

    def _completes(self) -> bool:
        """Tell whether a name is being typed that can still become somebody's."""
        begun = begun_name(self.text(), self.cursorPosition(), self._known) if self.hasFocus() else None
        return begun is not None and bool(self._stack.find(begun))

    # Completing

    @Slot()
    def _complete(self, composed: str = "") -> None:
        at = self.cursorPosition()
        begun = begun_name(self.text()[:at] + composed, at + len(composed), self._known)
        found = () if begun is None else self._stack.find(begun)
        if not found:
            self._shut()
            return
        if self._picks is None or self._picks.parentWidget() is not self.window():
            self._picks = Picks(self.window())
            self._picks.taken.connect(self._take)
            self.destroyed.connect(self._picks.deleteLater)
        if not self._open():
            self._watch()
        self._picks.fill(found, "")
        self._picks.setCurrentRow(0)
        self._picks.place(self)
        self._picks.show()
        self._picks.raise_()
        self._found = found

    def _watch(self) -> None:
        """Follow what this line lies in: where that moves, the list moves along."""
        widget: QWidget | None = self
        while widget is not None and not widget.isWindow():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _SHIFTS and self._picks is not None and self._open():
            self._picks.place(self)
        return super().eventFilter(watched, event)

    def _open(self) -> bool:
        return self._picks is not None and not self._picks.isHidden()

    def _shut(self) -> None:
        if self._picks is not None:
            self._picks.hide()
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []

    @Slot(int)
    def _take(self, row: int) -> None:
        """Put a name in place of what was typed of it."""
        at = self.cursorPosition()
        start = self.text().rfind("@", 0, at) + 1
        name = f"{self._found[row].name} "
        self.setText(self.text()[:start] + name + self.text()[at:].lstrip())
        self.setCursorPosition(start + len(name))
        self._shut()
        self.textEdited.emit(self.text())  # it is kept, as what is typed is

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if self._open():
            assert self._picks is not None
            if key in _STEPS:
                self._step(_STEPS[key])
                return
            if key in _TAKES:
                self._take(self._picks.currentRow())
                return
            if key is Qt.Key.Key_Escape:
                self._shut()
                return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool, /) -> bool:  # noqa: FBT001 - Qt's method
        if next_ and self._open():
            assert self._picks is not None
            self._take(self._picks.currentRow())
            return True
        return super().focusNextPrevChild(next_)

    def _step(self, way: int) -> None:
        assert self._picks is not None
        row = (self._picks.currentRow() + way) % self._picks.count()
        self._picks.setCurrentRow(row)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken(self._found[row])))

    def inputMethodEvent(self, event: QInputMethodEvent, /) -> None:
        super().inputMethodEvent(event)
        self._complete(event.preeditString())

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._shut()
        super().focusOutEvent(event)
