"""What came of each item of an agenda: outcome, a note on it, what was agreed and promised."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.words import Outcome
from app.planning.views.record import Noted, RecordAt, Taken
from app.ui.desk import Desk
from app.ui.forms.long_text import LongField, PlainText
from app.ui.forms.record import Record
from app.ui.forms.words import WordField, vocabulary
from app.ui.inspector.links import LinkButton
from app.ui.screens.meetings.fitting import FittingLabel
from app.ui.screens.meetings.kinds import outcome_kind
from app.ui.screens.meetings.promise_list import PromiseList
from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.widgets.emptying import empty
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.wording import _

_OUTCOME_PX = 130


class OutcomeRow(QWidget):
    """One item, or what stands on its own. ``item_wanted`` leads to where it was noted, ``go`` elsewhere."""

    item_wanted = Signal(str)
    go = Signal(str, str)

    def __init__(self, desk: Desk, texts: dict[str, dict[str, str]]) -> None:
        super().__init__()
        self._record = Record(desk, outcome_kind(), self, texts=texts)
        self._item_id = ""
        self._shown: tuple[Noted, ...] = ()
        self._links: list[LinkButton] = []
        self._heading = FittingLabel(font=ui_font(weight=SEMIBOLD))
        words = [(None, _("No outcome yet")), *vocabulary(Outcome)]
        self.outcome = WordField(self._record, "outcome", _("Outcome"), words)
        self.outcome.setFixedWidth(_OUTCOME_PX)
        self.note = LongField(self._record, "outcome_note", _("Note"), PlainText(least_lines=1))
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.outcome)
        row.addWidget(self.note, 1)
        self._decisions = QVBoxLayout()
        self._decisions.setSpacing(2)
        self.promises = PromiseList()
        self.promises.wanted.connect(partial(self.go.emit, "action"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._fields)
        column.addLayout(self._decisions)
        column.addWidget(self.promises)
        for field in (self.outcome, self.note):
            field.set_read_only(read_only=desk.read_only)

    def show_taken(self, number: int, taken: Taken) -> None:
        """Show what came of an item; what is being typed stays."""
        first = self._record.row_id != (taken.id or "")
        self._item_id = taken.id or ""
        heading = f"{number} · {taken.heading}" if taken.id else _("Not on the agenda")
        self._heading.setText(heading)
        self.outcome.editor.setAccessibleName(_("Outcome of {item}").format(item=heading))
        self.note.editor.setAccessibleName(_("Note on the outcome of {item}").format(item=heading))
        self._fields.setVisible(bool(taken.id))
        self._record.take(taken if taken.id else None)
        for field in (self.outcome, self.note) if taken.id else ():
            if first:
                field.open(taken, self._record.unfinished(self._item_id))
            else:
                field.fill(taken)
        self._show_decisions(taken.decisions)
        self.promises.show_promises(taken.promises)
        self.setVisible(bool(taken.id or taken.decisions or taken.promises))

    def leave(self) -> None:
        """Save what is unfinished."""
        for field in (self.outcome, self.note):
            if field.dirty:
                field.leave()

    def _show_decisions(self, decisions: tuple[Noted, ...]) -> None:
        if decisions == self._shown:
            return
        self._shown = decisions
        empty(self._decisions)
        if decisions:
            self._decisions.addWidget(MutedLabel(_("Decisions")))
        self._links = [LinkButton(" ".join(each.text.split())) for each in decisions]
        for link in self._links:
            link.clicked.connect(self._want)
            self._decisions.addWidget(link)
            link.show()

    @Slot()
    def _want(self) -> None:
        self.item_wanted.emit(self._item_id)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        fields = [*self.outcome.stops(), *self.note.stops()] if self._item_id else []
        return [*fields, *self._links, *self.promises.stops()]


class OutcomesCard(QFrame):
    """The items in order, and last what stands on its own."""

    item_wanted = Signal(str)
    go = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._texts: dict[str, dict[str, str]] = {}
        self._rows: dict[str, OutcomeRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addWidget(TitleLabel(_("What came of it"), small=True))
        column.addLayout(self._column)

    def show_record(self, record: RecordAt) -> None:
        """Show what came of a meeting."""
        wanted = [taken.id or "" for taken in record.all]
        if wanted != list(self._rows):
            self._remake(wanted)
        for at, taken in enumerate(record.all):
            self._rows[taken.id or ""].show_taken(at + 1, taken)

    def rows(self) -> list[OutcomeRow]:
        """Return the rows in order."""
        return list(self._rows.values())

    def leave(self) -> None:
        """Save what is unfinished."""
        for row in self.rows():
            row.leave()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [stop for row in self.rows() for stop in row.stops()]

    def _remake(self, wanted: list[str]) -> None:
        """Put the rows of these items in order; those that stay keep what is typed in them."""
        before, self._rows = self._rows, {}
        for item_id in wanted:
            self._rows[item_id] = before.pop(item_id) if item_id in before else self._make()
        for gone in before.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, row in enumerate(self.rows()):
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)

    def _make(self) -> OutcomeRow:
        row = OutcomeRow(self._desk, self._texts)
        row.item_wanted.connect(self.item_wanted)
        row.go.connect(self.go)
        return row
