"""The part of a meeting's page that seats people: the table, what is asked of the rule, and the plan."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.views.entry import EntryDetail
from app.planning.views.seating import SeatingPlan, seating_plan
from app.ui.desk import Desk
from app.ui.files import FileChooser
from app.ui.preferences import Preferences
from app.ui.screens.meetings.seating.acts import SeatingActs
from app.ui.screens.meetings.seating.board import SeatingBoard
from app.ui.screens.meetings.seating.legend import Legend
from app.ui.screens.meetings.seating.menus import SeatMenus
from app.ui.screens.meetings.seating.papers import TablePapers
from app.ui.screens.meetings.seating.rule_bar import RuleBar
from app.ui.screens.meetings.seating.seats import SeatAt
from app.ui.screens.meetings.seating.words import order_details, order_words
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.labels import PlainLabel, TitleLabel
from app.ui.widgets.plain import set_tip
from app.wording import _
from app.wording.errors import sentence

_EMPTY_PX = 260


class SeatingPart(QFrame):
    """The seating of one meeting; nothing is asked while it is not seen.

    ``people_wanted`` leads to where people are put at the meeting. ``told`` as every screen's.
    """

    told = Signal(str, bool)
    people_wanted = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, chooser: FileChooser) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._entry: EntryDetail | None = None
        self._plan: SeatingPlan | None = None
        self._stale = False
        self.rule = RuleBar(read_only=desk.read_only)
        self.board = SeatingBoard()
        self.clear_button = PlainButton(_("Clear"))
        set_tip(self.clear_button, _("Take all seats away"))
        self._order = PlainLabel(wrap=True)
        self.acts = SeatingActs(desk, self)
        self.papers = TablePapers(desk, preferences, chooser, self)
        self._menus = SeatMenus(self.board, self.acts.put)
        self._nobody = EmptyState(
            "users", _("Nobody is named for this meeting yet. Add people to both sides, and seat them here.")
        )
        self._nobody.setMinimumHeight(_EMPTY_PX)
        if not desk.read_only:
            self.people = self._nobody.add_button(_("Add people"), icon_name="plus", primary=True)
            self.people.clicked.connect(self.people_wanted)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        plan = QWidget()
        inside = QVBoxLayout(plan)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(Legend())
        foot.addWidget(self._order, 1)
        inside.addWidget(self.rule)
        inside.addLayout(foot)
        inside.addWidget(self.board)
        inside.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nobody)
        self._pages.addWidget(plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(TitleLabel(_("Seating"), small=True))
        head.addStretch(1)
        for button in (*self.papers.buttons(), self.clear_button):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self._pages)

    def _connect(self) -> None:
        self.rule.seat_wanted.connect(self._seat)
        self.rule.shape_chosen.connect(self._on_shape)
        self.clear_button.clicked.connect(self.acts.clear)
        self.board.put.connect(self.acts.put)
        self.board.menu_wanted.connect(self._offer)
        for part in (self.acts, self.papers):
            part.told.connect(self.told)

    @property
    def order(self) -> str:
        """What is said of how far the plan is that of protocol."""
        return self._order.text()

    @property
    def details(self) -> str:
        """Who sits otherwise than protocol would have it."""
        return self._order.accessibleDescription()

    def take(self, entry: EntryDetail) -> None:
        """Show the seating of a meeting, or what is new of it, where it is seen.

        Raises:
            AideError: it cannot be read.
        """
        if self._entry is None or self._entry.id != entry.id:
            self._plan = None
            self.rule.begin()
        self._entry = entry
        self.acts.take(entry.id, entry.title)
        self.papers.take(entry)
        self._stale = True
        if self.isVisible():
            self._ask()

    def clear(self) -> None:
        """Show no meeting."""
        self._entry = self._plan = None
        self._stale = False
        self.papers.take(None)
        self.board.let_go()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        try:
            self._ask()
        except AideError as error:
            self.told.emit(sentence(error), False)

    def _ask(self) -> None:
        if self._entry is None or not self._stale:
            return
        self._plan = self._desk.ask(seating_plan, self._entry.id)
        self._stale = False
        self._show(self._plan)

    def _show(self, plan: SeatingPlan) -> None:
        seated = bool(plan.rows)
        self.rule.show_plan(plan)
        self.clear_button.setVisible(seated and not self._desk.read_only)
        for button in self.papers.buttons():
            button.setVisible(seated)
        self._pages.setCurrentIndex(int(seated or bool(plan.unseated)))
        self.board.show_plan(plan, self.rule.shape, read_only=self._desk.read_only)
        departs = bool(plan.departures)
        self._order.setText(order_words(plan) if seated else "")
        self._order.set_tone("warn" if departs else "muted")
        details = order_details(plan)
        set_tip(self._order, details)
        self._order.setAccessibleDescription(details)
        stops = [*self.papers.buttons(), self.clear_button, *self.rule.stops(), *self.board.chairs()]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    @Slot()
    def _seat(self) -> None:
        try:
            places = self.rule.places()
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        self.acts.by_rule(self.rule.shape, places, interpreters_beside=self.rule.beside.isChecked())

    @Slot(str)
    def _on_shape(self, _shape: str) -> None:
        """Show another table; those who sit are seated at it anew."""
        if self._plan is None:
            return
        if self._plan.rows and self._plan.shape is not self.rule.shape and not self._desk.read_only:
            self._seat()
        self.rule.show_plan(self._plan)
        self.board.show_plan(self._plan, self.rule.shape, read_only=self._desk.read_only)

    @Slot(object, QPoint)
    def _offer(self, seat: SeatAt, where: QPoint) -> None:
        menu = self._menus.of(seat, [chair.seat for chair in self.board.chairs()])
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(where)
