"""The ways that nobody has planned on a day, to be ticked and added: estimates, until staff know better."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.domain.words import LegMode
from app.planning.verbs.ways import add_ways
from app.planning.views.ways import DayWays, day_ways
from app.planning.workspace import Changed
from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.programme.ways_table import Pair, WayRow, not_known, way_columns
from app.ui.tables.header import HEIGHT_PX
from app.ui.tables.view import Table
from app.ui.widgets.buttons import IconButton, PrimaryButton
from app.ui.widgets.labels import MutedLabel, PlainLabel, TitleLabel
from app.ui.widgets.plain import set_tip
from app.ui.widgets.segmented import SegmentedControl
from app.ui.widgets.tuning import ROW_PX
from app.wording import _, ngettext
from app.wording.dates import day_long
from app.wording.errors import sentence
from app.wording.names import word_name

_MOST_ROWS = 6
_RIM_PX = 2 * 2  # the ring of the focus, above and below
_TABLES = (
    *("entry", "entry_party", "leg", "lodging", "member", "party", "party_member", "place"),
    *("room", "room_guest", "stop", "visit"),
)


class WaysPanel(QFrame):
    """Proposes the ways missing on one day. Those that fit are ticked at first.

    ``closed`` comes when it is left; ``told`` carries a sentence, and whether undo takes back what it tells.
    """

    closed = Signal()
    told = Signal(str, bool)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._day = date.min
        self._ticked: dict[Pair, bool] = {}
        self._rows: tuple[WayRow, ...] = ()
        self._title = TitleLabel("", small=True, elide=True)
        self.before = IconButton("chevron-left", _("The day before"), tone="muted")
        self.after = IconButton("chevron-right", _("The next day"), tone="muted")
        self.driven = SegmentedControl(
            [(mode.value, word_name(mode)) for mode in (LegMode.CAR, LegMode.COACH)],
            _("How the longer ways are driven"),
        )
        self.close_button = IconButton("x", _("Close"), tone="muted")
        self.table = Table("ways", way_columns(), preferences, label=_("Ways that are missing"))
        self._nothing = PlainLabel(_("No way is missing on this day."), tone="muted")
        self.not_known = MutedLabel(wrap=True)
        self.add = PrimaryButton("")
        self._lay_out()
        self.before.clicked.connect(partial(self._step, -1))
        self.after.clicked.connect(partial(self._step, 1))
        self.driven.selected.connect(self._ask)
        self.close_button.clicked.connect(self.shut)
        self.table.tick_wanted.connect(self._tick)
        self.add.clicked.connect(self.submit)
        set_tip(self.add, _("Add what is ticked ({keys})").format(keys="Ctrl+Return"))
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.submit)
        desk.changed.connect(self._on_changed)
        desk.visit_changed.connect(self.shut)
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for widget in (self.driven, self.before, self.after, self.close_button):
            head.addWidget(widget)
        self._nothing.setContentsMargins(16, 0, 16, 0)
        self.not_known.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(16)
        foot.addWidget(self.not_known, 1)
        foot.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.table)
        column.addLayout(foot)

    # What is shown

    def open(self, day: date) -> None:
        """Show the ways missing on a day, and take the keys."""
        self._go(day)
        self.show()
        stop = self.table if self._rows else self.close_button
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def day(self) -> date:
        """Return the day that is shown."""
        return self._day

    def _go(self, day: date) -> None:
        self._day = day
        self._ticked.clear()
        self._title.setText(_("Ways between · {day}").format(day=day_long(day)))
        self._ask()

    @Slot()
    def _ask(self) -> None:
        try:
            found = self._desk.ask(day_ways, self._desk.visit_id, self._day, driven=self._mode())
        except AideError as error:
            self.told.emit(sentence(error), False)
            found = DayWays()
        self._rows = tuple(
            WayRow(way, self._ticked.get((way.before_id, way.after_id), way.fits)) for way in found.ways
        )
        self._show(found)

    def _show(self, found: DayWays) -> None:
        self.table.show_rows(self._rows)
        if self._rows and not self.table.current_id():
            self.table.select(self._rows[0].id)
        self.table.setFixedHeight(HEIGHT_PX + ROW_PX * min(_MOST_ROWS, len(self._rows)) + _RIM_PX)
        self.table.setVisible(bool(self._rows))
        self._nothing.setVisible(not self._rows)
        self.not_known.setText(not_known(found))
        count = len(self._chosen())
        words = ngettext("Add {count} way", "Add {count} ways", count) if count else _("Add the ways between")
        self.add.set_words(words.format(count=count))
        self.add.setEnabled(bool(count) and not self._desk.read_only)

    def _mode(self) -> LegMode:
        return LegMode(self.driven.current())

    def _chosen(self) -> list[Pair]:
        return [row.pair for row in self._rows if row.ticked]

    # What is done

    @Slot()
    def submit(self) -> None:
        """Add the ways that are ticked, as one step."""
        chosen = self._chosen()
        if not chosen or self._desk.read_only:
            return
        verb = partial(
            add_ways,
            driven_title=_("Coach to {place}") if self._mode() is LegMode.COACH else _("Car to {place}"),
            walked_title=_("Walk to {place}"),
            driven=self._mode(),
            pairs=chosen,
        )
        try:
            made = self._desk.do(_("Add the ways between"), verb, self._desk.visit_id, self._day)
        except AideError as error:
            self.told.emit(sentence(error), False)
            return
        said = ngettext("{count} way added, as an estimate.", "{count} ways added, as estimates.", len(made))
        self.told.emit(said.format(count=len(made)), True)

    @Slot()
    def shut(self) -> None:
        """Leave it."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def _step(self, days: int) -> None:
        self._go(self._day + timedelta(days=days))

    @Slot(str, str, bool)
    def _tick(self, row_id: str, _column: str, ticked: bool) -> None:  # noqa: FBT001 - a signal's
        row: WayRow = self.table.row(row_id)
        self._ticked[row.pair] = ticked
        self._ask()

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if not self.isHidden() and changed.touches(*_TABLES):
            self._ask()
