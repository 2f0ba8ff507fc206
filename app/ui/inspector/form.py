"""All fields of an entry, in the order in which Tab goes through them."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, LegMode, Marking, Side
from app.domain.zones import known_zones
from app.planning.views.entry import EntryDetail, entry_choices
from app.planning.views.visits import Choice, Choices, choices
from app.ui.inspector.around import AgendaTable
from app.ui.inspector.choices import ChoiceField, WordField, ZoneField
from app.ui.inspector.editing import Editing
from app.ui.inspector.field import Field, LegTextField
from app.ui.inspector.long_text import LongField, TitleField, WordsField
from app.ui.inspector.people_at import SidePanel
from app.ui.inspector.ticks import MinutesField, PartiesField, TickField
from app.ui.inspector.when import WhenField
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import SectionLabel
from app.wording import _
from app.wording.names import marking_names, word_name

_GAP = 12
_PRECISION_PX = 120  # “To be decided”, whole
_CODE_PX = 72


class Form(QWidget):
    """The fields, and around them what is only shown."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._choices: Choices | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 4, 16, 20)
        self._column.setSpacing(_GAP)
        self.title = TitleField(editing, _("Title"))
        self.kind = WordField(editing, "kind", _("Kind"), _words(EntryKind))
        self.status = WordField(editing, "status", _("Status"), _words(EntryStatus))
        self.start, self.end = WhenField(editing, "start", _("Starts")), WhenField(editing, "end", _("Ends"))
        self.start_precision = WordField(editing, "start_precision", _("Precision"), _words(Precision))
        self.end_precision = WordField(editing, "end_precision", _("Precision"), _words(Precision))
        self.start_zone = ZoneField(editing, "start_zone", _("Time zone"), _zones, named="start_zone")
        self.end_zone = ZoneField(editing, "end_zone", _("Time zone at the end"), _zones, named="end_zone")
        self.other_zone = PlainButton(_("Ends in another time zone"), role="link")
        self.place = ChoiceField(editing, "place_id", _("Place"), self._places, named="place")
        self.room = WordsField(editing, "room", _("Room"))
        self.parties = PartiesField(editing, _("For"))
        self.ours, self.hosts = SidePanel(editing, Side.OURS), SidePanel(editing, Side.HOST)
        self.agenda = AgendaTable()
        markings = list(zip(Marking, marking_names(), strict=True))
        self.marking = WordField(editing, "marking", _("Marking"), markings)
        self.host = ChoiceField(
            editing, "host_organisation_id", _("Host organisation"), self._organisations, named="host"
        )
        self.share = TickField(editing, "share_with_host", _("Host programme"), _("Share with the host"))
        self.tied_to = ChoiceField(editing, "tied_to_id", _("Tied to"), self._entries, named="tied_to")
        self.tied_minutes = MinutesField(editing, "tied_minutes", _("Minutes before"))
        self.journey = self._make_journey()
        self._texts = self._make_texts()
        self._lay_out()
        self._fields = tuple(self.findChildren(Field))
        self.other_zone.clicked.connect(self._show_end_zone)
        self.tied_to.box.line.setPlaceholderText(_("Nothing"))

    def fields(self) -> Sequence[Field]:
        """Return all fields."""
        return self._fields

    def fill(self, entry: EntryDetail) -> None:
        """Show what is only shown, and which fields this entry has."""
        travels = entry.kind is EntryKind.TRAVEL
        two_zones = travels or entry.start_zone != entry.end_zone
        self.end_zone.setVisible(two_zones)
        self.other_zone.setVisible(not two_zones and not self._editing.desk.read_only)
        self.journey.setVisible(travels)
        self.tied_minutes.setVisible(entry.tied_to_id is not None)
        self.share.setVisible(entry.host_organisation_id is not None or entry.share_with_host)
        self._show_people(entry)
        self.agenda.show_agenda(entry.agenda, entry.minutes)

    def _show_people(self, entry: EntryDetail) -> None:
        changed = [panel.show_people(entry.side(panel.side)) for panel in (self.ours, self.hosts)]
        if any(changed):
            self._order_tabs()

    def load_choices(self) -> None:
        """Ask again what can be chosen."""
        self._choices = self._editing.desk.ask(choices, self._editing.entry.visit_id)
        self.parties.set_parties(self._choices.parties)
        self.ours.set_members(self._choices.our_members)
        self.hosts.set_members(self._choices.host_members)
        self._order_tabs()
        self.forget_choices()

    def forget_choices(self) -> None:
        """Let the lists fill again when they are next opened."""
        for field in (self.place, self.host, self.tied_to):
            field.box.forget()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be written, or everything again."""
        for field in self.fields():
            field.set_read_only(read_only=read_only)
        for panel in (self.ours, self.hosts):
            panel.set_read_only(read_only=read_only)

    def _show_end_zone(self) -> None:
        self.end_zone.show()
        self.other_zone.hide()
        self.end_zone.box.setFocus()

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does: Qt's own order is that in which the widgets were made."""
        stops: list[QWidget] = []
        for field in self._in_order():
            stops += field.stops() if isinstance(field, Field | SidePanel) else [field]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _in_order(self) -> tuple[QWidget, ...]:
        return (
            *(self.title, self.kind, self.status, self.start, self.start_precision),
            *(self.end, self.end_precision, self.start_zone, self.other_zone, self.end_zone),
            *(self.place, self.room, *self.journey.findChildren(Field), self.parties),
            *(self.ours, self.hosts),
            *(*self._texts, self.marking, self.host, self.share, self.tied_to, self.tied_minutes),
        )

    # What can be chosen

    def _places(self) -> Iterable[Choice]:
        return self._choices.places if self._choices else ()

    def _organisations(self) -> Iterable[Choice]:
        return self._choices.organisations if self._choices else ()

    def _entries(self) -> Iterable[Choice]:
        entry = self._editing.entry
        found = self._editing.desk.ask(entry_choices, entry.visit_id)
        return [choice for choice in found if choice.id != entry.id]

    # Where it stands

    def _lay_out(self) -> None:
        add = self._column.addWidget
        add(self.title)
        self._row((self.kind, 1), (self.status, 1))
        self._row((self.start, 1), (self.start_precision, 0))
        self._row((self.end, 1), (self.end_precision, 0))
        for narrow in (self.start_precision, self.end_precision):
            narrow.setFixedWidth(_PRECISION_PX)
        add(self.start_zone)
        self._column.addWidget(self.other_zone, alignment=Qt.AlignmentFlag.AlignLeft)
        add(self.end_zone)
        add(self.place)
        add(self.room)
        add(self.journey)
        add(self.parties)
        for panel in (self.ours, self.hosts, self.agenda):
            add(panel)
        self._section(_("Particulars"))
        for text in self._texts:
            add(text)
        self._section(_("Release"))
        for released in (self.marking, self.host, self.share):
            add(released)
        self._section(_("Moves with"))
        add(self.tied_to)
        add(self.tied_minutes)
        self._column.addStretch(1)

    def _make_texts(self) -> tuple[Field, ...]:
        editing = self._editing
        return (
            LongField(editing, "summary", _("Summary")),
            LongField(editing, "notes", _("Notes")),
            WordsField(editing, "met_by", _("Met by")),
            WordsField(editing, "dress", _("Dress")),
            LongField(editing, "press", _("Press")),
            LongField(editing, "fallback", _("Fallback")),
        )

    def _make_journey(self) -> QWidget:
        editing = self._editing
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        mode = WordField(editing, "mode", _("Travels by"), _words(LegMode), leg=True)
        number = LegTextField(editing, "number", _("Number"))
        carrier = LegTextField(editing, "carrier", _("Carrier"))
        booking = LegTextField(editing, "booking_reference", _("Booking"))
        column.addLayout(_row((mode, 1), (number, 1)))
        column.addLayout(_row((carrier, 1), (booking, 1)))
        for end, name in (("from", _("From")), ("to", _("To"))):
            where = LegTextField(editing, f"{end}_name", name)
            code = LegTextField(editing, f"{end}_code", _("Code"))
            terminal = LegTextField(editing, f"{end}_terminal", _("Terminal"))
            for narrow, called in ((code, _("{end}: code")), (terminal, _("{end}: terminal"))):
                narrow.setFixedWidth(_CODE_PX)
                narrow.editor.setAccessibleName(called.format(end=name))
            column.addLayout(_row((where, 1), (code, 0), (terminal, 0)))
        return frame

    def _section(self, name: str) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._column.addSpacing(4)
        self._column.addWidget(rule)
        self._column.addWidget(SectionLabel(name))

    def _row(self, *fields: tuple[QWidget, int]) -> None:
        self._column.addLayout(_row(*fields))


def _row(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for field, share in fields:
        row.addWidget(field, share)
    return row


def _words(vocabulary: Iterable[StrEnum]) -> list[tuple[StrEnum, str]]:
    return [(word, word_name(word)) for word in vocabulary]


def _zones() -> Iterable[Choice]:
    return (Choice(name, name) for name in sorted(known_zones()))
