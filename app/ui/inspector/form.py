"""All fields of an entry, in the order in which Tab goes through them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.domain.time import Precision
from app.domain.words import EntryKind, EntryStatus, Side
from app.planning.views.entry import EntryDetail
from app.planning.views.visits import Choice
from app.ui.files import FileChooser
from app.ui.finding import finders
from app.ui.forms.field import Field
from app.ui.forms.long_text import LongField, TitleField, WordsField
from app.ui.forms.numbers import NumberField
from app.ui.forms.pick import PickField
from app.ui.forms.sheet import Sheet
from app.ui.forms.ticks import TickField
from app.ui.forms.words import MarkingField, WordField, vocabulary
from app.ui.inspector.around import AgendaTable
from app.ui.inspector.by_name import new_organisation, new_place
from app.ui.inspector.editing import Editing
from app.ui.inspector.files_panel import FilesPanel, of_entry
from app.ui.inspector.journey import Journey
from app.ui.inspector.offered import OfferedPanel
from app.ui.inspector.parties import PartiesField
from app.ui.inspector.people_at import SidePanel
from app.ui.inspector.when import WhenField
from app.ui.inspector.zone import EntryZoneField
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.drops import FileDrops
from app.wording import _

_PRECISION_PX = 120  # “To be decided”, whole
_DAY_MINUTES = 24 * 60
_STEP_MINUTES = 5


class Form(Sheet):
    """The fields, and around them what is only shown."""

    def __init__(self, editing: Editing, files: FileChooser) -> None:
        super().__init__()
        self._editing = editing
        self._beside_page = False
        find = finders(editing.desk)
        self.title = TitleField(editing, "title", _("Title"), empty="title_empty")
        self.kind = WordField(editing, "kind", _("Kind"), vocabulary(EntryKind))
        self.status = WordField(editing, "status", _("Status"), vocabulary(EntryStatus))
        self.start, self.end = WhenField(editing, "start", _("Starts")), WhenField(editing, "end", _("Ends"))
        sure = vocabulary(Precision)
        self.start_precision = WordField(editing, "start_precision", _("Precision"), sure)
        self.end_precision = WordField(editing, "end_precision", _("Precision"), sure)
        self.start_zone = EntryZoneField(editing, "start_zone", _("Time zone"))
        self.end_zone = EntryZoneField(editing, "end_zone", _("Time zone at the end"))
        self.other_zone = PlainButton(_("Ends in another time zone"), role="link")
        self.place = PickField(
            editing, "place_id", _("Place"), find.places, named="place", create=self._new_place
        )
        self.room = WordsField(editing, "room", _("Room"))
        self.parties = PartiesField(editing, _("For"))
        self.ours, self.hosts = SidePanel(editing, Side.OURS), SidePanel(editing, Side.HOST)
        self.agenda = AgendaTable()
        self.offered = OfferedPanel(editing.desk)
        self.marking = MarkingField(editing, "marking", _("Marking"))
        self.host = PickField(
            editing,
            "host_organisation_id",
            _("Host organisation"),
            find.organisations,
            named="host",
            create=new_organisation,
        )
        self.share = TickField(editing, "share_with_host", _("Host programme"), _("Share with the host"))
        self.tied_to = PickField(
            editing, "tied_to_id", _("Tied to"), self._others, named="tied_to", placeholder=_("Nothing")
        )
        self.tied_minutes = NumberField(
            editing,
            "tied_minutes",
            _("Minutes before"),
            -_DAY_MINUTES,
            _DAY_MINUTES,
            step=_STEP_MINUTES,
        )
        self.journey = Journey(editing, self.start, self.end)
        self.files = FilesPanel(editing.desk, of_entry(), files)
        self._lay_out()
        self.offered.reordered.connect(self.order_tabs)
        self.other_zone.clicked.connect(self._show_end_zone)
        if not editing.desk.read_only:  # wherever a file is let go, it is meant for the entry
            drops = FileDrops(self, lit=self.files)
            texts = (text.viewport() for text in self.findChildren(QPlainTextEdit))
            drops.also(*self.findChildren(QLineEdit), *texts)
            drops.landed.connect(self._take_files)

    def show_also(self, detail: EntryDetail) -> None:
        travels = detail.kind is EntryKind.TRAVEL
        two_zones = travels or detail.start_zone != detail.end_zone
        self.end_zone.setVisible(two_zones)
        self.start_zone.set_name(_("Time zone at the start") if two_zones else _("Time zone"))
        self.other_zone.setVisible(not two_zones and not self._editing.desk.read_only)
        self.journey.show_for(detail)
        self.start.set_name(_("Leaves") if travels else _("Starts"))
        self.end.set_name(_("Arrives") if travels else _("Ends"))
        self.tied_minutes.setVisible(detail.tied_to_id is not None)
        self.share.setVisible(detail.host_organisation_id is not None or detail.share_with_host)
        self.agenda.show_agenda(detail.agenda, detail.minutes)
        self.offered.show_entry(detail.id, detail.title)
        changed = [] if self._beside_page else self._show_people(detail)
        changed.append(self.files.show_files(detail.id))
        if any(changed):
            self.order_tabs()

    def stand_beside_page(self, *, beside: bool) -> None:
        """Leave out what the meeting's page shows, too, where that is in view beside this."""
        self._beside_page = beside
        for panel in (self.ours, self.hosts, self.offered):
            panel.let_show(wanted=not beside)
        if not beside and not self._editing.idle:
            self._show_people(self._editing.entry)
            self.order_tabs()

    def _show_people(self, detail: EntryDetail) -> list[bool]:
        """Show who is there; tell of each side whether others stood there before."""
        return [panel.show_people(detail.side(panel.side)) for panel in (self.ours, self.hosts)]

    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        for panel in (self.ours, self.hosts):
            panel.set_read_only(read_only=read_only)

    def _show_end_zone(self) -> None:
        self.end_zone.show()
        self.other_zone.hide()
        self.end_zone.box.setFocus()

    @Slot(list)
    def _take_files(self, paths: list[Path]) -> None:
        if not self._editing.idle:
            self.files.take_files(paths)

    # What can be chosen

    def _others(self, text: str) -> Sequence[Choice]:
        own = self._editing.row_id
        return [one for one in finders(self._editing.desk).entries(text) if one.id != own]

    def _new_place(self, name: str) -> Callable[..., str]:
        return new_place(self._editing.entry.start_zone, name)

    # Where it stands

    def _lay_out(self) -> None:
        self.add(self.title)
        self.row((self.kind, 1), (self.status, 1))
        self.add(self.journey.how)
        self.add(self.journey.leaves)
        self.row((self.start, 1), (self.start_precision, 0))
        self.add(self.journey.arrives)
        self.row((self.end, 1), (self.end_precision, 0))
        self.add(self.journey.words)
        for narrow in (self.start_precision, self.end_precision):
            narrow.setFixedWidth(_PRECISION_PX)
        self.add(self.start_zone)
        self.add(self.other_zone, alone=True)
        for part in (self.end_zone, self.place, self.room, self.parties):
            self.add(part)
        for panel in (self.ours, self.hosts, self.agenda, self.offered):
            self.add(panel)
        self.section(_("Particulars"))
        for text in self._make_texts():
            self.add(text)
        self.section(_("Release"))
        for released in (self.marking, self.host, self.share):
            self.add(released)
        self.section(_("Moves with"))
        self.add(self.tied_to)
        self.add(self.tied_minutes)
        self.section(_("Files"))
        self.add(self.files)

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
