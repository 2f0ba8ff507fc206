"""The inspector of a piece of baggage."""

from app.planning.verbs.baggage import delete_baggage_piece, edit_baggage_piece
from app.planning.views.logistics import BaggageRow, baggage_detail
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import WordsField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.inspector.candidates import MemberField, ours
from app.wording import _


def _act(_column: str) -> str:
    return _("Change the baggage “{name}”")


class BaggageSheet(Sheet):
    """The fields of a piece of baggage."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.tag = TextField(record, "tag", _("Tag"))
        self.description = WordsField(record, "description", _("Description"))
        self.owner = MemberField(record, "member_id", _("Owner"), "member", ours)
        self.row((self.tag, 1), (self.owner, 2))
        self.add(self.description)


def _name(row: BaggageRow) -> str:
    return row.tag or row.description or _("Piece without a tag")


class BaggageInspector(RecordInspector):
    """Shows and edits one piece of baggage."""

    kind = Kind("baggage_piece", edit_baggage_piece, _name, _act, delete_baggage_piece)
    tables = ("member", "person")

    def view(self, row_id: str) -> BaggageRow:
        return self.desk.ask(baggage_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        return BaggageSheet(record)

    def heading(self, detail: BaggageRow) -> str:
        return " · ".join(part for part in (_("Baggage"), detail.tag) if part)

    def nothing(self) -> str:
        return _("Select a piece of baggage to see and change it here.")
