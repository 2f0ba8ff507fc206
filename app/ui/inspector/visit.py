"""The inspector of a visit: what it is for, when it is, who leads it."""

from app.domain.words import VisitState
from app.planning.finding import find_organisations, find_people
from app.planning.verbs.visits import edit_visit
from app.planning.views.visit import VisitDetail, visit_detail
from app.reference.spots import SpotKind
from app.ui.forms.city import CityField
from app.ui.forms.day import DayField
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, TitleField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.words import MarkingField, WordField, vocabulary
from app.ui.forms.zones import ZoneField
from app.ui.inspector.by_name import new_person
from app.wording import _
from app.wording.dates import days
from app.wording.names import word_name


def _act(column: str) -> str:
    acts = {
        "title": _("Rename the visit “{name}”"),
        "purpose": _("Change the purpose of “{name}”"),
        "objectives": _("Change the objectives of “{name}”"),
        "desired_outcomes": _("Change the desired outcomes of “{name}”"),
        "state": _("Change the state of “{name}”"),
        "starts_on": _("Change the days of “{name}”"),
        "ends_on": _("Change the days of “{name}”"),
        "principal_id": _("Change the principal of “{name}”"),
    }
    return acts.get(column, _("Change the visit “{name}”"))


class VisitSheet(Sheet):
    """The fields of a visit."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        desk = record.desk
        self.title = TitleField(record, "title", _("Title"))
        self.state = WordField(record, "state", _("State"), vocabulary(VisitState))
        self.marking = MarkingField(record, "marking", _("Marking"))
        self.starts = DayField(record, "starts_on", _("First day"))
        self.ends = DayField(record, "ends_on", _("Last day"))
        self.principal = PickField(
            record,
            "principal_id",
            _("Principal"),
            lambda text: desk.ask(find_people, text),
            "principal",
            create=new_person,
        )
        self.organisation = PickField(
            record,
            "organisation_id",
            _("Our organisation"),
            lambda text: desk.ask(find_organisations, text),
            "organisation",
        )
        home = {"home_city": "name", "home_zone": "zone"}
        self.city = CityField(record, "home_city", _("Home city"), home, kinds=(SpotKind.CITY,))
        self.zone = ZoneField(record, "home_zone", _("Home time zone"))
        self.purpose = LongField(record, "purpose", _("Purpose"))
        self.objectives = LongField(record, "objectives", _("Objectives"))
        self.outcomes = LongField(record, "desired_outcomes", _("Desired outcomes"))
        self.steering = LongField(record, "steering", _("Steering brief"))
        self.disclaimer = LongField(record, "disclaimer", _("Disclaimer"))
        self.add(self.title)
        self.row((self.state, 1), (self.marking, 1))
        self.row((self.starts, 1), (self.ends, 1))
        self.row((self.principal, 1), (self.organisation, 1))
        self.row((self.city, 1), (self.zone, 1))
        self.section(_("What it is for"))
        for field in (self.purpose, self.objectives, self.outcomes, self.steering, self.disclaimer):
            self.add(field)


class VisitInspector(RecordInspector):
    """Shows and edits one visit."""

    kind = Kind("visit", edit_visit, lambda row: row.title, _act)
    tables = ("person", "organisation")

    def view(self, row_id: str) -> VisitDetail:
        return self.desk.ask(visit_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        return VisitSheet(record)

    def heading(self, detail: VisitDetail) -> str:
        return f"{word_name(detail.state)} · {days(detail.starts_on, detail.ends_on)}"

    def nothing(self) -> str:
        return _("Choose a visit to see and change it here.")
