"""What the visit is for, written in place."""

from app.ui.forms.long_text import LongField
from app.ui.forms.record import Record
from app.ui.forms.sheet import Sheet
from app.ui.widgets.labels import SectionLabel
from app.wording import _


class PurposeSheet(Sheet):
    """Purpose, objectives and desired outcomes of a visit."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._column.setContentsMargins(14, 12, 14, 14)
        self.purpose = LongField(record, "purpose", _("Purpose"))
        self.objectives = LongField(record, "objectives", _("Objectives"))
        self.outcomes = LongField(record, "desired_outcomes", _("Desired outcomes"))
        self.add(SectionLabel(_("What it is for")))
        for field in (self.purpose, self.objectives, self.outcomes):
            self.add(field)
