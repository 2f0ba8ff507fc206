"""The inspector of a gift."""

from app.domain.words import GiftDirection, Side
from app.planning.verbs.gifts import delete_gift, edit_gift
from app.planning.views.logistics import GiftRow, gift_detail
from app.ui.finding import finders
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import TitleField, WordsField
from app.ui.forms.numbers import DecimalField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.forms.words import WordField, vocabulary
from app.ui.inspector.by_name import new_organisation
from app.ui.inspector.candidates import MemberField
from app.wording import _
from app.wording.names import word_name

_MOST = 1_000_000_000.0


def _act(_column: str) -> str:
    return _("Change the gift “{name}”")


class GiftSheet(Sheet):
    """The fields of a gift."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        found = finders(record.desk)
        self.description = TitleField(record, "description", _("Gift"))
        self.direction = WordField(record, "direction", _("Direction"), vocabulary(GiftDirection))
        self.entry = PickField(record, "entry_id", _("Occasion"), found.entries, named="entry")
        self.giver = MemberField(record, "giver_id", _("Giver"), "giver", self._who_gives)
        self.receiver = MemberField(record, "receiver_id", _("Receiver"), "receiver", self._who_gets)
        self.organisation = PickField(
            record,
            "organisation_id",
            _("Organisation"),
            found.organisations,
            named="organisation",
            create=new_organisation,
        )
        self.value = DecimalField(record, "value", _("Value"), 0.0, _MOST)
        self.currency = TextField(record, "currency", _("Currency"))
        self.custody = WordsField(record, "custody", _("Custody"))
        self.add(self.description)
        self.row((self.direction, 1), (self.entry, 2))
        self.row((self.giver, 1), (self.receiver, 1))
        self.add(self.organisation)
        self.row((self.value, 1), (self.currency, 1))
        self.add(self.custody)

    def _who_gives(self) -> Side:
        return Side.OURS if self._record.shown.direction is GiftDirection.GIVEN else Side.HOST

    def _who_gets(self) -> Side:
        return Side.HOST if self._record.shown.direction is GiftDirection.GIVEN else Side.OURS


class GiftInspector(RecordInspector):
    """Shows and edits one gift."""

    kind = Kind("gift", edit_gift, lambda row: row.description, _act, delete_gift)
    tables = ("entry", "member", "person", "organisation")

    def view(self, row_id: str) -> GiftRow:
        return self.desk.ask(gift_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        return GiftSheet(record)

    def heading(self, detail: GiftRow) -> str:
        return f"{_('Gift')} · {word_name(detail.direction)}"

    def nothing(self) -> str:
        return _("Select a gift to see and change it here.")
