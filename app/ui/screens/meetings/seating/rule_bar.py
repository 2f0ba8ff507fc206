"""What is asked of the rule that seats everybody: which table, how many chairs, where interpreters sit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import PlanningError
from app.domain.seating import LEAST_PLACES, ROWS, TableShape
from app.planning.verbs.seating import MOST_PLACES
from app.planning.views.seating import SeatingPlan
from app.ui.forms.number_text import read_whole
from app.ui.forms.ticks import Tick
from app.ui.widgets.buttons import PrimaryButton
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.line import Line
from app.ui.widgets.plain import set_tip
from app.ui.widgets.segmented import SegmentedControl
from app.wording import _
from app.wording.names import word_name

_CHAIRS_PX = 132


class RuleBar(QWidget):
    """The controls above a seating plan.

    ``seat_wanted`` asks to seat everybody; ``shape_chosen`` tells that another table was chosen.
    """

    seat_wanted = Signal()
    shape_chosen = Signal(str)

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self.shapes = SegmentedControl(
            [(shape.value, word_name(shape)) for shape in TableShape], _("Shape of the table")
        )
        self.chairs = Line()
        self.chairs.setPlaceholderText(_("Chairs: as needed"))
        self.chairs.setAccessibleName(_("Chairs at the table"))
        self.chairs.setFixedWidth(_CHAIRS_PX)
        set_tip(
            self.chairs,
            _("How many chairs stand at the table. Who is lowest in precedence then sits behind."),
        )
        self.beside = Tick(_("Interpreters at the table"))
        set_tip(self.beside, _("At the left hand of whom they speak for, not behind."))
        self.seat = PrimaryButton(_("Seat by protocol"), icon_name="users")
        self.seat.clicked.connect(self.seat_wanted)
        self.chairs.returnPressed.connect(self.seat_wanted)
        self.shapes.selected.connect(self.shape_chosen)
        self._flow = FlowLayout(self, gap=8)
        for part in (self.shapes, self.chairs, self.beside, self.seat):
            self._flow.addWidget(part)
        for part in (self.chairs, self.beside, self.seat):
            part.setVisible(not read_only)
        self.shapes.setEnabled(not read_only)

    @property
    def shape(self) -> TableShape:
        """The table that is chosen."""
        return TableShape(self.shapes.current())

    def places(self) -> int | None:
        """Return how many chairs are wanted at the table; none for as many as are needed.

        Raises:
            PlanningError: ``number_wanted``, what is typed is no number.
        """
        text = self.chairs.text().strip()
        number = read_whole(text)
        if text and number is None:
            raise PlanningError("number_wanted", field="places", least=LEAST_PLACES, most=MOST_PLACES)
        return number

    def begin(self) -> None:
        """Ask nothing special, for another meeting."""
        self.chairs.clear()
        self.beside.setChecked(False)

    def show_plan(self, plan: SeatingPlan) -> None:
        """Show the table of a plan; the one that was chosen stays where nobody sits at any."""
        if any(plan.row(row) for rows in ROWS.values() for row in rows):
            self.shapes.select(plan.shape.value)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        shapes: list[QWidget] = [self.shapes.button(shape.value) for shape in TableShape]
        return [*shapes, self.chairs, self.beside, self.seat]
