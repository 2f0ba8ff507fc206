"""The first room of a visit: what it is for, where it goes, its days, and what to look at next."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import PlanningError
from app.planning.clock import now_utc
from app.planning.settings import marking_names
from app.planning.views.overview import Overview, overview
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.forms.record import Record
from app.ui.inspector.visit import VisitInspector
from app.ui.preferences import Preferences
from app.ui.screens.overview.cards import Card, Empty, NextCard, RecentCard, RouteCard
from app.ui.screens.overview.days import DaysGrid
from app.ui.screens.overview.numbers import Numbers
from app.ui.screens.overview.purpose import PurposeSheet
from app.ui.screens.overview.words import heading, today
from app.ui.showing import Showing
from app.ui.widgets.badge import MarkingBadge
from app.ui.widgets.labels import PlainLabel, TitleLabel
from app.ui.widgets.tuning import scrolled
from app.wording import _

HEADER_PX = 48
_WIDE_PX = 1180  # from which on the map has something beside it
_GAP_PX = 12
_MINUTE_MS = 60_000


class OverviewScreen(QWidget):
    """One page that scrolls. ``room_wanted`` carries the name of a room to be entered."""

    go = Signal(str, str)
    told = Signal(str, bool)
    room_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        super().__init__(parent)
        del preferences  # every room is made alike
        self._desk = desk
        self._now = now
        self._found: Overview | None = None
        self._names = desk.ask(marking_names)
        self._record = Record(desk, VisitInspector.kind, self)
        self.title = TitleLabel(elide=True)
        self.badge = MarkingBadge(0, self._names[0])
        self.state = PlainLabel(elide=True, tone="muted")
        self.numbers = Numbers()
        self.next = NextCard()
        self.route = RouteCard()
        self.purpose = PurposeSheet(self._record)
        self.purpose.set_read_only(read_only=desk.read_only)
        self.recent = RecentCard()
        self.days = DaysGrid()
        self._no_entries = Empty(
            _("Nothing is planned yet. Add the first entry, and the days appear here."),
            _("Open the programme"),
        )
        self._lay_out()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.show_time)
        self._connect()

    def _connect(self) -> None:
        # Each step counts: it may stand among what was done lately.
        self._showing = Showing(self, self._desk, self._show_all)
        self._showing.told.connect(self.told)
        self._desk.visit_changed.connect(self._on_visit_changed)
        for part in (self.numbers, self.route, self.recent):
            part.room_wanted.connect(self.room_wanted)
        for card in (self.next, self.route, self.recent):
            card.go.connect(self.go)
        self.days.entry_wanted.connect(self._open_entry)
        self._no_entries.button.clicked.connect(self._open_programme)

    def _lay_out(self) -> None:
        header = QFrame()
        header.setProperty("role", "ground")
        header.setFixedHeight(HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.badge)
        row.addWidget(self.state, 1)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(_("Overview of the visit"))
        self._scroll.setWidget(self._make_page())
        ground = QFrame()
        ground.setProperty("role", "ground")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(rule)
        column.addWidget(ground, 1)

    def _make_page(self) -> QWidget:
        page = QWidget()
        scrolled(page)
        self._purpose_card = QFrame()
        self._purpose_card.setProperty("role", "card")
        inside = QVBoxLayout(self._purpose_card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.purpose)
        self._days_card = Card(_("Days at a glance"))
        self._days_card.column.addWidget(self.days)
        self._days_card.column.addWidget(self._no_entries)
        self._days_card.column.addStretch(1)  # in a tall window the days stay under their title
        self._aside = QWidget()
        self._stack = QVBoxLayout(self._aside)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(_GAP_PX)
        self._stack.addWidget(self.next)
        self._stack.addWidget(self.recent)
        self._stack.addStretch(0)
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(16, 14, 16, 20)
        self._grid.setSpacing(_GAP_PX)
        # Side by side, each column is as tall as its own cards: none is stretched by its neighbour.
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._grid.addLayout(self._left, 1, 0, 1, 2)
        self._grid.addLayout(self._right, 1, 2, 1, 1)
        for side in (self._left, self._right):
            side.setSpacing(_GAP_PX)
        self._wide: bool | None = None
        self._place(wide=False)
        return page

    def _place(self, *, wide: bool) -> None:
        """Put the cards where there is room for them."""
        if wide == self._wide:
            return
        self._wide = wide
        grid = self._grid
        # Beside the short purpose the list ends where that does; in a column of its own, where it ends.
        self._stack.setStretch(1, 0 if wide else 1)
        self._stack.setStretch(2, 1 if wide else 0)
        grid.addWidget(self.numbers, 0, 0, 1, 3)
        sides = (
            (self._left, (self.route, self._days_card)),
            (self._right, (self._purpose_card, self._aside)),
        )
        for side, cards in sides if wide else ():
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
        if not wide:
            for side in (self._left, self._right):
                _empty(side)
            grid.addWidget(self.route, 1, 0, 1, 3)
            grid.addWidget(self._purpose_card, 2, 0, 1, 2)
            grid.addWidget(self._aside, 2, 2, 1, 1)
            grid.addWidget(self._days_card, 3, 0, 1, 3)
        shares = (5, 5, 5) if wide else (3, 3, 4)
        for column, share in enumerate(shares):
            grid.setColumnStretch(column, share)
            grid.setColumnMinimumWidth(column, 0)
        for row in range(4):
            grid.setRowStretch(row, 0)
        grid.setRowStretch(4, 1)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does."""
        parts: tuple[QWidget, ...] = (self.route, self.purpose, self.next, self.recent, self.days)
        if self._wide:
            parts = (self.route, self.purpose, self.days, self.next, self.recent)
        before: QWidget = self.numbers.stops()[-1]
        for part in parts:
            for widget in _stops(part):
                self.setTabOrder(before, widget)
                before = widget

    # The room

    def reveal(self, kind: str, row_id: str) -> None:
        """Show the visit: there is nothing to choose here."""
        del kind, row_id
        self._showing.catch_up()

    def leave(self) -> None:
        """Save what is being typed."""
        if not self._record.idle and not self._desk.read_only:
            self.purpose.leave()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.show_time()
        self._minute.start()

    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place(wide=self.width() >= _WIDE_PX)

    @Slot()
    def show_time(self) -> None:
        """Show what depends on the time: the countdown, and what comes next."""
        if self._found is None:
            return
        visit, utc = self._found.visit, self._now()
        self.state.setText(heading(visit, utc))
        self.next.show_next(self._found, utc)
        self.recent.show_recent(self._found.recent, utc)
        self.days.show_days(self._found.days, visit, today(visit, utc))

    def _show_all(self, _changed: Changed | None) -> None:
        if not self._desk.visit_id:
            self._clear()
            return
        try:
            found = self._desk.ask(overview, self._desk.visit_id)
        except PlanningError:  # it was deleted, or its making was undone
            self._clear()
            return
        self._names = self._desk.ask(marking_names)
        self._take(found)

    def _clear(self) -> None:
        self._record.take(None)
        self._found = None

    def _take(self, found: Overview) -> None:
        visit = found.visit
        same = self._record.row_id == visit.id
        unfinished = {} if same else self._record.unfinished(visit.id)
        self._record.take(visit)
        if same:
            self.purpose.fill(visit)
        else:
            self.purpose.open(visit, unfinished)
            self._scroll.verticalScrollBar().setValue(0)
        self._found = found
        self.title.setText(visit.title)
        self.badge.set_marking(int(visit.marking), self._names[visit.marking])
        self.numbers.show_counts(found.counts)
        self.route.show_route(found.route, has_stops=found.has_stops)
        planned = any(day.lines for day in found.days)
        self.days.setVisible(planned)
        self._no_entries.setVisible(not planned)
        self.show_time()
        self._order_tabs()

    @Slot(str)
    def _on_visit_changed(self, _visit_id: str) -> None:
        self.leave()
        self._showing.ask_again()

    @Slot(str)
    def _open_entry(self, entry_id: str) -> None:
        self.go.emit("entry", entry_id)

    @Slot()
    def _open_programme(self) -> None:
        self.room_wanted.emit("programme")


def _empty(column: QVBoxLayout) -> None:
    while column.takeAt(0) is not None:
        pass


def _stops(part: QWidget) -> list[QWidget]:
    if isinstance(part, PurposeSheet):
        return [stop for field in part.fields() for stop in field.stops()]
    stops: list[QWidget] = part.stops()  # type: ignore[attr-defined]
    return stops
