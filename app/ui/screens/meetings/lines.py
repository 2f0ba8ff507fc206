"""Marked lines one below the other, and an empty one at the end in which the next is written."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.words import Marking
from app.ui.desk import Desk
from app.ui.forms.record import Kind, Record
from app.ui.screens.meetings.line_row import GAP_PX, MORE_PX, LineRow, side_px
from app.ui.screens.meetings.new_line import NewLine
from app.ui.theme.fonts import SMALL_PX, ui_font
from app.ui.widgets.labels import PlainLabel
from app.ui.widgets.retyping import retrievable
from app.wording import _
from app.wording.errors import sentence


class Lines(QWidget):
    """The lines of one owner, in order. Subclasses say by which verbs lines come, go and move.

    ``told`` carries a sentence, and whether undo takes back what it tells; ``reordered`` tells the page that
    other widgets stand here now.
    """

    told = Signal(str, bool)
    reordered = Signal()

    tagged = "kind"

    def __init__(
        self, desk: Desk, kind: Kind, name: str, adding: str, tags: Sequence[StrEnum], *, own: Kind, part: str
    ) -> None:
        """``own`` is the kind of the owner, ``part`` the name by which its unsaid text is kept."""
        super().__init__()
        self.desk = desk
        self._kind = kind
        self._name = name
        self._tags = tuple(tags)
        self._rows: dict[str, LineRow] = {}
        self._owner = ""
        self._places: Sequence[tuple[str, str]] = ()
        self._texts: dict[str, dict[str, str]] = {}  # unsaved, of lines: rows come and go, it stays
        self.setAccessibleName(name)
        self._frame = QVBoxLayout()
        self._frame.setSpacing(4)
        self.new = NewLine(Record(desk, own, self), part, adding)
        self.new.left.connect(self._add)
        self.new.entered.connect(self.new.setFocus)
        self._error = PlainLabel("", wrap=True, tone="bad")
        self._error.setFont(ui_font(SMALL_PX))
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._frame)
        self._last = QHBoxLayout()
        self._last.addWidget(self.new)
        self._line_up()
        column.addLayout(self._last)
        column.addWidget(self._error)
        self.new.setVisible(not desk.read_only)

    # What subclasses bring

    def add(self, owner: str, text: str) -> None:
        """Write a new line at the end."""
        raise NotImplementedError

    def order(self, owner: str, ids: list[str], moved: LineRow) -> None:
        """Put the lines in this order."""
        raise NotImplementedError

    def delete(self, row: LineRow) -> str:
        """Delete a line; return the sentence that tells of it."""
        raise NotImplementedError

    def move_to(self, row: LineRow, place: str) -> None:
        """Put a line where another of the places is."""
        raise NotImplementedError

    # What is shown

    def show_places(self, places: Sequence[tuple[str, str]]) -> None:
        """Let lines be moved to other places, each known by a key and called by words."""
        self._places = places
        for row in self.rows():
            row.places = places

    def show_lines(self, owner: str, lines: Iterable[Any], usual: Marking, markings: tuple[str, ...]) -> None:
        """Show the lines of an owner; what is being typed stays, also where another owner comes between."""
        other = owner != self._owner
        if other:
            self.leave()
            self._take(owner)
        wanted = {line.id: line for line in lines}
        gone = [self._rows.pop(row_id) for row_id in list(self._rows) if row_id not in wanted]
        # The rows of one owner serve the next: to make them anew takes longer than all else here.
        spare = gone[: len(wanted) - len(self._rows)] if other else []
        for row in gone[len(spare) :]:
            row.record.take(None)
            row.hide()
            row.deleteLater()
        before = list(self._rows)
        for at, (row_id, line) in enumerate(wanted.items()):
            if row_id not in self._rows:
                self._rows[row_id] = spare.pop(0) if spare else self._make()
            row = self._rows[row_id]
            row.show_line(line, usual, markings)
            if self._frame.indexOf(row) != at:
                focused = self.window().focusWidget()
                self._frame.insertWidget(at, row)
                row.show()
                if focused is not None and row.isAncestorOf(focused):
                    focused.setFocus()
        self._rows = {row_id: self._rows[row_id] for row_id in wanted}
        self._line_up()
        if list(self._rows) != before:
            self.reordered.emit()

    def _take(self, owner: str) -> None:
        self._owner = owner
        unsaid = self.new.take(owner)
        self._tell(_("Not saved yet: this was typed earlier.") if unsaid else "")

    def _line_up(self) -> None:
        """Put the empty line in line with the words above; where there are none, with all else."""
        side = side_px(self._tags if self.tagged == "kind" else ()) + GAP_PX
        before, behind = {"kind": (side, 0), "": (0, 0)}.get(self.tagged, (0, side))
        some = bool(self._rows)
        self._last.setContentsMargins(before if some else 0, 0, MORE_PX + GAP_PX + behind if some else 0, 0)

    def rows(self) -> list[LineRow]:
        """Return the rows in order."""
        return list(self._rows.values())

    def begin(self, text: str = "") -> None:
        """Put the cursor where a new line is written, with this text unless one stands there."""
        if text and not self.typed():
            self.new.write(text)
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> str:
        """Return what is typed as a new line."""
        return self.new.typed()

    def hand_over(self) -> str:
        """Return what is typed as a new line, where the cursor stands in it, and let it go."""
        text = self.typed() if self.new.hasFocus() else ""
        if text:
            self.new.setPlainText("")
            self._tell("")
            self.new.keep()
        return text

    def leave(self) -> None:
        """Save what is being typed."""
        for row in self.rows():
            if row.field.dirty:
                row.field.leave()
        self._add()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [stop for row in self.rows() for stop in row.stops()] + [self.new]

    def error(self) -> str:
        """Return what is said to be wrong with the new line, or nothing."""
        return self._error.text()

    def _make(self) -> LineRow:
        record = Record(self.desk, self._kind, texts=self._texts)
        row = LineRow(record, self._name, self.tagged, self._tags)
        row.set_read_only(read_only=self.desk.read_only)
        row.entered.connect(self._go_on)
        row.stepped.connect(self._step)
        row.delete_wanted.connect(self._delete)
        row.move_wanted.connect(self._move)
        row.places = self._places
        row.refused.connect(self._refuse)
        return row

    # What is done

    @Slot()
    def _add(self) -> None:
        text = self.typed()
        if not text or not self._owner or self.desk.read_only:
            self.new.keep()
            return
        self.new.setPlainText("")  # before the writing, which may take the cursor away and ask again
        try:
            self.add(self._owner, text)
        except AideError as error:
            self.new.setPlainText(text)
            self._tell(sentence(error))
        else:
            self._tell("")
        self.new.keep()

    @Slot()
    def _go_on(self) -> None:
        row = self._sender()
        rows = self.rows()
        at = rows.index(row)
        following = rows[at + 1].field.words if at + 1 < len(rows) else self.new
        following.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _step(self, way: int) -> None:
        row = self._sender()
        ids = list(self._rows)
        at = ids.index(row.record.row_id)
        to = at + way
        if self.desk.read_only or not 0 <= to < len(ids):
            return
        row.field.leave()
        ids.insert(to, ids.pop(at))
        self._try(partial(self.order, self._owner, ids, row))

    @Slot(str)
    def _move(self, place: str) -> None:
        row = self._sender()
        if not self.desk.read_only:
            row.field.leave()
            self._try(partial(self.move_to, row, place))

    @Slot()
    def _delete(self) -> None:
        row = self._sender()
        if self.desk.read_only or row.record.idle:
            return
        at = self.rows().index(row)
        row.field.take_back()  # what was being typed is not to come back with it
        inside = row.isAncestorOf(self.window().focusWidget() or self)
        said = self._try(partial(self.delete, row))
        if said:
            self.told.emit(said, True)
            if inside:
                rows = self.rows()
                stop = rows[min(at, len(rows) - 1)].field.words if rows else self.new
                stop.setFocus()

    def _try(self, act: Any) -> Any:
        try:
            return act()
        except AideError as error:
            self._refuse(error)
            return None

    @Slot(object)
    def _refuse(self, error: AideError) -> None:
        self.told.emit(sentence(error), False)

    def _sender(self) -> LineRow:
        row = self.sender()
        assert isinstance(row, LineRow)
        return row

    def _tell(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.new.hasFocus() and self.new.toPlainText():
            with retrievable(self.new):
                self.new.setPlainText("")
            self._tell("")
            self.new.keep()
            return
        super().keyPressEvent(event)
