"""From when somebody is away: from the start, or a day and a clock, by the clock of one of its cities."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import PlanningError
from app.domain.time import from_utc
from app.planning.clocks import entered_instant
from app.planning.views.visits import visit_cards
from app.planning.views.withdrawal import ClockThere, clocks_on, first_moment
from app.ui.desk import Desk
from app.ui.forms.clock_text import read_clock, read_day
from app.ui.forms.which_pass import Offer, PassRow, offers_for, passes
from app.ui.forms.words import QuietBox
from app.ui.widgets.field import NAME_GAP_PX, FieldBox
from app.ui.widgets.labels import MutedLabel
from app.ui.widgets.tuning import tune
from app.wording import _, dates

_FIELD_PX = 28
_MIDNIGHT = "00:00"


class WhenLeaving(QWidget):
    """The fields of the moment. ``typed`` tells of each letter, ``changed`` that another moment is meant.

    ``boxes`` are the fields by the names that errors have for them; ``which`` asks which of two times is
    meant, and is put where there is room for it.
    """

    typed = Signal()
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._start: datetime | None = None  # of the visit, naive UTC
        self._clocks: tuple[ClockThere, ...] = ()  # of the day that is typed; at home last
        self._chosen_zone = ""  # whose clock somebody has asked for
        self._first_day = date.min
        self._pass: tuple[datetime, int] | None = None  # which was chosen of a time that comes twice
        self.from_start = QCheckBox(_("From the start"))
        self.day = QLineEdit()
        self.clock = QLineEdit()
        self.clock_of = QuietBox()
        self.which = PassRow()
        self.elsewhere = MutedLabel(elide=True)
        self.boxes = {
            "from_day": FieldBox(_("From the day"), self.day),
            "from_wall": FieldBox(_("and the time"), self.clock),
            "from_zone": FieldBox(_("by the clock of"), self.clock_of),
        }
        self._lay_out()
        self.from_start.toggled.connect(self._on_start)
        for line in (self.day, self.clock):
            line.textEdited.connect(self.typed)
            line.textEdited.connect(self._forgive)
            line.returnPressed.connect(self.changed)
        self.clock_of.activated.connect(self._choose_clock)
        self.which.taken.connect(self._choose_pass)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tune(self.from_start)
        row.addWidget(_beside_fields(self.from_start))
        row.addWidget(self.boxes["from_day"], 2)
        row.addWidget(self.boxes["from_wall"], 1)
        row.addWidget(self.boxes["from_zone"], 3)
        row.addWidget(_beside_fields(self.elsewhere), 2)

    def begin(self) -> None:
        """Ask from the start of the visit in view.

        Raises:
            AideError: what the views raise.
        """
        card = next(
            card for card in self._desk.ask(visit_cards, archived=True) if card.id == self._desk.visit_id
        )
        self._first_day, self._chosen_zone, self._pass = card.starts_on, "", None
        self._start = self._desk.ask(first_moment, self._desk.visit_id)
        self.day.setText(dates.day_with_year(card.starts_on))
        self.clock.setText(_MIDNIGHT)
        self._offer_clocks(card.starts_on)
        self.from_start.setChecked(True)
        self._on_start(True)

    def moment(self) -> datetime:
        """Return the instant (naive UTC) from which the member is away.

        Raises:
            PlanningError: the day or the clock cannot be read, there is no such time, or it comes twice and
                nobody has said which is meant.
        """
        self.which.hide()
        if self.from_start.isChecked() and self._start is not None:
            return self._start
        day = read_day(self.day.text(), self._first_day)
        if day is None:
            raise PlanningError("day_unreadable", field="from_day")
        clock = read_clock(self.clock.text() or _MIDNIGHT)
        if clock is None:
            raise PlanningError("clock_unreadable", field="from_wall")
        self._offer_clocks(day)
        wall, zone = datetime.combine(day, clock), self._zone()
        fold = self._pass[1] if self._pass is not None and self._pass[0] == wall else None
        try:
            found, _fold = entered_instant(wall, zone, fold, field="from")
        except PlanningError as error:
            self.which.show_offers(offers_for(error), None, None)
            if not self.which.isHidden():
                # It is the clock there that does so, and its field has room for the sentence.
                error.field = "from_zone"
            raise
        self.which.show_offers(passes(wall, zone), wall, fold)
        return found

    def tell_elsewhere(self, moment: datetime | None) -> None:
        """Say what the other clocks of the day show at a moment; without one, nothing."""
        told = []
        if moment is not None and not self.from_start.isChecked():
            for one in self._clocks:
                if one.zone != self._zone():
                    wall = from_utc(moment, one.zone).time
                    when = {"day": dates.day(wall.date()), "time": dates.clock(wall)}
                    told.append(_("{day}, {time} in {city}").format(**when, city=one.city))
        self.elsewhere.setText(" · ".join(told))

    def _zone(self) -> str:
        """Return the zone whose clock tells the moment: the chosen one, if it is offered, or the first."""
        chosen = next((one for one in self._clocks if one.zone == self._chosen_zone), self._clocks[0])
        return chosen.zone

    def _offer_clocks(self, day: date) -> None:
        """Offer the clocks of a day, and go by the one that was chosen or else by the one there."""
        self._clocks = self._desk.ask(clocks_on, self._desk.visit_id, day)
        words = [_("{city}, {zone}").format(city=one.city, zone=one.zone) for one in self._clocks]
        if words != [self.clock_of.itemText(at) for at in range(self.clock_of.count())]:
            self.clock_of.clear()
            for one, text in zip(self._clocks, words, strict=True):
                self.clock_of.addItem(text, one.zone)
        self.clock_of.setCurrentIndex(self.clock_of.findData(self._zone()))

    @Slot()
    def _choose_clock(self) -> None:
        self._chosen_zone, self._pass = str(self.clock_of.currentData()), None
        self.changed.emit()

    @Slot(object)
    def _choose_pass(self, offer: Offer) -> None:
        self._pass = None if offer.fold is None else (offer.wall, offer.fold)
        self.day.setText(dates.day_with_year(offer.wall.date()))
        self.clock.setText(f"{offer.wall:%H:%M}")
        self.changed.emit()

    @Slot(bool)
    def _on_start(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        for line in (self.day, self.clock, self.clock_of):
            line.setEnabled(not ticked)
        if self.isVisible():
            self.changed.emit()
            if not ticked:
                self.day.setFocus(Qt.FocusReason.OtherFocusReason)
                self.day.selectAll()

    @Slot()
    def _forgive(self) -> None:
        """What is being corrected is wrong no longer; the pause says what still is."""
        for name in ("from_day", "from_wall"):
            self.boxes[name].set_error("")


def _beside_fields(widget: QWidget) -> QWidget:
    """Return what keeps a widget at the height of the fields beside it, whatever is said beneath those."""
    widget.setMinimumHeight(_FIELD_PX)
    beside = QWidget()
    column = QVBoxLayout(beside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(NAME_GAP_PX)
    column.addWidget(MutedLabel(" "))
    column.addWidget(widget)
    column.addStretch(1)
    return beside
