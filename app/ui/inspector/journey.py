"""A journey in the entry's inspector: how it travels, between which places, and what its two clocks mean."""

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.time import from_utc, offset_minutes
from app.domain.words import EntryKind, LegMode
from app.planning.views.entry import EntryDetail
from app.ui.forms.field import Field
from app.ui.forms.sheet import GAP_PX, beside
from app.ui.forms.words import vocabulary
from app.ui.inspector.editing import Editing
from app.ui.inspector.leg import LegCodeField, LegEndField, LegTextField, LegWordField
from app.ui.inspector.when import WhenField
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.wording import _
from app.wording.dates import arrival, travel_time, zones_apart

_CODE_PX = 72


class Journey:
    """The parts of the form that only a journey has, to be laid out around the fields of its times.

    ``how`` it travels; from where it ``leaves`` and where it ``arrives``; and in ``words`` how long it takes
    and how far apart the clocks of its ends are, by what stands in the fields, saved or not.
    """

    def __init__(self, editing: Editing, start: WhenField, end: WhenField) -> None:
        self.how = _how(editing)
        self.leaves = _end(editing, "from", _("From"))
        self.arrives = _end(editing, "to", _("To"))
        self.words = JourneyWords(editing, start, end)

    def show_for(self, detail: EntryDetail) -> None:
        """Show the parts for a journey, and hide them for anything else."""
        travels = detail.kind is EntryKind.TRAVEL
        for part in (self.how, self.leaves, self.arrives, self.words):
            part.setVisible(travels)
        self.words.say()


class JourneyWords(QWidget):
    """How long a journey takes, that this is an estimate where it is, and how its two clocks differ."""

    def __init__(self, editing: Editing, start: WhenField, end: WhenField) -> None:
        super().__init__()
        self._editing = editing
        self._start, self._end = start, end
        self.length = PlainLabel()
        self.clocks = MutedLabel(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.length)
        column.addWidget(self.clocks)
        start.edited.connect(self.say)
        end.edited.connect(self.say)

    @Slot()
    def say(self) -> None:
        """Say what the fields mean now; of what cannot be read, what is saved."""
        if self._editing.idle or self._editing.entry.kind is not EntryKind.TRAVEL:
            return
        entry = self._editing.entry
        leaves, leaves_utc, arrives, arrives_utc = self._ends(entry)
        minutes = int((arrives_utc - leaves_utc).total_seconds()) // 60
        estimated = entry.leg is not None and entry.leg.estimated
        time = travel_time(minutes, estimated=estimated)
        self.length.setText(_("Takes {time}").format(time=time) if minutes > 0 else "")
        words = ""
        if minutes > 0 and entry.cities is not None:
            apart = offset_minutes(arrives_utc, entry.end_zone) - offset_minutes(
                arrives_utc, entry.start_zone
            )
            words = f"{zones_apart(*entry.cities, apart)} {arrival(leaves, arrives)}"
        elif estimated:
            words = _("Worked out from the distance. Type a time to say it better.")
        self.clocks.setText(words)
        self.clocks.setVisible(bool(words))

    def _ends(self, entry: EntryDetail) -> tuple[datetime, datetime, datetime, datetime]:
        start = self._start.as_typed() or (entry.start_wall, entry.start_utc)
        if start[1] != entry.start_utc:  # a start that moves takes the end along
            utc = entry.end_utc + (start[1] - entry.start_utc)
            return *start, from_utc(utc, entry.end_zone).time, utc
        return *start, *(self._end.as_typed() or (entry.end_wall, entry.end_utc))


def _how(editing: Editing) -> QWidget:
    mode = LegWordField(editing, "mode", _("Travels by"), vocabulary(LegMode))
    number = LegTextField(editing, "number", _("Number"))
    carrier = LegTextField(editing, "carrier", _("Carrier"))
    booking = LegTextField(editing, "booking_reference", _("Booking"))
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP_PX)
    column.addLayout(beside((mode, 1), (number, 1)))
    column.addLayout(beside((carrier, 1), (booking, 1)))
    return frame


def _end(editing: Editing, end: str, name: str) -> QWidget:
    where = LegEndField(editing, f"{end}_name", name)
    code = LegCodeField(editing, f"{end}_code", _("Code"))
    terminal = LegTextField(editing, f"{end}_terminal", _("Terminal"))
    narrow: tuple[tuple[Field, str], ...] = ((code, _("{end}: code")), (terminal, _("{end}: terminal")))
    for field, called in narrow:
        field.setFixedWidth(_CODE_PX)
        field.editor.setAccessibleName(called.format(end=name))
    frame = QWidget()
    row = beside((where, 1), (code, 0), (terminal, 0))
    row.setContentsMargins(0, 0, 0, 0)
    frame.setLayout(row)
    return frame
