"""The inspector of a precedent: who did what together, when, what it taught, and who points at it."""

from typing import Any

from PySide6.QtCore import Signal, Slot

from app.domain.errors import AideError
from app.domain.words import Area
from app.planning.new_row import with_new_row
from app.planning.verbs.precedents import (
    add_precedent_party,
    delete_precedent,
    delete_precedent_party,
    edit_precedent,
    edit_precedent_party,
)
from app.planning.views.precedents import PrecedentDetail, PrecedentPart, precedent_detail
from app.ui.finding import finders
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, TitleField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.text import TextField
from app.ui.forms.words import WordField, vocabulary
from app.ui.inspector.by_name import new_organisation
from app.ui.inspector.cards import Cards, CardSheet
from app.ui.inspector.links import Link, Links
from app.ui.inspector.organisation_box import OrganisationBox
from app.ui.inspector.people_acts import precedent_act, precedent_party_act
from app.wording import _
from app.wording.errors import sentence
from app.wording.names import word_name
from app.wording.precedents import left_without
from app.wording.short import short

PRECEDENT = Kind(
    "precedent",
    edit_precedent,
    lambda precedent: short(precedent.title),
    precedent_act,
    delete_precedent,
)
_PART = Kind(
    "precedent_party", edit_precedent_party, lambda part: str(part.organisation), precedent_party_act
)


class PartSheet(CardSheet):
    """The part of one organisation in a precedent."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        found = finders(record.desk).organisations
        self.add(
            PickField(
                record,
                "organisation_id",
                _("Party"),
                found,
                named="organisation",
                create=new_organisation,
            )
        )
        self.add(TextField(record, "contribution", _("What it contributed")))


class PrecedentSheet(Sheet):
    """The fields of a precedent. ``told`` says what went wrong with a party."""

    told = Signal(str, bool)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        desk = record.desk
        self.title = TitleField(record, "title", _("Precedent"))
        self.parties = Cards(
            desk,
            _PART,
            PartSheet,
            add_words=_("Add party"),
            remove_words=_("Remove this party"),
            none_words=_("No party yet: with its parties it is suggested to topics that concern them."),
        )
        self.new_party = OrganisationBox(
            desk, self._add_party, _("Which organisation?"), name=_("Organisation of the new party")
        )
        self.topics = Links(_("No topic points at it yet."))
        self._lay_out(record)
        self.parties.add_wanted.connect(self._on_add)
        self.parties.removed.connect(self._on_remove)
        self.new_party.refused.connect(self._refuse)

    def _lay_out(self, record: Record) -> None:
        self.add(self.title)
        years = TextField(record, "years", _("Years"), hint=_("Such as: 2016–2024"))
        self.row((WordField(record, "area", _("Area"), vocabulary(Area)), 3), (years, 2))
        self.add(LongField(record, "description", _("What it was")))
        self.add(LongField(record, "lesson", _("Lesson")))
        self.add(LongField(record, "source", _("Source")))
        self.section(_("Parties"))
        self.add(self.parties)
        self.add(self.new_party)
        self.section(_("Topics that point at it"))
        self.add(self.topics)

    def show_also(self, detail: PrecedentDetail) -> None:
        links = [Link("topic", at.id, f"{at.title} · {at.visit}") for at in detail.topics]
        moved = [self.parties.show_rows(detail.parties), self.topics.show_links(links)]
        if any(moved):
            self.order_tabs()

    def leave(self) -> None:
        super().leave()
        self.parties.leave()

    @Slot()
    def _on_add(self) -> None:
        self.new_party.begin()

    def _add_party(self, organisation: str, organisation_id: str) -> None:
        """Add a party; without an id, the organisation is made of its name in the same step."""
        precedent: PrecedentDetail = self._record.shown
        label = _("Add {organisation} to the parties of “{title}”")
        label = label.format(organisation=organisation, title=short(precedent.title))

        def took_part(session: Any, row_id: str) -> str:
            return add_precedent_party(session, precedent.id, organisation_id=row_id)

        desk = self._record.desk
        if organisation_id:
            part_id = desk.do(label, took_part, organisation_id)
        else:
            part_id = desk.do(label, with_new_row, new_organisation(organisation), took_part)
        self.parties.begin(part_id)

    @Slot(object)
    def _on_remove(self, part: PrecedentPart) -> None:
        words = {"organisation": part.organisation, "title": short(self._record.shown.title)}
        label = _("Remove {organisation} from the parties of “{title}”").format(**words)
        try:
            self._record.desk.do(label, delete_precedent_party, part.id)
        except AideError as error:
            self._refuse(error)
            return
        self.told.emit(_("Removed {organisation} from the parties of “{title}”.").format(**words), True)

    @Slot(object)
    def _refuse(self, error: AideError) -> None:
        self.told.emit(sentence(error), False)


class PrecedentInspector(RecordInspector):
    """Shows and edits one precedent; ``go`` opens a topic that points at it."""

    kind = PRECEDENT
    tables = ("precedent_party", "organisation", "topic_precedent", "topic", "visit")

    def view(self, row_id: str) -> Any:
        return self.desk.ask(precedent_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        sheet = PrecedentSheet(record)
        sheet.told.connect(self.told)
        sheet.topics.wanted.connect(self.go)
        return sheet

    def heading(self, detail: PrecedentDetail) -> str:
        return f"{_('Precedent')} · {word_name(detail.area)}"

    def deleted(self, name: str) -> str:
        left = len(self.record.shown.topics)
        said = super().deleted(name)
        return f"{said} {left_without(left)}" if left else said

    def nothing(self) -> str:
        return _("Select a precedent to see and change it here.")
