"""What the visit is for, written in place."""

from PySide6.QtCore import Slot

from app.ui.forms.long_text import LongField, PlainText
from app.ui.forms.record import Record
from app.ui.forms.sheet import Sheet
from app.ui.widgets.labels import SectionLabel
from app.wording import _


class SteadyText(PlainText):
    """Running text whose height stays one, also where it is fitted anew while it is being fitted.

    Setting the height resizes the widget, which fits it again at its new width: then the least height is
    already the right one, and the most is still that of before.
    """

    @Slot()
    def fit(self) -> None:
        super().fit()
        if self.maximumHeight() != self.minimumHeight():
            self.setFixedHeight(self.minimumHeight())


class PurposeSheet(Sheet):
    """Purpose, objectives and desired outcomes of a visit."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._column.setContentsMargins(14, 12, 14, 14)
        self.purpose = LongField(record, "purpose", _("Purpose"), SteadyText())
        self.objectives = LongField(record, "objectives", _("Objectives"), SteadyText())
        self.outcomes = LongField(record, "desired_outcomes", _("Desired outcomes"), SteadyText())
        self.add(SectionLabel(_("What it is for")))
        for field in (self.purpose, self.objectives, self.outcomes):
            self.add(field)
