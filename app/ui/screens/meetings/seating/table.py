"""The table with its chairs: it takes the width it is given, and the height that needs."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.seating import TableShape
from app.domain.table_plan import Arranged, Measures, arranged
from app.planning.views.seating import SeatingPlan
from app.ui.screens.meetings.seating.face import HIGH_PX
from app.ui.screens.meetings.seating.pool import ChairPool
from app.ui.screens.meetings.seating.seats import SeatAt, middles, seats_of
from app.ui.theme.style import theme

_SIZES = Measures(high=HIGH_PX, gap=6, widest=140, narrowest=36, table=34, flattest=64, deepest=440)
_RADIUS = 6
_LEAST_PX = 240


class TableView(QWidget):
    """Draws the table, and holds the chairs around it row by row from above to below."""

    def __init__(self) -> None:
        super().__init__()
        self.pool = ChairPool(self)
        self._rows: dict[str, list[SeatAt]] = {}
        self._shape = TableShape.FACING
        self._arranged = Arranged(TableShape.FACING, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_plan(self, plan: SeatingPlan, shape: TableShape, *, free: bool) -> None:
        """Show the chairs of a plan at a table; with ``free``, also those that can be taken."""
        self._shape = shape
        self._rows = seats_of(plan, shape, free=free)
        rule = {chair.id: chair for chair in plan.departures}
        self.pool.fill([seat for row in self._rows.values() for seat in row], rule, movable=free)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, 0)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().tokens.soft))
        middle = self.width() / 2
        for top in self._arranged.tops:
            box = QRectF(middle + top.across - top.width / 2, top.down, top.width, top.height)
            if self._shape is TableShape.ROUND:
                painter.drawEllipse(box)
            else:
                painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.end()

    def _arrange(self) -> None:
        """Put the chairs where the rules of drawing have them, in the width there is."""
        counts = {row: len(chairs) for row, chairs in self._rows.items()}
        made = arranged(counts, self._shape, self.width(), _SIZES, middles(self._rows))
        self._arranged = made
        starts = {}
        at = 0
        for row, chairs in self._rows.items():
            starts[row] = at
            at += len(chairs)
        for spot in made.spots:
            left = round(self.width() / 2 + spot.across - made.wide / 2)
            chair = self.pool.chairs[starts[spot.row] + spot.place]
            chair.setGeometry(QRect(left, round(spot.down), round(made.wide), HIGH_PX))
        self.setFixedHeight(round(made.height))
        self.update()
