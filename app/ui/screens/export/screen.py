"""The export room: for whom, how far it carries, what stays out, and the file."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.file_names import paper_file_name
from app.domain.release import Audience, AudienceKind
from app.planning.release import release
from app.planning.released import ReleasedVisit
from app.planning.workspace import Changed
from app.publish.calendar.people import entries_of
from app.ui.desk import Desk
from app.ui.edge import Edge
from app.ui.files import FileChooser, FileKind, documents
from app.ui.making import Making
from app.ui.outcome import Outcome
from app.ui.preferences import Preferences
from app.ui.screens.export.left_out import host_name
from app.ui.screens.export.listing import Listing
from app.ui.screens.export.options import Options, fill
from app.ui.screens.export.readers import Reader, hosts, people
from app.ui.showing import Showing
from app.ui.widgets.bar import BarLayout
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _
from app.wording.errors import sentence
from app.wording.names import word_name

_GAP_PX = 16  # between the parts of the bar
_EVERYBODY = ""


class ExportScreen(QWidget):
    """Makes the book or the calendar of the visit in view for one audience."""

    def __init__(
        self, desk: Desk, preferences: Preferences, chooser: FileChooser, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._preferences = preferences
        self._chooser = chooser
        self._paper = "book"
        self._released: ReleasedVisit | None = None
        self.title = TitleLabel()
        self.audience = SegmentedControl(
            [(str(kind), word_name(kind)) for kind in AudienceKind], _("Audience")
        )
        self.save = PrimaryButton(_("Save…"), icon_name="download")
        self.options = Options()
        self.outcome = Outcome()
        self.listing = Listing()
        self.making = Making(self)
        self._lay_out()
        self._restore()
        self._connect()

    def _lay_out(self) -> None:
        top = QWidget()
        header = BarLayout(top, gap=_GAP_PX)
        header.addWidget(self.title)
        header.addWidget(self.audience)
        header.add_right(self.save)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 10, 1, 1)
        inside.setSpacing(4)
        caption = MutedLabel(_("The programme as this audience will read it"))
        caption.setContentsMargins(11, 0, 11, 0)
        inside.addWidget(caption)
        inside.addWidget(self.listing)
        body = QHBoxLayout()
        body.setContentsMargins(16, 0, 16, 16)
        body.addWidget(card)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(top)
        left.addWidget(self.outcome)
        left.addLayout(body, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(Edge())
        row.addWidget(self.options)
        self.setFocusProxy(self.audience)

    def _connect(self) -> None:
        self.audience.selected.connect(self._choose)
        self.options.changed.connect(self._choose)
        self.save.clicked.connect(self.save_paper)
        self.outcome.cancel.clicked.connect(self.cancel_jobs)
        self.making.progress.connect(self.outcome.show_progress)
        self.making.saved.connect(self._on_saved)
        self.making.failed.connect(self._on_failed)
        self.making.cancelled.connect(self._on_cancelled)
        self._showing = Showing(self, self._desk, self._show)
        self._desk.visit_changed.connect(self._on_visit_changed)

    # What is chosen

    def show_paper(self, paper: str) -> None:
        """Show the choices of ``book`` or ``calendar``."""
        if paper != self._paper and not self.making.running:
            self.outcome.clear()
        self._paper = paper
        self.title.setText(_("Briefing book") if paper == "book" else _("Calendar"))
        self.options.show_paper(paper)
        self._showing.ask_again()

    def chosen_audience(self) -> Audience | None:
        """Return the audience that is chosen; ``None`` for a host while the visit has none."""
        kind = AudienceKind(self.audience.current())
        if kind is not AudienceKind.HOST:
            return Audience(kind)
        host = self.options.host.currentData()
        return Audience(kind, str(host)) if host else None

    def released(self) -> ReleasedVisit | None:
        """Return what the paper would be made of now."""
        return self._released

    def _restore(self) -> None:
        try:
            audience = Audience.parse(self._preferences.audience)
        except PlanningError:
            audience = Audience(AudienceKind.DELEGATION)
        self._fill_hosts()
        host = self.options.host.findData(audience.organisation)
        if audience.kind is AudienceKind.HOST and host < 0:
            audience = Audience(AudienceKind.DELEGATION)
        self.options.host.setCurrentIndex(max(host, 0))
        self.audience.select(str(audience.kind))
        self._begin_as_set()

    def _begin_as_set(self) -> None:
        """Choose the paper and the language that the settings name."""
        options, preferences = self.options, self._preferences
        for box, wanted in (
            (options.paper, preferences.paper),
            (options.language, preferences.paper_language),
        ):
            box.setCurrentIndex(max(0, box.findData(wanted)))

    @Slot()
    def _choose(self) -> None:
        audience = self.chosen_audience()
        if audience is not None:
            self._preferences.audience = str(audience)
        self._preferences.paper = str(self.options.paper.currentData())
        if not self.making.running:
            self.outcome.clear()
        self._refresh()

    # What is shown

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self.making.running:  # entered, not only seen again
            self._begin_as_set()
        self.listing.fit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.listing.fit()

    def _show(self, _changed: Changed | None) -> None:
        self._fill_hosts()
        self._refresh()

    def _fill_hosts(self) -> None:
        if not self._desk.visit_id:
            return
        try:
            whole = self._desk.ask(release, self._desk.visit_id, Audience(AudienceKind.PRINCIPAL))
        except AideError as error:
            self.outcome.show_failed(sentence(error))
            return
        fill(self.options.host, hosts(whole))

    def _refresh(self) -> None:
        self.options.host_field.setVisible(self.audience.current() == AudienceKind.HOST)
        audience = self.chosen_audience()
        self._released = None
        self.save.setEnabled(False)
        if audience is None or not self._desk.visit_id:
            self.outcome.show_failed(_("No host organisation takes part in this visit yet."))
            return
        try:
            released = self._desk.ask(release, self._desk.visit_id, audience, paper=self._paper)
        except AideError as error:
            self.outcome.show_failed(sentence(error))
            return
        self._released = released
        self.options.title.setText(_paper_title(self._paper, released))
        self.options.show_released(released, self._paper)
        readers = [Reader(_EVERYBODY, _("Everybody"))]
        if self._paper == "calendar":
            readers += people(released)
        fill(self.options.person, readers)
        self.options.person.setEnabled(len(readers) > 1)
        person = self._person()
        entries = entries_of(released, person) if person else released.entries
        self.listing.show_entries(released, entries)
        self.save.setEnabled(not self.making.running)

    def _person(self) -> str | None:
        return str(self.options.person.currentData() or "") or None

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self.cancel_jobs()
        self.outcome.clear()
        self._showing.ask_again()

    # The file

    @Slot()
    def save_paper(self) -> None:
        """Ask for a name, and make the paper there."""
        self._refresh()
        released = self._released
        if released is None or self.making.running:
            return
        path = self._ask_where(released)
        if path is None:
            return
        language = str(self.options.language.currentData())
        arguments: tuple[object, ...] = (released, language, self._person())
        if self._paper == "book":
            arguments = (released, str(self.options.paper.currentData()), language)
        try:
            self.making.start(path, self._desk.path, f"app.publish.{self._paper}.job:run", *arguments)
        except AideError as error:
            self.outcome.show_failed(sentence(error))
            return
        self._set_working(working=True)
        self.outcome.show_working(_("Making {name}").format(name=path.name))

    def _ask_where(self, released: ReleasedVisit) -> Path | None:
        book = self._paper == "book"
        what, suffix = (_("briefing book"), ".pdf") if book else (_("calendar"), ".ics")
        kind = FileKind(_("PDF documents") if book else _("Calendars"), suffix)
        whose = word_name(released.audience.kind).lower()
        if released.audience.kind is AudienceKind.HOST:
            whose = host_name(released)
        name = paper_file_name(released.visit.title, what, whose, suffix)
        return self._chooser.to_save(self, _("Save"), documents() / name, kind, replace=True)

    @Slot()
    def cancel_jobs(self) -> None:
        """End what is being made; nothing is written."""
        self.making.cancel()

    @Slot(str, int)
    def _on_saved(self, path: str, weeks: int) -> None:
        self._set_working(working=False)
        self.outcome.show_saved(Path(path), weeks)

    @Slot(str)
    def _on_failed(self, words: str) -> None:
        self._set_working(working=False)
        self.outcome.show_failed(words)

    @Slot()
    def _on_cancelled(self) -> None:
        self._set_working(working=False)
        self.outcome.show_words(_("Cancelled; nothing was written."))

    def _set_working(self, *, working: bool) -> None:
        self.save.setEnabled(not working and self._released is not None)
        self.audience.setEnabled(not working)
        self.options.setEnabled(not working)


def _paper_title(paper: str, released: ReleasedVisit) -> str:
    kind = released.audience.kind
    who = host_name(released) if kind is AudienceKind.HOST else word_name(kind)
    return _("Book: {who}").format(who=who) if paper == "book" else _("Calendar: {who}").format(who=who)
