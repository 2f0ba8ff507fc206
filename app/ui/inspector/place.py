"""The inspector of a place: where it is, how one gets in, and which entries are held there."""

from typing import Any

from app.planning.verbs.places import delete_place, edit_place
from app.planning.views.places import PlaceDetail, place_detail
from app.ui.finding import finders
from app.ui.forms.city import CityField
from app.ui.forms.country import CountryField
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, TitleField, WordsField
from app.ui.forms.numbers import DecimalField, NumberField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.forms.zones import ZoneField
from app.ui.inspector.by_name import new_organisation
from app.ui.inspector.used_by import UsedBy
from app.wording import _, ngettext
from app.wording.countries import country_name

_DAY_MINUTES = 24 * 60
_STEP_MINUTES = 5
_POLE, _HALF_TURN = 90.0, 180.0


def place_act(column: str) -> str:
    """Return the words of undo for the change of a column of the place ``{name}``."""
    return {
        "name": _("Rename “{name}”"),
        "native_name": _("Change the native name of “{name}”"),
        "organisation_id": _("Change the organisation of “{name}”"),
        "street": _("Change the street of “{name}”"),
        "city": _("Change the city of “{name}”"),
        "country_code": _("Change the country of “{name}”"),
        "zone": _("Change the time zone of “{name}”"),
        "latitude": _("Change the coordinates of “{name}”"),
        "longitude": _("Change the coordinates of “{name}”"),
        "entrance": _("Change the entrance of “{name}”"),
        "holding_room": _("Change the holding room of “{name}”"),
        "badge_minutes": _("Change the minutes for badges at “{name}”"),
        "access_rule": _("Change the access rule of “{name}”"),
        "phones_policy": _("Change the rule for phones at “{name}”"),
        "hospital": _("Change the nearest hospital of “{name}”"),
    }[column]


PLACE = Kind("place", edit_place, lambda place: str(place.name), place_act, delete_place)


class PlaceSheet(Sheet):
    """The fields of a place, and below them the entries held there."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self.name = TitleField(record, "name", _("Name"))
        self.city = CityField(
            record,
            "city",
            _("City"),
            {"city": "city", "country_code": "country_code", "zone": "zone"},
            {"latitude": "latitude", "longitude": "longitude"},
            placeholder=_("City, airport or station"),
        )
        self.used = UsedBy()
        self.add(self.name)
        self.add(TextField(record, "native_name", _("Name in its own language")))
        self.add(
            PickField(
                record,
                "organisation_id",
                _("Organisation"),
                finders(record.desk).organisations,
                named="organisation",
                create=new_organisation,
            )
        )
        self._where(record)
        self._getting_in(record)
        self.section(_("Entries held here"))
        self.add(self.used)

    def show_also(self, detail: PlaceDetail) -> None:
        if self.used.show_entries(detail.entries):
            self.order_tabs()

    def _where(self, record: Record) -> None:
        self.section(_("Where it is"))
        self.add(self.city)
        self.add(WordsField(record, "street", _("Street")))
        self.row(
            (CountryField(record, "country_code", _("Country")), 1),
            (ZoneField(record, "zone", _("Time zone")), 1),
        )
        self.row(
            (DecimalField(record, "latitude", _("Latitude"), -_POLE, _POLE, degrees=True), 1),
            (DecimalField(record, "longitude", _("Longitude"), -_HALF_TURN, _HALF_TURN, degrees=True), 1),
        )

    def _getting_in(self, record: Record) -> None:
        self.section(_("Getting in"))
        self.add(WordsField(record, "entrance", _("Entrance")))
        badge = NumberField(
            record, "badge_minutes", _("Minutes for badges"), 0, _DAY_MINUTES, step=_STEP_MINUTES
        )
        self.row((TextField(record, "holding_room", _("Holding room")), 1), (badge, 1))
        self.add(LongField(record, "access_rule", _("Access rule")))
        self.add(LongField(record, "phones_policy", _("Phones and cameras")))
        self.add(WordsField(record, "hospital", _("Nearest hospital")))


class PlaceInspector(RecordInspector):
    """Shows and edits one place; ``go`` opens an entry that is held there."""

    kind = PLACE
    tables = ("entry", "visit", "organisation")

    def view(self, row_id: str) -> Any:
        return self.desk.ask(place_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        sheet = PlaceSheet(record)
        sheet.used.wanted.connect(self._on_wanted)
        return sheet

    def deleted(self, name: str) -> str:
        left = len(self.record.shown.entries)
        if not left:
            return super().deleted(name)
        more = ngettext("{count} entry has no place now.", "{count} entries have no place now.", left)
        return f"{super().deleted(name)} {more.format(count=left)}"

    def heading(self, detail: PlaceDetail) -> str:
        where = (detail.city, country_name(detail.country_code))
        return " · ".join(part for part in where if part) or _("Place")

    def nothing(self) -> str:
        return _("Select a place to see and change it here.")

    def _on_wanted(self, entry_id: str) -> None:
        self.go.emit("entry", entry_id)
