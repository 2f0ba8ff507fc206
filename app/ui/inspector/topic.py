"""The inspector of a topic: what we want, what they may say, where it is raised, what came of it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.words import Area, Side
from app.planning.verbs.actions import create_action
from app.planning.verbs.topics import delete_topic, edit_topic, set_topic_organisations
from app.planning.views.topics import TopicDetail, topic_detail
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.finding import finders
from app.ui.forms.guarded import GuardedField
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, TitleField
from app.ui.forms.record import Kind, Record
from app.ui.forms.row_chips import RowChips
from app.ui.forms.sheet import Sheet
from app.ui.forms.words import MarkingField, WordField, vocabulary
from app.ui.inspector.by_name import new_organisation
from app.ui.inspector.candidates import MemberField, ours
from app.ui.inspector.files_panel import FilesPanel, of_topic
from app.ui.inspector.follow_ups import FollowUps
from app.ui.inspector.precedents import PrecedentChips
from app.ui.inspector.raised_at import RaisedTable
from app.ui.widgets.drops import FileDrops
from app.wording import _
from app.wording.names import word_name
from app.wording.short import short


def topic_act(column: str) -> str:
    """Return the words of undo for the change of a column of the topic ``{name}``."""
    return {
        "title": _("Rename “{name}”"),
        "area": _("Change the area of “{name}”"),
        "marking": _("Change the marking of “{name}”"),
        "owner_id": _("Change the owner of “{name}”"),
        "objective": _("Change the objective of “{name}”"),
        "ask": _("Change what we ask for in “{name}”"),
        "offer": _("Change what we offer in “{name}”"),
        "background": _("Change the background of “{name}”"),
        "likely_position": _("Change their likely position on “{name}”"),
        "red_line": _("Change the red line of “{name}”"),
        "if_raised": _("Change what is said if “{name}” is raised"),
        "organisations": _("Change the organisations of “{name}”"),
        "precedents": _("Change the precedents of “{name}”"),
    }.get(column, _("Change a marking in “{name}”"))


TOPIC = Kind("topic", edit_topic, lambda topic: short(topic.title), topic_act, delete_topic)


class TopicSheet(Sheet):
    """The fields of a topic; ``wide`` puts what is around it beside what is said of it."""

    def __init__(self, record: Record, files: FileChooser, *, wide: bool = False) -> None:
        super().__init__()
        self._record = record
        self._wide = wide
        read_only = record.desk.read_only
        found = finders(record.desk)
        self.title = TitleField(record, "title", _("Topic"))
        self.organisations = RowChips(
            _("Related organisations"),
            _("Add an organisation"),
            found.organisations,
            self._set_organisations,
            self._add_new_organisation,
            read_only=read_only,
        )
        self.precedents = PrecedentChips(record)
        self.raised = RaisedTable()
        self.follow_ups = FollowUps(record, self._add_action)
        self.files = FilesPanel(record.desk, of_topic(), files)
        self._lay_out(record)
        if not read_only:  # wherever a file is let go, it is meant for the topic
            drops = FileDrops(self, lit=self.files)
            texts = (text.viewport() for text in self.findChildren(QPlainTextEdit))
            drops.also(*self.findChildren(QLineEdit), *texts)
            drops.landed.connect(self._take_files)

    def open(self, detail: TopicDetail, unfinished: Mapping[str, str]) -> None:
        super().open(detail, unfinished)
        self.follow_ups.line.open(unfinished)

    def leave(self) -> None:
        super().leave()
        self.follow_ups.line.leave()

    def show_also(self, detail: TopicDetail) -> None:
        moved = self.organisations.show_rows(detail.organisations)
        moved |= self.precedents.show_rows(detail.precedents)
        moved |= self.raised.show_meetings(detail.raised)
        moved |= self.follow_ups.show_actions(detail.actions)
        moved |= self.files.show_files(detail.id)
        if moved:
            self.order_tabs()

    def _lay_out(self, record: Record) -> None:
        area = WordField(record, "area", _("Area"), vocabulary(Area))
        marking = MarkingField(record, "marking", _("Marking"))
        owner = MemberField(
            record,
            "owner_id",
            _("Owner"),
            "owner",
            ours,
            among=Side.OURS,
            placeholder=_("Who keeps it in hand"),
        )
        self.add(self.title)
        if self._wide:
            said, around = self.split(2, 1)
            said.row((area, 3), (marking, 2), (owner, 3))
        else:
            said = around = self
            self.row((area, 1), (marking, 1))
            self.add(owner)
        said.add(LongField(record, "objective", _("Our objective")))
        self._pair(said, LongField(record, "ask", _("Our ask")), LongField(record, "offer", _("Our offer")))
        theirs = GuardedField(record, "likely_position", _("Their likely position"))
        red_line = GuardedField(record, "red_line", _("Red line"))
        if self._wide:
            self._pair(said, theirs, red_line)
        else:
            said.add(theirs)
            said.add(red_line)
        said.add(GuardedField(record, "if_raised", _("If they raise it")))
        said.add(LongField(record, "background", _("Background")))
        around.add(self.organisations)
        around.add(self.precedents)
        for title, part in (
            (_("Raised at"), self.raised),
            (_("Follow-up"), self.follow_ups),
            (_("Files"), self.files),
        ):
            around.section(title)
            around.add(part)

    @staticmethod
    def _pair(sheet: Sheet, left: LongField, right: LongField) -> None:
        left.share_height(right)
        sheet.row((left, 1), (right, 1))

    @Slot(list)
    def _take_files(self, paths: list[Path]) -> None:
        if not self._record.idle:
            self.files.take_files(paths)

    def _set_organisations(self, ids: list[str]) -> None:
        self._record.act("organisations", set_topic_organisations, organisation_ids=ids)

    def _add_new_organisation(self, name: str, ids: list[str]) -> None:
        def fields(new_id: str) -> dict[str, list[str]]:
            return {"organisation_ids": [*ids, new_id]}

        self._record.act_on_new("organisations", new_organisation(name), fields, set_topic_organisations)

    def _add_action(self, text: str) -> None:
        topic: TopicDetail = self._record.shown
        label = _("Add an action on “{name}”").format(name=short(topic.title))
        verb = partial(create_action, visit_id=topic.visit_id, text=text, topic_id=topic.id)
        self._record.desk.do(label, verb)


class TopicInspector(RecordInspector):
    """Shows and edits one topic; ``go`` opens a meeting where it is raised, or an action that came of it."""

    kind = TOPIC
    tables = (
        *("agenda_item", "entry", "action", "member", "person", "visit"),
        *(
            "organisation",
            "topic_organisation",
            "precedent",
            "precedent_party",
            "topic_precedent",
            "attachment",
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None, files: FileChooser | None = None) -> None:
        self._files = files or FileChooser()
        super().__init__(desk, parent)

    def view(self, row_id: str) -> Any:
        return self.desk.ask(topic_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        sheet = TopicSheet(record, self._files, wide=self.is_wide())
        sheet.raised.wanted.connect(self.go)
        sheet.follow_ups.wanted.connect(self._on_action)
        sheet.files.go.connect(self.go)
        for part in (sheet.organisations, sheet.precedents, sheet.files):
            part.told.connect(self.told)
        return sheet

    def is_wide(self) -> bool:
        """Whether fields stand beside each other."""
        return False

    def page(self) -> tuple[str, str]:
        return _("Open the topic"), "topic_page"

    def heading(self, detail: TopicDetail) -> str:
        return f"{_('Topic')} · {word_name(detail.area)}"

    def nothing(self) -> str:
        return _("Select a topic to see and change it here.")

    def _on_action(self, action_id: str) -> None:
        self.go.emit("action", action_id)
