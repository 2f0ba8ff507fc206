"""The inspector of a car."""

from app.planning.verbs.vehicles import MOST_SEATS, delete_vehicle, edit_vehicle
from app.planning.views.vehicles import VehicleRow, vehicle_detail
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import TitleField
from app.ui.forms.numbers import NumberField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.inspector.stop_pick import StopField
from app.wording import _, ngettext


def _act(column: str) -> str:
    acts = {
        "name": _("Rename the car “{name}”"),
        "seats": _("Change the seats of “{name}”"),
        "driver": _("Change the driver of “{name}”"),
        "stop_id": _("Change the city of “{name}”"),
    }
    return acts.get(column, _("Change the car “{name}”"))


class VehicleSheet(Sheet):
    """The fields of a car."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.name = TitleField(record, "name", _("Name"))
        self.kind = TextField(record, "kind", _("Kind"))
        self.seats = NumberField(record, "seats", _("Seats for riders"), 0, MOST_SEATS)
        self.stop = StopField(record)
        self.plate = TextField(record, "plate", _("Number plate"))
        self.driver = TextField(record, "driver", _("Driver"))
        self.phone = TextField(record, "driver_phone", _("Driver’s phone"))
        self.add(self.name)
        self.row((self.kind, 3), (self.seats, 2))
        self.row((self.stop, 1), (self.plate, 1))
        self.add(self.driver)
        self.add(self.phone)


class VehicleInspector(RecordInspector):
    """Shows and edits one car."""

    kind = Kind("vehicle", edit_vehicle, lambda row: row.name, _act, delete_vehicle)
    tables = ("stop", "ride")

    def view(self, row_id: str) -> VehicleRow:
        return self.desk.ask(vehicle_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        return VehicleSheet(record)

    def heading(self, detail: VehicleRow) -> str:
        ways = ngettext("{count} way", "{count} ways", detail.rides).format(count=detail.rides)
        return " · ".join(part for part in (_("Car"), detail.stop, ways) if part)

    def nothing(self) -> str:
        return _("Select a car to see and change it here.")
