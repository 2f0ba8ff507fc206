"""The page of an organisation: what the minister asks before a meeting, on one page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.file_names import paper_file_name
from app.domain.release import Audience
from app.domain.words import Side
from app.planning.clock import now_utc, today
from app.planning.settings import marking_names
from app.planning.views.meetings_with import Meeting
from app.planning.views.organisation_page import OrganisationPage, Promise, Shared, organisation_page
from app.planning.views.organisations import PersonThere
from app.planning.views.said_with import Said, SaidAs
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind
from app.ui.inspector.page_parts import Block, Line
from app.ui.own_paper import OwnPaper
from app.ui.paper_maker import Order
from app.ui.preferences import Preferences
from app.ui.screens.people.title_bar import PageBar
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.labels import PlainLabel
from app.ui.widgets.tuning import scrolled
from app.wording import _
from app.wording.countries import country_name
from app.wording.dates import day_with_year
from app.wording.errors import sentence
from app.wording.names import word_name

TABLES = (
    "organisation", "entry", "participation", "member", "person", "post", "visit", "place", "record",
    "record_point", "decision", "agenda_item", "topic", "action", "precedent", "precedent_party", "setting",
)  # fmt: skip
_TWO_COLUMNS_PX = 640
_MOST_MET = 6
_APART = " · "


class OrganisationView(QWidget):
    """``back`` asks for the lists, ``go`` for another row; ``told`` carries a sentence for the toast."""

    back = Signal()
    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser) -> None:
        super().__init__()
        self._desk = desk
        self._preferences = preferences
        button = PlainButton(_("Save as PDF"), icon_name="printer")
        pdf = FileKind(_("PDF documents"), ".pdf")
        self.printer = OwnPaper(desk, chooser, button, pdf, self._ordered)
        self.printer.told.connect(self.told)
        self._page: OrganisationPage | None = None
        self.bar = PageBar()
        self.bar.back.connect(self.back)
        self.bar.add_button(self.printer.button)
        self._profile = PlainLabel(wrap=True)
        self.coming = Block(_("Next meeting"), _("No meeting is planned."))
        self.met = Block(_("Last met"), _("We have not met yet."))
        self.ours = Block(_("We promised"), _("We owe them nothing."))
        self.theirs = Block(_("They promised"), _("They owe us nothing."))
        self.said = Block(_("What was said and agreed"), _("No record of a meeting says anything yet."))
        self.people = Block(_("People"), _("Nobody with a post there is known."))
        self.precedents = Block(_("Precedents"), _("No precedent with them."))
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        scrolled(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 16, 20)
        column.setSpacing(12)
        column.addWidget(self._profile)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(12)
        for blocks in (
            (self.coming, self.ours, self.theirs, self.people),
            (self.met, self.said, self.precedents),
        ):
            stack = QVBoxLayout()
            stack.setSpacing(12)
            for block in blocks:
                stack.addWidget(block)
            stack.addStretch(1)
            self._columns.addLayout(stack, 1)
        column.addLayout(self._columns)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(_("Page of the organisation"))
        self._scroll.setWidget(body)
        panel = QFrame()
        panel.setProperty("role", "ground")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(panel, 1)

    @property
    def organisation_id(self) -> str:
        """The id of the organisation shown; nothing where none is."""
        return "" if self._page is None else self._page.id

    def show_organisation(self, organisation_id: str) -> bool:
        """Show the page of an organisation; return whether there is one."""
        try:
            self._page = self._desk.ask(organisation_page, organisation_id, now_utc(), today())
            names = self._desk.ask(marking_names)
        except AideError as error:
            self._page = None
            if not isinstance(error, PlanningError):  # where it was deleted, undo has told so
                self.told.emit(sentence(error), False)
            return False
        self._fill(self._page, names)
        return True

    def refresh(self) -> bool:
        """Show the page anew; return whether the organisation is still there."""
        return bool(self.organisation_id) and self.show_organisation(self.organisation_id)

    def begin(self) -> None:
        """Let the keys go to what is read: arrows scroll, Tab goes to the first link."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_PX
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _fill(self, page: OrganisationPage, names: tuple[str, ...]) -> None:
        one = page.organisation
        known = (one.acronym, one.native_name, one.parent, one.city, country_name(one.country_code))
        self.bar.show_words(one.name, _APART.join(part for part in known if part))
        self._profile.setText(one.profile)
        self._profile.setVisible(bool(one.profile))
        blocks: list[tuple[Block, list[Line]]] = [
            (self.coming, [_meeting(each) for each in page.coming[:_MOST_MET]]),
            (self.met, [_meeting(each) for each in page.met[:_MOST_MET]]),
            (self.ours, _promises(page, Side.OURS)),
            (self.theirs, _promises(page, Side.HOST)),
            (self.said, [_said(each) for each in page.said]),
            (self.people, [_person(each) for each in one.people]),
            (self.precedents, [_shared(each) for each in page.precedents]),
        ]
        for block, lines in blocks:
            block.show_lines(lines, names, self.go.emit)

    def _ordered(self, audience: Audience) -> Order:
        """Return what prints the page: the promises of both sides, released for an audience."""
        from app.planning.promised import release_promises  # half of what the room would load

        assert self._page is not None
        one = self._page.organisation
        promised = self._desk.ask(release_promises, one.id, audience)
        return Order(
            paper_file_name(one.acronym or one.name, _("Promises")),
            "app.publish.minutes.job:run_promises",
            (
                *(promised.visits, promised.organisation_id, promised.family),
                *(self._preferences.paper, self._preferences.paper_language, today()),
            ),
        )


def _meeting(met: Meeting) -> Line:
    who = [", ".join(met.theirs), ", ".join(met.ours)]
    where = _APART.join(part for part in (met.visit, met.place) if part)
    with_whom = _("With {theirs}").format(theirs=who[0]) if who[0] else ""
    us = _("For us {ours}").format(ours=who[1]) if who[1] else ""
    return Line(
        f"{day_with_year(met.day)}{_APART}{met.title}",
        "\n".join(part for part in (where, with_whom, us) if part),
        marking=met.marking,
        kind="meeting",
        row_id=met.id,
    )


def _promises(page: OrganisationPage, side: Side) -> list[Line]:
    return [_promise(page, each) for done in (False, True) for each in page.promised(side, done=done)]


def _promise(page: OrganisationPage, promise: Promise) -> Line:
    due = _("due {day}").format(day=day_with_year(promise.due_on)) if promise.due_on else ""
    late = bool(promise.due_on and promise.due_on < today() and not promise.closed)
    made = ""
    if promise.made_on:
        last = page.of_last_time(promise)
        made = (_("promised last time, {day}") if last else _("promised {day}")).format(
            day=day_with_year(promise.made_on)
        )
    detail = (word_name(promise.state), promise.owner, due, _("overdue") if late else "", made, promise.visit)
    return Line(
        promise.text,
        _APART.join(part for part in detail if part),
        marking=promise.marking,
        tone="bad" if late else "muted" if promise.closed else "",
        kind="action",
        row_id=promise.id,
        wrapped=True,
    )


def _said(said: Said) -> Line:
    """Return a line of a record: an outcome on which nothing more was noted is told by its own word."""
    outcome = word_name(said.outcome) if said.outcome else ""
    kind = {
        SaidAs.NOTE: "",
        SaidAs.DECISION: _("Decided"),
        SaidAs.OUTCOME: _("Outcome: {outcome}").format(outcome=outcome)
        if outcome and said.text
        else _("Outcome"),
    }[said.kind]
    detail = (said.about, kind, day_with_year(said.day), said.visit)
    return Line(said.text or outcome, _APART.join(part for part in detail if part), marking=said.marking)


def _person(person: PersonThere) -> Line:
    title = _("{title} (formerly)").format(title=person.title) if person.past else person.title
    name = f"{person.name} {person.native_name}".strip()
    return Line(name, title, kind="person", row_id=person.id)


def _shared(shared: Shared) -> Line:
    title = _APART.join(part for part in (shared.title, shared.years) if part)
    return Line(title, "\n".join(part for part in (shared.contribution, shared.lesson) if part))
