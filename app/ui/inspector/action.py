"""The inspector of an action: who owes what to whom, by when, where it was promised, how far it has got."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.words import ActionState, Side
from app.planning.clock import today
from app.planning.finding import find_entries, find_topics
from app.planning.verbs.actions import delete_action, edit_action
from app.planning.views.actions import ActionDetail, action_detail
from app.planning.views.promised import CLOSED
from app.planning.views.visits import Choice
from app.ui.finding import finders
from app.ui.forms.day import DueField
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, TitleField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.words import MarkingField, WordField, vocabulary
from app.ui.inspector.by_name import new_organisation
from app.ui.inspector.candidates import MemberField
from app.ui.inspector.links import Link, Links
from app.ui.inspector.progress import Progress
from app.wording import _
from app.wording.actions import days_left
from app.wording.short import short


def action_act(column: str) -> str:
    """Return the words of undo for the change of a column of the action ``{name}``."""
    return {
        "text": _("Reword “{name}”"),
        "owed_by": _("Change who owes “{name}”"),
        "owner_id": _("Change the owner of “{name}”"),
        "owner_organisation_id": _("Change the owning organisation of “{name}”"),
        "counterpart_organisation_id": _("Change the counterpart of “{name}”"),
        "due_on": _("Change the day on which “{name}” is due"),
        "state": _("Change the state of “{name}”"),
        "entry_id": _("Change the meeting of “{name}”"),
        "topic_id": _("Change the topic of “{name}”"),
        "evidence": _("Change the evidence of “{name}”"),
        "marking": _("Change the marking of “{name}”"),
    }[column]


ACTION = Kind("action", edit_action, lambda action: short(action.text), action_act, delete_action)


class ActionSheet(Sheet):
    """The fields of an action. It may be of another visit than the one in view: then that one's are found."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self.words = TitleField(record, "text", _("Action"))
        self.origin = Links(_("Not tied to a meeting or topic."))
        self.progress = Progress(record)
        self.add(self.words)
        self.row(
            (WordField(record, "owed_by", _("Who owes it"), vocabulary(Side)), 1),
            (WordField(record, "state", _("State"), vocabulary(ActionState)), 1),
        )
        self.row(
            (DueField(record, "due_on", _("Due")), 1),
            (MarkingField(record, "marking", _("Marking")), 1),
        )
        self.add(MemberField(record, "owner_id", _("Owner"), "owner", self._who_owes, visit=self._visit))
        self.add(self._organisation("owner_organisation_id", _("Owning organisation"), "owner_organisation"))
        self.add(self._organisation("counterpart_organisation_id", _("Counterpart"), "counterpart"))
        self.section(_("Where it was promised"))
        self.add(PickField(record, "entry_id", _("Meeting"), self._entries, named="meeting"))
        self.add(PickField(record, "topic_id", _("Topic"), self._topics, named="topic"))
        self.add(self.origin)
        self.add(LongField(record, "evidence", _("Evidence")))
        self.section(_("Progress"))
        self.add(self.progress)

    def open(self, detail: ActionDetail, unfinished: Mapping[str, str]) -> None:
        super().open(detail, unfinished)
        self.progress.line.open(unfinished)

    def show_also(self, detail: ActionDetail) -> None:
        links = []
        if detail.entry_id:
            links.append(Link("meeting", detail.entry_id, _("Open the meeting")))
        if detail.topic_id:
            links.append(Link("topic", detail.topic_id, _("Open the topic")))
        moved = self.origin.show_links(links)
        moved |= self.progress.show_notes(detail)
        if moved:
            self.order_tabs()

    def leave(self) -> None:
        super().leave()
        self.progress.leave()

    def _organisation(self, column: str, label: str, named: str) -> PickField:
        found = finders(self._record.desk).organisations
        return PickField(self._record, column, label, found, named=named, create=new_organisation)

    # What is found: kept ready for the visit in view, else read

    def _who_owes(self) -> Side:
        side: Side = self._record.shown.owed_by
        return side

    def _visit(self) -> str:
        return str(self._record.shown.visit_id)

    def _entries(self, text: str) -> Sequence[Choice]:
        if self._in_view():
            return finders(self._record.desk).entries(text)
        return self._record.desk.ask(find_entries, self._record.shown.visit_id, text)

    def _topics(self, text: str) -> Sequence[Choice]:
        if self._in_view():
            return finders(self._record.desk).topics(text)
        return self._record.desk.ask(find_topics, self._record.shown.visit_id, text)

    def _in_view(self) -> bool:
        record = self._record
        return record.idle or record.shown.visit_id == record.desk.visit_id


class ActionInspector(RecordInspector):
    """Shows and edits one action; ``go`` opens the meeting or topic that it came of."""

    kind = ACTION
    tables = ("action_note", "entry", "topic", "member", "person", "organisation", "visit")

    def view(self, row_id: str) -> Any:
        return self.desk.ask(action_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        sheet = ActionSheet(record)
        sheet.origin.wanted.connect(self.go)
        sheet.progress.told.connect(self.told)
        return sheet

    def heading(self, detail: ActionDetail) -> str:
        left = None if detail.due_on is None else (detail.due_on - today()).days
        parts = (_("Action"), days_left(left, closed=detail.state in CLOSED), self._visit(detail))
        return " · ".join(part for part in parts if part)

    def nothing(self) -> str:
        return _("Select an action to see and change it here.")

    def _visit(self, detail: ActionDetail) -> str:
        return "" if detail.visit_id == self.desk.visit_id else detail.visit
