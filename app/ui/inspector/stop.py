"""The inspector of a stop: its city, its days, its embassy, what helps in an emergency."""

from app.planning.verbs.stops import edit_stop
from app.planning.views.visit import StopDetail, is_outside_visit, stop_detail, visit_detail
from app.reference.spots import SpotKind
from app.ui.forms.city import CityField
from app.ui.forms.country import CountryField
from app.ui.forms.day import DayField
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, WordsField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.forms.zones import ZoneField
from app.ui.widgets.labels import PlainLabel
from app.wording import _
from app.wording.dates import days

#: What a stop takes of a city of the shipped tables.
OF_SPOT = {
    "city": "name",
    "native_city": "native_name",
    "country_code": "country_code",
    "zone": "zone",
    "latitude": "latitude",
    "longitude": "longitude",
}


def _act(column: str) -> str:
    acts = {
        "arrives_on": _("Change the days in {name}"),
        "leaves_on": _("Change the days in {name}"),
        "zone": _("Change the time zone of {name}"),
        "embassy": _("Change the embassy in {name}"),
    }
    return acts.get(column, _("Change the stop {name}"))


class StopSheet(Sheet):
    """The fields of a stop."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.city = CityField(record, "city", _("City"), OF_SPOT, kinds=(SpotKind.CITY,))
        self.native = TextField(record, "native_city", _("In its own script"))
        self.arrives = DayField(record, "arrives_on", _("Arrives"))
        self.leaves = DayField(record, "leaves_on", _("Leaves"))
        self.zone = ZoneField(record, "zone", _("Time zone"))
        self.country = CountryField(record, "country_code", _("Country"))
        self.embassy = WordsField(record, "embassy", _("Embassy"))
        self.contact = TextField(record, "embassy_contact", _("Contact at the embassy"))
        self.phone = TextField(record, "embassy_phone", _("Embassy’s phone"))
        self.emergency = TextField(record, "emergency_phone", _("Emergency phone"))
        self.hospital = WordsField(record, "hospital", _("Hospital"))
        self.notes = LongField(record, "notes", _("Notes"))
        self.row((self.city, 3), (self.native, 2))
        self.row((self.arrives, 1), (self.leaves, 1))
        self.outside = PlainLabel("", wrap=True, tone="warn")
        self.outside.hide()
        self.add(self.outside)
        self.row((self.zone, 1), (self.country, 1))
        self.section(_("Embassy"))
        self.add(self.embassy)
        self.row((self.contact, 3), (self.phone, 2))
        self.section(_("In an emergency"))
        self.add(self.emergency)
        self.add(self.hospital)
        self.add(self.notes)


class StopInspector(RecordInspector):
    """Shows and edits one stop, and warns where its days are outside of the visit's."""

    tables = ("visit",)
    kind = Kind("stop", edit_stop, lambda row: row.city, _act)

    def view(self, row_id: str) -> StopDetail:
        return self.desk.ask(stop_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        sheet = StopSheet(record)
        self.outside = sheet.outside
        return sheet

    def _take(self, detail: StopDetail) -> None:
        super()._take(detail)
        outside = self.desk.ask(is_outside_visit, detail)
        visit = self.desk.ask(visit_detail, detail.visit_id)
        words = _("These days are outside of the visit’s, {days}: change them here, or those of the visit.")
        self.outside.setText(words.format(days=days(visit.starts_on, visit.ends_on)))
        self.outside.setVisible(outside)

    def heading(self, detail: StopDetail) -> str:
        return f"{_('Stop')} · {days(detail.arrives_on, detail.leaves_on)}"

    def nothing(self) -> str:
        return _("Select a stop to see and change it here, or add one.")
