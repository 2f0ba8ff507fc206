"""The inspector of a person: names in both scripts, posts, how to reach them, what is known of them."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import AideError
from app.planning.new_row import with_new_row
from app.planning.verbs.persons import delete_person, edit_person
from app.planning.verbs.posts import create_post, delete_post
from app.planning.views.persons import PersonDetail, PersonPromise, PostLine, person_detail
from app.ui.acting import done
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField
from app.ui.forms.named import TonguesField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.forms.ticks import TickField
from app.ui.inspector.by_name import new_organisation
from app.ui.inspector.links import Link, Links
from app.ui.inspector.organisation_box import OrganisationBox
from app.ui.inspector.people_acts import person_act
from app.ui.inspector.picture import PicturePart
from app.ui.inspector.posts import make_posts
from app.ui.inspector.restricted import RestrictedPart
from app.ui.widgets.labels import MutedLabel
from app.wording import _
from app.wording.dates import day_with_year
from app.wording.errors import sentence
from app.wording.language_names import languages_named
from app.wording.names import word_name

PERSON = Kind("person", edit_person, lambda person: str(person.name), person_act, delete_person)


class PersonSheet(Sheet):
    """The fields of a person. ``told`` says what went wrong in a part."""

    told = Signal(str, bool)

    def __init__(self, record: Record, files: FileChooser) -> None:
        super().__init__()
        self._record = record
        desk = record.desk
        self.picture = PicturePart(desk, files)
        self.posts = make_posts(desk)
        self.new_post = OrganisationBox(
            desk, self._add_post, _("At which organisation?"), name=_("Organisation of the new post")
        )
        self.visits = Links(_("In no delegation yet."))
        self.promises = Links(_("Owes nothing."))
        self.restricted = RestrictedPart(desk, PERSON)
        self.family_name = TextField(record, "family_name", _("Family name"))
        self._names(record)
        self.section(_("Posts"))
        self.add(self.posts)
        self.add(self.new_post)
        self.section(_("Contact"))
        self.add(TextField(record, "email", _("E-mail")))
        self.add(TextField(record, "phone", _("Office phone")))
        self.section(_("About"))
        self.add(LongField(record, "biography", _("Biography")))
        self.section(_("Visits"))
        self.add(self.visits)
        self.section(_("Promises"))
        self.add(self.promises)
        self.section(_("Restricted"))
        self.add(self.restricted)
        self.posts.add_wanted.connect(self._on_add)
        self.posts.removed.connect(self._on_remove)
        self.new_post.refused.connect(self._refuse)
        self.restricted.turned.connect(self.order_tabs)
        for part in (self.picture, self.restricted):
            part.told.connect(self.told)

    def _names(self, record: Record) -> None:
        self.add(self.picture)
        self.add(self.family_name)
        self.add(TextField(record, "given_name", _("Given name")))
        self.add(TickField(record, "family_name_first", _("Family name first")))
        self.row(
            (TextField(record, "native_name", _("Name in their own script")), 1),
            (TextField(record, "pronunciation", _("Pronunciation")), 1),
        )
        languages = TonguesField(record, "languages", _("Languages"), hint=_("Such as: ko, en, fr"))
        self.languages = MutedLabel(wrap=True)
        languages.add_below(self.languages)
        self.row(
            (TextField(record, "form_of_address", _("Form of address")), 1),
            (languages, 1),
        )

    def show_also(self, detail: PersonDetail) -> None:
        self.picture.show_person(detail)
        self.restricted.show_person(detail)
        named = languages_named(detail.languages)
        self.languages.setText(named)
        self.languages.setVisible(named != detail.languages)
        links = [
            Link("visit", visit.visit_id, f"{visit.title} · {day_with_year(visit.starts_on)}")
            for visit in detail.visits
        ]
        changed = [
            self.posts.show_rows(detail.posts),
            self.visits.show_links(links),
            self.promises.show_links([_promise(each) for each in detail.promises]),
        ]
        if any(changed):
            self.order_tabs()

    def leave(self) -> None:
        super().leave()
        self.posts.leave()
        self.restricted.leave()

    @Slot()
    def _on_add(self) -> None:
        self.new_post.begin()

    def _add_post(self, organisation: str, organisation_id: str) -> None:
        """Add a post at an organisation; without an id, one is made of the name in the same step."""
        person = self._record.shown
        label = _("Add a post of {name} at “{organisation}”")
        label = label.format(name=person.name, organisation=organisation)

        def post_at(session: Any, row_id: str) -> str:
            return create_post(session, person.id, organisation_id=row_id)

        desk = self._record.desk
        if organisation_id:
            post_id = desk.do(label, post_at, organisation_id)
        else:
            post_id = desk.do(label, with_new_row, new_organisation(organisation), post_at)
        self.posts.begin(post_id)

    @Slot(object)
    def _refuse(self, error: AideError) -> None:
        self.told.emit(sentence(error), False)

    @Slot(object)
    def _on_remove(self, post: PostLine) -> None:
        name = self._record.shown.name
        label = _("Remove the post “{post}” of {name}").format(post=post.name, name=name)
        if done(self._record.desk, self.told, label, delete_post, post.id):
            self.told.emit(_("Removed the post “{post}” of {name}.").format(post=post.name, name=name), True)


def _promise(promise: PersonPromise) -> Link:
    due = day_with_year(promise.due_on) if promise.due_on else ""
    parts = (due, word_name(promise.state), " ".join(promise.text.split()))  # what is too long ends in dots
    return Link("action", promise.id, " · ".join(part for part in parts if part))


class PersonInspector(RecordInspector):
    """Shows and edits one person; ``go`` opens a visit of theirs, or an action that they owe."""

    kind = PERSON
    tables = ("post", "organisation", "member", "visit", "travel_document", "visa", "action")

    def __init__(self, desk: Desk, parent: QWidget | None = None, files: FileChooser | None = None) -> None:
        self._files = files or FileChooser()
        super().__init__(desk, parent)

    def view(self, row_id: str) -> Any:
        return self.desk.ask(person_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        sheet = PersonSheet(record, self._files)
        sheet.told.connect(self.told)
        sheet.visits.wanted.connect(self.go)
        sheet.promises.wanted.connect(self.go)
        return sheet

    def heading(self, detail: PersonDetail) -> str:
        post = detail.posts[0] if detail.posts else None
        parts = (post.title, post.organisation) if post is not None else (_("Person"),)
        return " · ".join(part for part in parts if part)

    def nothing(self) -> str:
        return _("Select a person to see and change them here.")
