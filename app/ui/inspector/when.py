"""The start or the end of an entry: a day and a clock, both typed, checked against the zone's own clock."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.errors import AideError, PlanningError
from app.domain.time import from_utc, zone_abbreviation
from app.domain.words import EntryKind
from app.planning.clocks import check_span, entered_instant, instant
from app.planning.views.entry import EntryDetail
from app.ui.forms.clock_text import read_clock, read_day
from app.ui.forms.field import Field
from app.ui.forms.which_pass import Offer, PassRow, offers_for, passes
from app.ui.inspector.editing import Editing
from app.ui.theme.fonts import ui_font
from app.ui.theme.style import restyle
from app.ui.widgets.labels import MutedLabel, PlainLabel
from app.ui.widgets.line import Line
from app.wording import _
from app.wording.dates import day_within, days, days_away, duration, home_difference
from app.wording.errors import sentence

_CLOCK_PX = 62
_GAP = 6
_BETWEEN = "\n"  # what parts day and clock where they are kept as one text


class WhenField(Field):
    """``column`` is ``start`` or ``end``. Moving the start keeps the entry's length.

    ``edited`` comes whenever something else stands in it, typed or saved.
    """

    edited = Signal()

    def __init__(self, editing: Editing, column: str, label: str) -> None:
        self._day, self._clock = Line(), Line()
        self._clock.setFont(ui_font(tabular=True))
        self._clock.setFixedWidth(_CLOCK_PX)
        self._day.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._day, 1)
        row.addWidget(self._clock)
        self._editing = editing
        super().__init__(editing, column, label, pair)
        self.set_name(label)
        self._note = MutedLabel(wrap=True)
        self.beyond = PlainLabel("", wrap=True, tone="warn")
        self._row = PassRow()
        self.add_below(self._row)
        self.add_below(self._note)
        self.add_below(self.beyond)
        self._fold: int | None = None
        for line in (self._day, self._clock):
            line.editingFinished.connect(self.leave)
            line.textEdited.connect(self.typed)
            line.textChanged.connect(self.edited)
        self._row.taken.connect(self._take_offer)

    def set_name(self, text: str) -> None:
        super().set_name(text)
        self._day.setAccessibleName(_("{end}: day").format(end=text))
        self._clock.setAccessibleName(_("{end}: time").format(end=text))

    # Text and value

    def text(self) -> str:
        return f"{self._day.text()}{_BETWEEN}{self._clock.text()}"

    def set_text(self, text: str) -> None:
        on, _between, clocks = text.partition(_BETWEEN)
        self._day.setText(on)
        self._clock.setText(clocks)

    def stored(self, detail: EntryDetail) -> str:
        wall, *_rest = self._end(detail)
        return _as_text(wall, detail)

    def value(self, text: str) -> tuple[datetime, int]:
        """Return the wall time and the fold that the text means."""
        typed, _between, clocks = text.partition(_BETWEEN)
        stored, zone, fold, _utc = self._end(self._editing.entry)
        on, at = read_day(typed, stored.date()), read_clock(clocks)
        if on is None:
            raise PlanningError("day_unreadable", field=f"{self.column}_wall")
        if at is None:
            raise PlanningError("clock_unreadable", field=f"{self.column}_wall")
        wall = datetime.combine(on, at)
        known = self._fold if self._fold is not None else fold if wall == stored else None
        _instant, fold = entered_instant(wall, zone, known, field=self.column)
        return wall, fold

    def as_typed(self) -> tuple[datetime, datetime] | None:
        """Return the wall time that stands there and its instant (naive UTC); ``None`` where it is none."""
        try:
            wall, fold = self.value(self.text())
        except AideError:
            return None
        _wall, zone, _fold, _utc = self._end(self._editing.entry)
        return wall, instant(wall, zone, fold)

    def write(self, value: Any) -> None:
        wall, fold = value
        if self.column == "start":
            self._editing.move("start", start_wall=wall, start_fold=fold)
        else:
            self._editing.edit("end", end_wall=wall, end_fold=fold)

    def fault(self, text: str) -> AideError | None:
        found = super().fault(text)
        if found is None and self.column == "end":
            wall, fold = self.value(text)
            entry = self._editing.entry
            ends = instant(wall, entry.end_zone, fold)
            try:
                check_span(entry.start_utc, ends, travels=entry.kind is EntryKind.TRAVEL)
            except AideError as error:
                return error
        return found

    def _end(self, entry: EntryDetail) -> tuple[datetime, str, int, datetime]:
        if self.column == "start":
            return entry.start_wall, entry.start_zone, entry.start_fold, entry.start_utc
        return entry.end_wall, entry.end_zone, entry.end_fold, entry.end_utc

    # What is said about it

    def fill(self, detail: EntryDetail) -> None:
        super().fill(detail)
        if self.error() and self.dirty and not self._saving:
            # What was wrong with the text may be right beside the times of now, yet nobody has saved it.
            self.set_fault(self.fault(self.text()))
            if not self.error():
                self.set_error(_("Not saved yet: this was typed earlier."))
        self._say(detail)

    def refuse(self, error: AideError) -> None:
        super().refuse(error)
        self._say(self._editing.entry)

    def _settle(self) -> None:
        super()._settle()
        self._say(self._editing.entry)

    def open(self, detail: EntryDetail, unfinished: Any) -> None:
        self._fold = None
        super().open(detail, unfinished)
        self._say(detail)

    def stops(self) -> list[QWidget]:
        return [self._day, self._clock, *self._row.buttons()]

    def set_read_only(self, *, read_only: bool) -> None:
        self._day.setReadOnly(read_only)
        self._clock.setReadOnly(read_only)
        self._row.setEnabled(not read_only)

    def set_error(self, text: str) -> None:
        if text == self.error():
            return
        super().set_error(text)
        for line in (self._day, self._clock):
            line.setProperty("invalid", bool(text))
            line.setAccessibleDescription(text)
            restyle(line)

    def set_fault(self, error: AideError | None) -> None:
        self.set_error("" if error is None else sentence(error))
        offers = () if error is None else offers_for(error)
        if error is None:
            offers = self._passes()
        self._show_offers(offers)

    def _passes(self) -> tuple[Offer, ...]:
        """Return both passes of the stored time where the clock shows it twice."""
        wall, zone, _fold, _utc = self._end(self._editing.entry)
        return () if self.dirty else passes(wall, zone)

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        wall, _zone, fold, _utc = self._end(self._editing.entry)
        self._row.show_offers(offers, None if self.dirty else wall, fold)

    @Slot(object)
    def _take_offer(self, offer: Offer) -> None:
        self.set_text(_as_text(offer.wall, self._editing.entry))
        wall, _zone, fold, _utc = self._end(self._editing.entry)
        self._fold = offer.fold
        if offer.fold is not None and wall == offer.wall and fold != offer.fold:
            # The other pass of the same clock face: no letter differs, yet the moment does.
            self._shown = ""
        self.leave()
        self._fold = None

    def _say(self, entry: EntryDetail) -> None:
        if not self.dirty and not self.error():
            self._show_offers(self._passes())
        wall, zone, _fold, utc = self._end(entry)
        parts = []
        if self.error() and self.dirty:
            saved, _between, at = _as_text(wall, entry).partition(_BETWEEN)
            parts.append(_("Saved is {day}, {time}").format(day=saved, time=at))
        if zone != entry.home_zone:
            home = from_utc(utc, entry.home_zone).time
            clock = f"{home:%H:%M} {days_away((home.date() - wall.date()).days)}".rstrip()
            parts.append(_("{time} in {city}").format(time=clock, city=entry.home_city))
        if self.column == "end" and entry.kind is not EntryKind.TRAVEL:  # a journey's stands with its words
            parts.append(duration(entry.minutes))
        elif self.column == "start" and zone != entry.home_zone:
            away = home_difference(entry.home_city, entry.home_zone, zone, utc)
            parts.append(f"{zone_abbreviation(utc, zone)}, {away}")
        self._note.setText(" · ".join(parts))
        self._note.setVisible(bool(parts))
        beyond = self.column == "start" and _is_beyond(entry)
        span = days(entry.visit_first, entry.visit_last)
        self.beyond.setText(_("That is outside of the visit ({days}).").format(days=span) if beyond else "")
        self.beyond.setVisible(beyond)


def _as_text(wall: datetime, entry: EntryDetail) -> str:
    """Return a wall time as the field shows it."""
    return f"{day_within(wall.date(), entry.visit_first, entry.visit_last)}{_BETWEEN}{wall:%H:%M}"


def _is_beyond(entry: EntryDetail) -> bool:
    """Tell whether an entry starts on none of the visit's days, by the local clock or by that at home."""
    home = from_utc(entry.start_utc, entry.home_zone).time.date()
    return not any(entry.visit_first <= on <= entry.visit_last for on in (entry.day, home))
