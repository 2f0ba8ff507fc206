"""The part of the room that shows topics over meetings, with what is wrong in sentences below."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.domain.coverage import CoverageFinding
from app.planning.settings import marking_names
from app.planning.views.coverage import Coverage, coverage, coverage_after
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.screens.topics.coverage_acts import CoverageActs
from app.ui.screens.topics.coverage_model import CoverageModel
from app.ui.screens.topics.coverage_said import CoverageSaid
from app.ui.screens.topics.coverage_view import CoverageView
from app.ui.screens.topics.earlier import EarlierTopics
from app.ui.screens.topics.switch import make_switch
from app.ui.showing import Showing
from app.ui.stops import first_stop
from app.ui.widgets.bar import BarLayout
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import MutedLabel, TitleLabel
from app.ui.widgets.plain import literal, set_tip
from app.wording import _
from app.wording.coverage import summary

_ITEMS: Final = "agenda_item"
_TABLES: Final = (
    *("topic", "visit", _ITEMS, "entry", "member", "person", "place", "organisation"),
    *("brief", "brief_paragraph", "participation", "setting"),
)


class CoveragePane(QWidget):
    """Topics over meetings. Signals as of a list; ``add_wanted`` asks for a new topic."""

    selected = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)
    switched = Signal(str)
    add_wanted = Signal()

    kind = "coverage"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.switch = make_switch(self.kind)
        self.add = PlainButton(_("Add topic"), icon_name="plus")
        self.earlier = EarlierTopics(desk)
        self.summary = MutedLabel()
        model = CoverageModel(self)
        model.read_only = desk.read_only
        self.table = CoverageView(model)
        self.acts = CoverageActs(desk, self)
        self._empty = EmptyState("flag", "")
        self.said = CoverageSaid(read_only=desk.read_only)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("role", "ground")
        bar = BarLayout(head)
        for widget in (TitleLabel(_("Topics"), elide=True), self.switch, self.earlier, self.add):
            bar.addWidget(widget)
        bar.add_right(self.summary)
        rule = QFrame()
        rule.setProperty("role", "rule")
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._stack)
        for part in (self.table, self._empty):
            self._stack.addWidget(part)
        foot = QFrame()
        foot.setProperty("role", "ground")
        below = QVBoxLayout(foot)
        below.setContentsMargins(16, 8, 16, 8)
        below.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(rule)
        column.addWidget(panel, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        new = QAction(_("Add topic"), self)
        new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        new.triggered.connect(self.add_wanted)
        self.addAction(new)
        first = self._empty.add_button(_("Add topic"), icon_name="plus", primary=True)
        for control in (new, self.add, first):
            control.setEnabled(not self._desk.read_only)
        set_tip(self.add, f"{literal(_('Add topic'))} (Ctrl+N)")
        self.add.clicked.connect(self.add_wanted)
        first.clicked.connect(self.add_wanted)
        self.switch.selected.connect(self.switched)
        table, acts = self.table, self.acts
        table.current_changed.connect(self._on_current)
        table.put.connect(acts.put)
        table.moved.connect(acts.move)
        table.intent_wanted.connect(acts.bring_up)
        table.minutes_wanted.connect(acts.lengthen)
        table.off_wanted.connect(acts.take_off)
        table.menu_wanted.connect(self._open_menu)
        table.opened.connect(self.go)
        self.said.wanted.connect(self._on_finding)
        acts.told.connect(self.told)
        acts.go.connect(self.go)
        self.earlier.told.connect(self.told)
        self.earlier.taken.connect(table.select)
        self._showing = Showing(self, self._desk, self._show, _TABLES)
        self._showing.told.connect(self.told)
        self._desk.visit_changed.connect(self._on_visit_changed)

    def reveal(self, kind: str, row_id: str) -> None:
        """Make a topic's row the current one."""
        if kind == "topic":
            self._showing.catch_up()
            self.table.select(row_id)

    def take_keys(self) -> None:
        """Let the keys go to the table; where there is none, to what adds the first topic."""
        stop = self.table if self.table.isVisible() else first_stop(self)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, changed: Changed | None) -> None:
        found = self._ask(changed)
        self.acts.coverage = found
        if changed is None or changed.touches("topic", "visit"):
            self.earlier.look()
        self.table.show_coverage(found, self._desk.ask(marking_names))
        self.summary.setText(summary(found))
        whole = bool(found.topics and found.meetings)
        if not whole:
            self._empty.say(_nothing_yet(found))
        self._stack.setCurrentWidget(self.table if whole else self._empty)
        self.said.say(found)

    def _ask(self, changed: Changed | None) -> Coverage:
        """Ask for all there is, or where agendas alone were changed for what became of them."""
        visit_id = self._desk.visit_id
        if not visit_id:
            return Coverage((), (), {}, ())
        others = [table for table in _TABLES if table != _ITEMS]
        if changed is None or changed.touches(*others):
            return self._desk.ask(coverage, visit_id)
        return self._desk.ask(coverage_after, visit_id, self.acts.coverage, changed.ids[_ITEMS])

    @Slot(object)
    def _on_finding(self, found: CoverageFinding) -> None:
        """Lead to what a sentence is about: the row of a topic, or the first topic at a meeting."""
        model = self.table.rows
        topics = [found.topic_id] if found.topic_id else [topic.id for topic in self.acts.coverage.topics]
        meetings = found.entry_ids or [meeting.id for meeting in self.acts.coverage.meetings[:1]]
        index = model.at(topics[0], meetings[0]) if topics and meetings else None
        if index is not None and index.isValid():
            self.table.setCurrentIndex(index)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_current(self, topic_id: str) -> None:
        self.selected.emit("topic", topic_id)

    @Slot(str, str, QPoint)
    def _open_menu(self, topic_id: str, entry_id: str, at: QPoint) -> None:
        self.acts.menu(topic_id, entry_id).popup(at)

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self._showing.ask_again()


def _nothing_yet(found: Coverage) -> str:
    if not found.topics:
        return _("No topics yet.") + "\n" + _("Add what we want to talk about; agendas are made of topics.")
    return _("No meetings yet.") + "\n" + _("Add meetings to the programme; topics go on their agendas.")
