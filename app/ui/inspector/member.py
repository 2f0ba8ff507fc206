"""The inspector of a member: title, duty, side, place in the order, days, and the entries of the member."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.words import Side
from app.planning.verbs.members import delete_member, edit_member
from app.planning.verbs.precedence import set_precedence
from app.planning.views.delegation import EntryOf, MemberDetail, member_detail
from app.ui.finding import finders
from app.ui.forms.day import DayField
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import WordsField
from app.ui.forms.numbers import NumberField
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.forms.words import WordField, vocabulary
from app.ui.inspector.by_name import new_organisation
from app.ui.inspector.links import Link, Links
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, TitleLabel
from app.wording import _, dates
from app.wording.names import word_name

_LAST = 9999


def member_act(column: str) -> str:
    """Return the words of undo for the change of a column of the member ``{name}``."""
    return {
        "title": _("Change the title of {name}"),
        "native_title": _("Change the title of {name}"),
        "organisation_id": _("Change the organisation of {name}"),
        "duty": _("Change the duty of {name}"),
        "side": _("Change the side of {name}"),
        "precedence": _("Move {name} in the order of precedence"),
        "precedence_reason": _("Change the reason for the place of {name}"),
        "joins_on": _("Change the days of {name}"),
        "leaves_on": _("Change the days of {name}"),
    }[column]


MEMBER = Kind("member", edit_member, lambda member: str(member.name), member_act, delete_member)


class PlaceField(NumberField):
    """The place in the order. Another than that of the rule waits for its reason in the field beside it."""

    def __init__(self, record: Record) -> None:
        super().__init__(record, "precedence", _("Place"), 1, _LAST)
        self.reason: ReasonField | None = None

    def write(self, value: Any) -> None:
        assert self.reason is not None
        self._record.act("precedence", set_precedence, precedence=value, reason=self.reason.for_place(value))

    def set_fault(self, error: AideError | None) -> None:
        # A reason that is wanting is said where it is to be written.
        wanting = error is not None and error.code == "reason_needed"
        super().set_fault(None if wanting else error)
        if self.reason is not None and (wanting or not self.reason.dirty):
            self.reason.set_fault(error if wanting else None)


class ReasonField(WordsField):
    """Why the place is not that of the rule; a place that waits for the reason is saved with it."""

    def __init__(self, record: Record, place: PlaceField) -> None:
        super().__init__(record, "precedence_reason", _("Reason, if not by rank"))
        self._place = place
        place.reason = self

    def for_place(self, place: int) -> str:
        """Return the reason that goes with a place: none with that of the rule."""
        return "" if place == self._record.shown.computed and not self.dirty else self.text()

    def leave(self) -> bool:
        if not self.dirty and self._place.dirty and self.error():
            return False  # the place still waits
        return super().leave()

    def write(self, value: str) -> None:
        place = self._place.value(self._place.text()) if self._place.dirty else None
        wanted = self._record.shown.precedence if place is None else place
        self._record.act("precedence_reason", set_precedence, precedence=wanted, reason=value)
        self._place.take_back()


class MemberSheet(Sheet):
    """The fields of a member, and below them the entries."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self.name = TitleLabel(small=True, wrap=True)
        self.native = MutedLabel(wrap=True)
        self.person = PlainButton(_("Go to the person"), icon_name="user", role="link")
        names = QWidget()
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(self.native)
        self.add(names)
        self.add(self.person, alone=True)
        self.add(WordsField(record, "title", _("Title")))
        self.add(WordsField(record, "native_title", _("Title in their own language")))
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
        self.row(
            (WordField(record, "side", _("Side"), vocabulary(Side)), 2),
            (WordsField(record, "duty", _("Duty")), 3),
        )
        self.row(
            (DayField(record, "joins_on", _("Joins"), near=self._near), 1),
            (DayField(record, "leaves_on", _("Leaves"), near=self._near), 1),
        )
        self.beyond = PlainLabel("", wrap=True, tone="warn")
        self.add(self.beyond)
        self._order(record)
        self.section(_("Entries"))
        self.entries = Links(_("At no entry yet."))
        self.add(self.entries)

    def _order(self, record: Record) -> None:
        self.section(_("Order of precedence"))
        self.place = PlaceField(record)
        self.reason = ReasonField(record, self.place)
        self.row((self.place, 1), (self.reason, 3))
        self.rule = MutedLabel(wrap=True)
        self.by_rule = PlainButton(_("Back to the place by rank"), role="link")
        self.by_rule.clicked.connect(self._to_rule)
        self.add(self.rule)
        self.add(self.by_rule, alone=True)

    def show_also(self, detail: MemberDetail) -> None:
        self.name.setText(detail.name)
        self.native.setText(detail.native_name)
        self.native.setVisible(bool(detail.native_name))
        beyond = _beyond(detail)
        self.beyond.setText(beyond)
        self.beyond.setVisible(bool(beyond))
        said = [_("By rank and post: place {place}.").format(place=detail.computed)]
        if detail.tied:
            said.append(_("Tied with another: only the name decides."))
        self.rule.setText(" ".join(said))
        off = bool(detail.precedence_reason) or detail.precedence != detail.computed
        self.by_rule.setVisible(off and not self._record.desk.read_only)
        links = [Link("entry", each.id, _entry_words(each)) for each in detail.entries]
        if self.entries.show_links(links):
            self.order_tabs()

    def _near(self) -> Any:
        shown: MemberDetail = self._record.shown
        return shown.joins_on or shown.leaves_on or shown.starts_on

    @Slot()
    def _to_rule(self) -> None:
        shown: MemberDetail = self._record.shown
        for field in (self.place, self.reason):
            field.take_back()
        try:
            self._record.act("precedence", set_precedence, precedence=shown.computed, reason="")
        except AideError as error:
            self.place.set_fault(error)


def _beyond(member: MemberDetail) -> str:
    """Return that a member joins or leaves on a day outside of the visit; nothing where both are in it."""
    days = (member.joins_on, member.leaves_on)
    if all(on is None or member.starts_on <= on <= member.ends_on for on in days):
        return ""
    span = dates.days(member.starts_on, member.ends_on)
    return _("That is outside of the visit ({days}).").format(days=span)


def _entry_words(entry: EntryOf) -> str:
    when = f"{dates.day(entry.start_wall.date())}, {dates.clock(entry.start_wall)}"
    return f"{when} · {entry.title} · {word_name(entry.role)}"


class MemberInspector(RecordInspector):
    """Shows and edits one member; ``go`` opens the person, or an entry."""

    kind = MEMBER
    tables = (
        "member",
        "person",
        "post",
        "organisation",
        "participation",
        "entry",
        "visit",
    )

    def view(self, row_id: str) -> MemberDetail:
        return self.desk.ask(member_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        sheet = MemberSheet(record)
        sheet.entries.wanted.connect(self.go)
        sheet.person.clicked.connect(self._go_to_person)
        return sheet

    def heading(self, detail: MemberDetail) -> str:
        return " · ".join(part for part in (word_name(detail.side), detail.organisation) if part)

    def nothing(self) -> str:
        return _("Select a member to see and change them here.")

    @Slot()
    def _go_to_person(self) -> None:
        if not self.record.idle:
            self.go.emit("person", self.record.shown.person_id)
