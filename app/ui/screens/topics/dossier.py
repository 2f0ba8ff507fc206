"""The dossier of a topic: all that was ever said, agreed and promised on it, over all visits, by time."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.file_names import paper_file_name
from app.domain.release import Audience
from app.domain.words import ActionState, Marking, Side
from app.planning.clock import today
from app.planning.settings import marking_names
from app.planning.views.dossier import Dossier, Occasion, TakenUp, topic_dossier
from app.planning.views.promised import Promised
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.files import FileChooser, FileKind
from app.ui.inspector.page_parts import Block, Line
from app.ui.own_paper import OwnPaper
from app.ui.paper_maker import Order
from app.ui.preferences import Preferences
from app.ui.showing import Showing
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.tuning import scrolled
from app.wording import _
from app.wording.dates import day_with_year, duration
from app.wording.errors import sentence
from app.wording.names import word_name

_TABLES: Final = (
    *("topic", "agenda_item", "entry", "visit", "record", "record_point", "decision", "action"),
    *("member", "person", "organisation", "setting"),
)
_APART: Final = " · "
_OVER: Final = frozenset({ActionState.DONE, ActionState.DROPPED})


class DossierView(QWidget):
    """The dossier of one topic. ``go`` carries kind and id of a row to open; ``told`` as every screen's."""

    go = Signal(str, str)
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser) -> None:
        super().__init__()
        self._desk = desk
        self._preferences = preferences
        self._topic_id = ""
        button = PlainButton(_("Save as PDF"), icon_name="printer")
        pdf = FileKind(_("PDF documents"), ".pdf")
        self.printer = OwnPaper(desk, chooser, button, pdf, self._ordered)
        self.printer.told.connect(self.told)
        self.visits = Block(_("Visits that take it up"), _("No visit takes it up."))
        self.said = Block(_("What was said and agreed"), _("It stood on no agenda yet."))
        self.ours = Block(_("We promised"), _("We promised nothing on it."))
        self.theirs = Block(_("They promised"), _("They promised nothing on it."))
        body = QWidget()
        scrolled(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 16, 20)
        column.setSpacing(12)
        for block in (self.said, self.ours, self.theirs, self.visits):
            column.addWidget(block)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(_("Dossier of the topic"))
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setFocusProxy(scroll)
        self._showing = Showing(self, desk, self._show, _TABLES)
        self._showing.told.connect(self.told)

    def show_topic(self, topic_id: str) -> None:
        """Show the dossier of a topic, when it is seen."""
        if topic_id != self._topic_id:
            self._topic_id = topic_id
            self._showing.ask_again()

    def _ordered(self, audience: Audience) -> Order:
        """Return what prints the dossier, released for an audience."""
        from app.planning.on_topic import release_dossier  # half of what the page would load

        found = self._desk.ask(release_dossier, self._topic_id, audience)
        title = self._desk.ask(topic_dossier, self._topic_id).title
        return Order(
            paper_file_name(title, _("Dossier")),
            "app.publish.minutes.job:run_dossier",
            (
                *(found.visits, found.topic_ids),
                *(self._preferences.paper, self._preferences.paper_language, today()),
            ),
        )

    @Slot(object)
    def _show(self, _changed: Changed | None) -> None:
        if not self._topic_id:
            return
        try:
            dossier = self._desk.ask(topic_dossier, self._topic_id)
            names = self._desk.ask(marking_names)
        except PlanningError:  # it was deleted: its page goes, too
            return
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        for block, lines in (
            (self.visits, [_taken_up(each) for each in reversed(dossier.taken_up)]),
            (self.said, [line for each in dossier.occasions for line in _occasion(each)]),
            (self.ours, _promises(dossier, Side.OURS)),
            (self.theirs, _promises(dossier, Side.HOST)),
        ):
            block.show_lines(lines, names, self.go.emit)


def _taken_up(each: TakenUp) -> Line:
    return Line(
        _APART.join((each.visit, day_with_year(each.starts_on))),
        _APART.join(part for part in (each.title, each.objective) if part),
        marking=each.marking,
        kind="topic_page",
        row_id=each.id,
    )


def _occasion(each: Occasion) -> Iterator[Line]:
    where = (day_with_year(each.day), each.meeting, _("called off") if each.called_off else "")
    about = (each.visit, word_name(each.intent), each.speaker, duration(each.minutes))
    nothing = _("Nothing of it was written down yet.") if each.silent and not each.called_off else ""
    second = _APART.join(part for part in about if part)
    yield Line(
        _APART.join(part for part in where if part),
        "\n".join(part for part in (second, nothing) if part),
        marking=each.marking,
        kind="meeting",
        row_id=each.entry_id,
    )
    if each.outcome or each.outcome_note:
        outcome = word_name(each.outcome) if each.outcome else _("Outcome")
        yield _said(outcome, each.outcome_note, each.marking)
    for noted in each.points:
        yield _said(_("Said"), noted.text, noted.marking)
    for noted in each.decisions:
        yield _said(_("Agreed"), noted.text, noted.marking)


def _said(what: str, words: str, marking: Marking) -> Line:
    said = _("{what}: {words}").format(what=what, words=words) if words else what
    return Line(said, marking=marking)


def _promises(dossier: Dossier, side: Side) -> list[Line]:
    return [_promise(each) for each in dossier.promises(side)]


def _promise(each: Promised) -> Line:
    over = each.state in _OVER
    due = _("due {day}").format(day=day_with_year(each.due_on)) if each.due_on else ""
    late = bool(each.due_on and each.due_on < today() and not over)
    detail = (word_name(each.state), each.owner, due, _("overdue") if late else "")
    return Line(
        each.text,
        _APART.join(part for part in detail if part),
        tone="bad" if late else "muted" if over else "",
        marking=each.marking,
        kind="action",
        row_id=each.id,
        wrapped=True,
    )
