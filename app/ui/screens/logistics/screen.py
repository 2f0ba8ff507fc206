"""Logistics: cars, rooms, baggage, gifts, interpreters and access requests of a visit."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.preferences import Preferences
from app.ui.screens.logistics import lists, requests
from app.ui.screens.logistics.acting import Part
from app.ui.screens.logistics.cars import CarsPart
from app.ui.screens.logistics.listing import ListPart
from app.ui.screens.logistics.rooms import RoomsPart
from app.ui.widgets.bar import BarLayout
from app.ui.widgets.labels import TitleLabel
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _

_GAP_PX = 12  # between title and parts
_PART_OF = {
    "entry": "cars",
    "vehicle": "cars",
    "lodging": "rooms",
    "room": "rooms",
    "baggage_piece": "baggage",
    "gift": "gifts",
    "interpreter_booking": "interpreters",
    "access_request": "access",
}


class LogisticsScreen(QWidget):
    """The six parts, one in view.

    ``selected`` carries the kind and id of the row for the inspector, ``created`` those of a new one, ``go``
    those of a row to be opened elsewhere; ``told`` a sentence and whether undo takes back what it tells;
    ``room_wanted`` the name of a room.
    """

    selected = Signal(str, str)
    created = Signal(str, str)
    go = Signal(str, str)
    told = Signal(str, bool)
    room_wanted = Signal(str)

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = (
            ("cars", _("Cars")),
            ("rooms", _("Rooms")),
            ("baggage", _("Baggage")),
            ("gifts", _("Gifts")),
            ("interpreters", _("Interpreters")),
            ("access", _("Access")),
        )
        self.parts = SegmentedControl(words, _("Part of logistics"))
        self.parts.selected.connect(self._choose)
        cars = CarsPart(desk, preferences)
        self._parts: dict[str, Part | ListPart] = {
            "cars": cars,
            "rooms": RoomsPart(desk, preferences),
            "baggage": ListPart(desk, preferences, lists.baggage()),
            "gifts": ListPart(desk, preferences, lists.gifts()),
            "interpreters": ListPart(desk, preferences, lists.interpreters(desk)),
            "access": ListPart(desk, preferences, requests.access()),
        }
        cars.ways.room_wanted.connect(self.room_wanted)
        self._stack = QStackedWidget()
        for part in self._parts.values():
            part.selected.connect(self.selected)
            part.created.connect(self.created)
            part.go.connect(self.go)
            part.told.connect(self.told)
            self._stack.addWidget(part)
        self._lay_out()

    def _lay_out(self) -> None:
        header = QFrame()
        header.setProperty("role", "ground")
        row = BarLayout(header, gap=_GAP_PX)
        row.addWidget(TitleLabel(_("Logistics"), elide=True))
        row.addWidget(self.parts)
        rule = QFrame()
        rule.setProperty("role", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(rule)
        column.addWidget(self._stack, 1)

    def part(self, key: str) -> Part | ListPart:
        """Return a part: cars, rooms, baggage, gifts, interpreters or access."""
        return self._parts[key]

    def reveal(self, kind: str, row_id: str) -> None:
        """Show the part where a row stands, and select it there. An entry is shown with its cars."""
        key = _PART_OF.get(kind)
        if key is not None:
            self.parts.select(key)
            self._parts[key].reveal(kind, row_id)

    def leave(self) -> None:
        """Save what is being typed: nothing is typed here that is not written at once."""

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._stack.setCurrentWidget(self._parts[key])
        self.selected.emit("", "")
