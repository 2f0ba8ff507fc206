"""The stops of a visit: their list in order, one added by its city, and the inspector of the one chosen."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import AideError
from app.planning.verbs.stops import create_stop, delete_stop, order_stops
from app.planning.views.visit import StopDetail, stop_rows, visit_detail
from app.reference.spots import Spot, SpotKind
from app.ui.desk import Desk
from app.ui.forms.city import CityBox
from app.ui.inspector.stop import OF_SPOT, StopInspector
from app.ui.screens.visits.ordered import OrderedList
from app.ui.widgets.buttons import PlainButton
from app.ui.widgets.field import FieldBox
from app.wording import _
from app.wording.dates import days
from app.wording.errors import sentence

_LIST_PX = 300


class StopsPart(QWidget):
    """Stops of the visit in view."""

    told = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[str, StopDetail] = {}
        self.city = CityBox((SpotKind.CITY,), _("A city, to add it"), self._add_unlisted)
        self._box = FieldBox(_("Add a stop"), self.city)
        self.list = OrderedList(_("Stops"), read_only=desk.read_only)
        self.inspector = StopInspector(desk)
        self.inspector.told.connect(self.told)
        self.city.spotted.connect(self.add)
        self.city.refused.connect(self._refuse)
        self.city.textEdited.connect(self._forgive)
        self.list.chosen.connect(self.inspector.show_row)
        self.list.ordered.connect(self._order)
        self.list.delete_wanted.connect(self.delete)
        self.remove = PlainButton(_("Delete the stop"), icon_name="trash", role="quiet")
        self.remove.clicked.connect(self.list.ask_delete)
        if desk.read_only:
            self._box.hide()
            self.remove.hide()
        left = QVBoxLayout()
        left.setContentsMargins(16, 12, 8, 8)
        left.setSpacing(8)
        left.addWidget(self._box)
        left.addWidget(self.list, 1)
        left.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        side = QWidget()
        side.setFixedWidth(_LIST_PX)
        side.setLayout(left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.inspector, 1)

    def refresh(self) -> None:
        """Ask for the stops again.

        Raises:
            AideError: the file cannot be read.
        """
        rows = self._desk.ask(stop_rows, self._desk.visit_id)
        self._rows = {row.id: row for row in rows}
        self.list.show_lines([(row.id, _line(row)) for row in rows])
        self.remove.setEnabled(bool(rows))

    @Slot(object)
    def add(self, spot: Spot) -> None:
        """Add a city after the last stop."""
        values = {column: getattr(spot, name) for column, name in OF_SPOT.items()}
        verb = partial(create_stop, visit_id=self._desk.visit_id, **values)
        made = self._do(_("Add the stop {name}").format(name=spot.name), verb)
        if made is not None:
            self.city.clear()
            self.list.choose(str(made))

    def _add_unlisted(self, name: str) -> None:
        """Add a place that no table knows: with the clock at home, until somebody gives it its own."""
        zone = self._desk.ask(visit_detail, self._desk.visit_id).home_zone
        verb = partial(create_stop, visit_id=self._desk.visit_id, city=name, zone=zone)
        made = self._do(_("Add the stop {name}").format(name=name), verb)
        if made is not None:
            self.city.show_text("")
            self.list.choose(str(made))
            said = _("{name} has the time zone at home, {zone}, until you choose another.")
            self.told.emit(said.format(name=name, zone=zone), True)

    @Slot(str)
    def delete(self, stop_id: str) -> None:
        """Delete a stop; the toast offers to undo it."""
        city = self._rows[stop_id].city
        label = _("Delete the stop {name}").format(name=city)
        if self._do(label, partial(delete_stop, stop_id=stop_id)) is not None:
            self.told.emit(_("Stop {name} deleted.").format(name=city), True)

    @Slot(list)
    def _order(self, ids: list[str]) -> None:
        verb = partial(order_stops, visit_id=self._desk.visit_id, stop_ids=ids)
        if self._do(_("Put the stops in order"), verb) is None:
            self.refresh()

    @Slot(object)
    def _refuse(self, error: AideError) -> None:
        self._box.set_error(sentence(error))

    @Slot()
    def _forgive(self) -> None:
        self._box.set_error("")

    def _do(self, label: str, verb: Callable[..., Any]) -> Any:
        """Return what a verb returned, or ``True``; nothing where it was refused, which is said in place."""
        self._box.set_error("")
        if self._desk.read_only:
            return None
        try:
            return self._desk.do(label, verb) or True
        except AideError as error:
            self._box.set_error(sentence(error))
            return None


def _line(row: StopDetail) -> str:
    return f"{row.city} · {days(row.arrives_on, row.leaves_on)}"
