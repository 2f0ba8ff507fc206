"""The programme as the chosen audience will read it: the check before a paper leaves the house."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.time import Precision, zone_abbreviation
from app.domain.words import EntryStatus
from app.planning.released import Entry, ReleasedVisit
from app.ui.theme.fonts import SEMIBOLD, ui_font
from app.ui.widgets.plain import tip_markup
from app.ui.widgets.tuning import flat, tune
from app.wording import _
from app.wording.dates import clock, day, days_away
from app.wording.names import marking_name

_DAY, _TIME, _TITLE, _PLACE, _MARKING = range(5)
_WIDTHS = {_DAY: 108, _TIME: 196, _PLACE: 184, _MARKING: 116}
_CLOSE = {_DAY: 94, _TIME: 104, _MARKING: 118}  # of hours across two clocks, the rest is told by the tip
_NARROW_PX = 760
_CLOSE_PX = 620


class Listing(QTableView):
    """A table of the released entries; it cannot be edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(0, 5, self)
        self._model.setHorizontalHeaderLabels([_("Day"), _("Time"), _("Entry"), _("Place"), _("Marking")])
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The programme as this audience will read it"))
        tune(self)
        flat(self)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)

    def show_entries(self, released: ReleasedVisit, entries: Iterable[Entry]) -> None:
        """Show these entries of a release."""
        self._model.setRowCount(0)
        before: date | None = None
        for entry in entries:
            today = entry.start_wall.date()
            place = released.place.get(entry.place_id or "")
            title = entry.title
            if entry.status is EntryStatus.CANCELLED:
                title = _("{title} (cancelled)").format(title=title)
            cells = (
                "" if today == before else day(today),
                _times(entry),
                title,
                place.name if place else "",
                marking_name(entry.marking, released.marking_names),
            )
            self._model.appendRow([_item(cell) for cell in cells])
            self._model.item(self._model.rowCount() - 1, _DAY).setFont(ui_font(weight=SEMIBOLD))
            self._model.item(self._model.rowCount() - 1, _TIME).setFont(ui_font(tabular=True))
            before = today

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if self._model.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            words = _("Nothing of the programme goes to this audience.")
            painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), words)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the places out where there is no room for them."""
        self.setColumnHidden(_PLACE, narrow)

    def fit(self) -> None:
        """Choose the columns by the room there is."""
        room = self.viewport().width()
        self.set_narrow(narrow=room < _NARROW_PX)
        for column, width in (_WIDTHS | (_CLOSE if room < _CLOSE_PX else {})).items():
            self.setColumnWidth(column, width)


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setToolTip(tip_markup(text))
    return item


def _times(entry: Entry) -> str:
    start = clock(entry.start_wall, entry.start_precision)
    if entry.start_precision is Precision.UNDECIDED:
        return start
    end = clock(entry.end_wall, entry.end_precision)
    end = f"{end} {days_away((entry.end_wall.date() - entry.start_wall.date()).days)}".rstrip()
    if entry.start_zone == entry.end_zone:
        return f"{start}–{end}"
    leaves = zone_abbreviation(entry.start_utc, entry.start_zone)
    lands = zone_abbreviation(entry.end_utc, entry.end_zone)
    return f"{start} {leaves} → {end} {lands}"
