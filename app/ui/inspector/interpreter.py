"""The inspector of a booking of an interpreter."""

from app.domain.words import InterpretingMode
from app.planning.verbs.interpreters import (
    LEAST_HOURS,
    MOST_HOURS,
    delete_interpreter_booking,
    edit_interpreter_booking,
)
from app.planning.views.logistics import InterpreterRow, interpreter_detail
from app.ui.finding import finders
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.numbers import DecimalField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.ticks import TickField
from app.ui.forms.tongue import TongueField
from app.ui.forms.words import WordField, vocabulary
from app.ui.inspector.candidates import MemberField, ours
from app.wording import _, dates


def _act(_column: str) -> str:
    return _("Change the interpreter at “{name}”")


class InterpreterSheet(Sheet):
    """The fields of a booking."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        found = finders(record.desk)
        self.entry = PickField(record, "entry_id", _("Entry"), found.entries, named="entry")
        self.member = MemberField(record, "member_id", _("Interpreter"), "member", ours)
        tag = _("A name, or a tag such as ko, en or pt-BR")
        self.source = TongueField(record, "from_language", _("From language"), hint=tag)
        self.target = TongueField(record, "to_language", _("To language"), hint=tag)
        self.mode = WordField(record, "mode", _("Mode"), vocabulary(InterpretingMode))
        self.hours = DecimalField(record, "hours", _("Hours"), LEAST_HOURS, MOST_HOURS)
        self.documents = TickField(record, "documents_sent", _("Documents"), _("Sent to the interpreter"))
        self.add(self.entry)
        self.add(self.member)
        self.row((self.source, 1), (self.target, 1))
        self.row((self.mode, 2), (self.hours, 1))
        self.add(self.documents)


class InterpreterInspector(RecordInspector):
    """Shows and edits one booking."""

    kind = Kind(
        "interpreter_booking",
        edit_interpreter_booking,
        lambda row: row.entry,
        _act,
        delete_interpreter_booking,
    )
    tables = ("entry", "member", "person")

    def view(self, row_id: str) -> InterpreterRow:
        return self.desk.ask(interpreter_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        return InterpreterSheet(record)

    def heading(self, detail: InterpreterRow) -> str:
        start = f"{dates.day(detail.start_wall.date())} {dates.clock(detail.start_wall)}"
        return f"{_('Interpreter')} · {start}"

    def nothing(self) -> str:
        return _("Select a booking to see and change it here.")
