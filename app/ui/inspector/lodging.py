"""The inspectors of a hotel and of a room in one."""

from collections.abc import Callable
from datetime import date

from app.domain.words import RoomUse
from app.planning.clock import today
from app.planning.verbs.lodgings import delete_lodging, delete_room, edit_lodging, edit_room
from app.planning.views.lodgings import LodgingRow, RoomDetail, lodging_detail, room_detail
from app.planning.views.visit import stop_detail, visit_detail
from app.ui.finding import finders
from app.ui.forms.day import DayField
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import TitleField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.forms.words import WordField, vocabulary
from app.ui.inspector.by_name import new_place
from app.ui.inspector.stop_pick import StopField
from app.wording import _, dates, ngettext
from app.wording.names import word_name


def _lodging_act(column: str) -> str:
    acts = {
        "name": _("Rename the hotel “{name}”"),
        "starts_on": _("Change the nights at “{name}”"),
        "ends_on": _("Change the nights at “{name}”"),
    }
    return acts.get(column, _("Change the hotel “{name}”"))


class LodgingSheet(Sheet):
    """The fields of a hotel."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self.name = TitleField(record, "name", _("Name"))
        self.stop = StopField(record)
        self.place = PickField(
            record,
            "place_id",
            _("Place, for its address"),
            finders(record.desk).places,
            named="place",
            create=self._new_place,
        )
        self.starts = DayField(record, "starts_on", _("Arrival"), near=self._near)
        self.ends = DayField(record, "ends_on", _("Departure"), near=self._near)
        self.phone = TextField(record, "phone", _("Phone"))
        self.confirmation = TextField(record, "confirmation", _("Confirmation number"))
        self.add(self.name)
        self.row((self.starts, 1), (self.ends, 1))
        self.add(self.stop)
        self.add(self.place)
        self.row((self.phone, 1), (self.confirmation, 1))

    def _new_place(self, name: str) -> Callable[..., str]:
        """Return the verb that makes the place: with the clock of the stop, or without one that at home."""
        shown: LodgingRow = self._record.shown
        desk = self._record.desk
        if shown.stop_id is not None:
            return new_place(desk.ask(stop_detail, shown.stop_id).zone, name)
        return new_place(desk.ask(visit_detail, shown.visit_id).home_zone, name)

    def _near(self) -> date:
        shown: LodgingRow = self._record.shown
        return shown.starts_on or shown.ends_on or today()


class LodgingInspector(RecordInspector):
    """Shows and edits one hotel."""

    kind = Kind("lodging", edit_lodging, lambda row: row.name, _lodging_act, delete_lodging)
    tables = ("stop", "place")

    def view(self, row_id: str) -> LodgingRow:
        return self.desk.ask(lodging_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        return LodgingSheet(record)

    def heading(self, detail: LodgingRow) -> str:
        return " · ".join(part for part in (_("Hotel"), detail.stop, nights(detail)) if part)

    def nothing(self) -> str:
        return _("Select a hotel to see and change it here.")


def nights(row: LodgingRow) -> str:
    """Return how many nights a hotel is for, and which days; nothing where a day is open."""
    if row.starts_on is None or row.ends_on is None:
        return ""
    count = (row.ends_on - row.starts_on).days
    words = ngettext("{count} night", "{count} nights", count).format(count=count)
    return f"{dates.days(row.starts_on, row.ends_on)}, {words}"


def _room_act(_column: str) -> str:
    return _("Change room {name}")


class RoomSheet(Sheet):
    """The fields of a room."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.number = TextField(record, "number", _("Number"))
        self.use = WordField(record, "use", _("Use"), vocabulary(RoomUse))
        self.row((self.number, 1), (self.use, 1))


class RoomInspector(RecordInspector):
    """Shows and edits one room."""

    kind = Kind("room", edit_room, lambda row: row.number or word_name(row.use), _room_act, delete_room)
    tables = ("lodging",)

    def view(self, row_id: str) -> RoomDetail:
        return self.desk.ask(room_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        return RoomSheet(record)

    def heading(self, detail: RoomDetail) -> str:
        return " · ".join(part for part in (_("Room"), detail.lodging) if part)

    def nothing(self) -> str:
        return _("Select a room to see and change it here.")
