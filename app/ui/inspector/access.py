"""The inspector of an access request: what is asked for, by when, of whom, and what came back."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.access import last_day_to_send
from app.domain.errors import AideError
from app.domain.words import AccessState
from app.planning.clock import today
from app.planning.verbs.access import (
    answer_access_request,
    delete_access_request,
    edit_access_request,
    reopen_access_request,
    send_access_request,
)
from app.planning.views.access import AccessRow, access_detail
from app.planning.views.entry import entry_detail
from app.planning.views.visit import visit_detail
from app.reference.holidays import has_holidays, is_holiday
from app.ui.finding import finders
from app.ui.forms.day import DayField
from app.ui.forms.inspector import RecordInspector
from app.ui.forms.long_text import LongField, WordsField
from app.ui.forms.number_text import read_whole
from app.ui.forms.pick import PickField
from app.ui.forms.record import Kind, Record
from app.ui.forms.sheet import Sheet
from app.ui.inspector.access_people import NamedPeople
from app.ui.inspector.asked import AskedChips
from app.ui.inspector.by_name import new_place
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.field import FieldBox
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.ui.widgets.line import Line
from app.wording import _, dates
from app.wording.access import days_left, overdue
from app.wording.countries import country_name
from app.wording.errors import sentence
from app.wording.names import word_name

_MOST_DAYS = 250
_USUAL_DAYS = 10


def _name(row: AccessRow) -> str:
    return row.place or row.entry or _("Access request")


def _act(column: str) -> str:
    acts = {
        "asks_for": _("Change what {name} asks for"),
        "due_on": _("Change the last day to send to {name}"),
        "send": _("Mark the request to {name} as sent"),
        "answer_state": _("Enter the answer of {name}"),
        "reopen": _("Mark the request to {name} as to be sent"),
    }
    return acts.get(column, _("Change the request to {name}"))


class AccessSheet(Sheet):
    """The fields of a request. ``told`` carries a sentence and whether undo takes back what it tells."""

    told = Signal(str, bool)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        found = finders(record.desk)
        self.place = PickField(
            record, "place_id", _("Site"), found.places, named="place", create=self._new_place
        )
        self.entry = PickField(record, "entry_id", _("Entry"), found.entries, named="entry")
        self.chips = AskedChips(record)
        self.asks_for = WordsField(record, "asks_for", _("As it is written and printed"))
        self.due = DayField(record, "due_on", _("Last day to send"), near=self._near)
        self.left = PlainLabel("")
        self.lead = Line()
        self.lead.setText(str(_USUAL_DAYS))
        self._lead_box = FieldBox(_("Working days before"), self.lead)
        self.suggest = PlainButton(_("Suggest the last day"))
        self._rule = MutedLabel("", wrap=True)
        self._state = PlainLabel("", wrap=True)
        self.send = PlainButton(_("Mark as sent"), icon_name="check")
        self.grant = PlainButton(_("Granted"))
        self.refuse = PlainButton(_("Refused"))
        self.reopen = PlainButton(_("Send again"))
        self.answer = LongField(record, "answer", _("Answer of the site"))
        self.people = NamedPeople(record)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add(self.place)
        self.add(self.entry)
        self.section(_("What is asked for"))
        self.add(self.chips)
        self.add(self.asks_for)
        self.section(_("When"))
        self.row((self.due, 3), (self._lead_box, 2))
        self.add(self.left)
        self.add(self.suggest, alone=True)
        self.add(self._rule)
        self.section(_("State"))
        self.add(self._state)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in (self.send, self.grant, self.refuse, self.reopen):
            flow.addWidget(button)
        self.add(buttons)
        self.add(self.answer)
        self.section(_("People named"))
        self.add(self.people)

    def _connect(self) -> None:
        self.suggest.clicked.connect(self._suggest)
        self.lead.returnPressed.connect(self._suggest)
        self.lead.textEdited.connect(self._forgive)
        self.send.clicked.connect(self._send)
        self.grant.clicked.connect(self._grant)
        self.refuse.clicked.connect(self._refuse)
        self.reopen.clicked.connect(self._reopen)
        self.chips.refused.connect(self._tell)
        self.people.refused.connect(self._tell)

    def show_also(self, detail: AccessRow) -> None:
        self.chips.show_words(detail.asks_for)
        self.people.show_request(detail)
        self.left.setText(days_left(detail.state, detail.due_on, today()))
        self.left.setVisible(bool(self.left.text()))
        self.left.set_tone("bad" if overdue(detail.state, detail.due_on, today()) else "muted")
        self._rule.setText(
            _counting(detail, detail.start_wall.date())
            if detail.start_wall
            else _("Choose the entry, and the last day can be counted back from it.")
        )
        self._state.setText(_state_words(detail))
        writable = not self._record.desk.read_only
        self.suggest.setEnabled(writable and detail.start_wall is not None)
        waiting = detail.state is AccessState.TO_SEND
        self.send.setVisible(writable and waiting)
        self.grant.setVisible(writable and not waiting and detail.state is not AccessState.GRANTED)
        self.refuse.setVisible(writable and not waiting and detail.state is not AccessState.REFUSED)
        self.reopen.setVisible(writable and not waiting)

    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        self.chips.set_read_only(read_only=read_only)
        self.people.set_read_only(read_only=read_only)
        self.lead.setReadOnly(read_only)

    def leave(self) -> None:
        super().leave()
        self.people.leave()

    def _new_place(self, name: str) -> Callable[..., str]:
        """Return the verb that makes the site: with the clock of the entry, or without one that at home."""
        shown: AccessRow = self._record.shown
        desk = self._record.desk
        if shown.entry_id is not None:
            return new_place(desk.ask(entry_detail, shown.entry_id).start_zone, name)
        return new_place(desk.ask(visit_detail, shown.visit_id).home_zone, name)

    def _near(self) -> date:
        shown: AccessRow = self._record.shown
        return shown.start_wall.date() if shown.start_wall else today()

    @Slot()
    def _suggest(self) -> None:
        shown: AccessRow = self._record.shown
        days = read_whole(self.lead.text())
        if days is None or not 0 <= days <= _MOST_DAYS:
            self._lead_box.set_error(
                _("Write a number from {least} to {most}.").format(least=0, most=_MOST_DAYS)
            )
            return
        if shown.start_wall is not None and not self._record.desk.read_only:
            off = partial(is_holiday, country_code=shown.country)
            day = last_day_to_send(shown.start_wall.date(), days, off)
            self._do("due_on", edit_access_request, due_on=day)

    @Slot()
    def _forgive(self) -> None:
        self._lead_box.set_error("")

    @Slot()
    def _send(self) -> None:
        if self._do("send", send_access_request):
            self.told.emit(_("The request is marked as sent."), True)

    @Slot()
    def _grant(self) -> None:
        self._do("answer_state", answer_access_request, granted=True)

    @Slot()
    def _refuse(self) -> None:
        self._do("answer_state", answer_access_request, granted=False)

    @Slot()
    def _reopen(self) -> None:
        self._do("reopen", reopen_access_request)

    def _do(self, column: str, verb: Callable[..., Any], **fields: object) -> bool:
        try:
            self._record.act(column, verb, **fields)
        except AideError as error:
            self._tell(error)
            return False
        return True

    @Slot(object)
    def _tell(self, error: AideError) -> None:
        self.told.emit(sentence(error), False)


class AccessInspector(RecordInspector):
    """Shows and edits one access request."""

    kind = Kind("access_request", edit_access_request, _name, _act, delete_access_request)
    tables = (
        "access_person", "entry", "member", "participation", "person", "place", "travel_document", "visa",
    )  # fmt: skip

    def view(self, row_id: str) -> AccessRow:
        return self.desk.ask(access_detail, row_id)

    def make_sheet(self, record: Record) -> Sheet:
        sheet = AccessSheet(record)
        sheet.told.connect(self.told)
        return sheet

    def heading(self, detail: AccessRow) -> str:
        return f"{_('Access request')} · {word_name(detail.state)}"

    def nothing(self) -> str:
        return _("Select an access request to see and change it here.")


def _counting(request: AccessRow, day: date) -> str:
    """Return how the last day to send is counted back from the day of the entry."""
    if has_holidays(request.country, day.year):
        words = _("Counted back from {day}, without weekends and without the public holidays of {country}.")
    elif request.country:
        words = _("Counted back from {day}, without weekends; the holidays of {country} are not known.")
    else:
        words = _("Counted back from {day}, without weekends. The site’s country is needed for its holidays.")
    return words.format(day=dates.day_with_year(day), country=country_name(request.country))


def _state_words(request: AccessRow) -> str:
    """Return the state with its stamps, on the clock at home."""
    zone = request.home_zone
    sent = dates.stamp(request.sent_at, zone) if request.sent_at else ""
    answered = dates.stamp(request.answered_at, zone) if request.answered_at else ""
    if sent and request.state is AccessState.SENT:
        return _("Sent on {when}").format(when=sent)
    words = [word_name(request.state)]
    if answered:
        words.append(_("answered on {when}").format(when=answered))
    if sent:
        words.append(_("sent on {when}").format(when=sent))
    return " · ".join(words)
