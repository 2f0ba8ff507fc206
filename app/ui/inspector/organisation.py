"""The inspector of an organisation: what it is called, what stands above and below it, who is there."""

from typing import Any

from app.planning.clock import today
from app.planning.verbs.organisations import delete_organisation, edit_organisation
from app.planning.views.organisations import OrganisationDetail, organisation_detail
from app.ui.finding import finders
from app.ui.forms.country import CountryField
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, TitleField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.inspector.by_name import new_organisation
from app.ui.inspector.links import Link, Links
from app.ui.inspector.people_acts import organisation_act
from app.wording import _
from app.wording.countries import country_name

ORGANISATION = Kind(
    "organisation",
    edit_organisation,
    lambda organisation: str(organisation.name),
    organisation_act,
    delete_organisation,
)


class OrganisationSheet(Sheet):
    """The fields of an organisation."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.name = TitleField(record, "name", _("Name"))
        self.below = Links(_("Nothing stands below it."))
        self.people = Links(_("Nobody with a post here yet."))
        self.add(self.name)
        self.add(TextField(record, "native_name", _("Name in its own language")))
        self.row(
            (TextField(record, "acronym", _("Acronym")), 1),
            (CountryField(record, "country_code", _("Country")), 1),
        )
        self.add(
            PickField(
                record,
                "parent_id",
                _("Part of"),
                finders(record.desk).organisations,
                named="parent",
                create=new_organisation,
            )
        )
        self.row((TextField(record, "city", _("City")), 1), (TextField(record, "website", _("Website")), 1))
        self.add(LongField(record, "profile", _("Profile")))
        self.section(_("People"))
        self.add(self.people)
        self.section(_("Below it"))
        self.add(self.below)

    def show_also(self, detail: OrganisationDetail) -> None:
        people = [
            Link("person", one.id, " · ".join(part for part in (one.name, one.title) if part))
            for one in detail.people
        ]
        below = [Link("organisation", row_id, name) for row_id, name in detail.below]
        changed = [self.people.show_links(people), self.below.show_links(below)]
        if any(changed):
            self.order_tabs()


class OrganisationInspector(RecordInspector):
    """Shows and edits one organisation; ``go`` opens its page, its people, and those below it."""

    kind = ORGANISATION
    tables = ("organisation", "post", "person")

    def view(self, row_id: str) -> Any:
        return self.desk.ask(organisation_detail, row_id, today())

    def make_sheet(self, record: Record) -> Sheet:
        sheet = OrganisationSheet(record)
        sheet.people.wanted.connect(self.go)
        sheet.below.wanted.connect(self.go)
        return sheet

    def page(self) -> tuple[str, str]:
        return _("Open its page"), "organisation_page"

    def heading(self, detail: OrganisationDetail) -> str:
        where = (detail.acronym, detail.city, country_name(detail.country_code))
        return " · ".join(part for part in where if part) or _("Organisation")

    def nothing(self) -> str:
        return _("Select an organisation to see and change it here.")
